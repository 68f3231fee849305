package dev.fieldservice.workorder.reviews;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Recorded;
import dev.fieldservice.platform.aggregates.Subject;
import dev.fieldservice.platform.problems.FieldError;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.workorder.done.Done;
import dev.fieldservice.workorder.events.JobClosed;
import dev.fieldservice.workorder.labour.TimeEntryView;
import dev.fieldservice.workorder.parts.PartUsageView;
import dev.fieldservice.workorder.signatures.Signature;
import dev.fieldservice.workorder.signatures.Signatures;
import dev.fieldservice.workorder.signatures.SigningContent;
import dev.fieldservice.workorder.visits.Outcome;
import dev.fieldservice.workorder.workorders.Approver;
import dev.fieldservice.workorder.workorders.Review;
import dev.fieldservice.workorder.workorders.Reviewing;
import dev.fieldservice.workorder.workorders.WorkOrder;
import dev.fieldservice.workorder.workorders.WorkOrderFacts;
import dev.fieldservice.workorder.worktypes.SignatureState;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The official end of a job: closes the order, tells finance all that was done, and says in the history what the signature
 * lacks. It leaves no row of its own.
 */
public final class Closing extends Recorded {

    private final WorkOrder order;
    private final Done done;
    private final Optional<Signature> signature;
    private final By by;

    /** @param signature what the customer said last */
    public Closing(WorkOrder order, Done done, Optional<Signature> signature, By by) {
        this.order = order;
        this.done = done;
        this.signature = signature;
        this.by = by;
    }

    /** Of an order that is locked. */
    static Uni<Closing> of(Tx tx, WorkOrder order) {
        return Done.on(tx.session(), order.id())
                .chain(done -> Signatures.last(tx.session(), order.id())
                        .map(last -> new Closing(order, done, last, tx.by()))
                        .invoke(tx::watch));
    }

    /** @param version the one that was found, before anything was done to it */
    public void approve(Approval approval, long version) {
        Reviewing.requireReviewer(order, by, "approve");
        requireLookedAt(approval.reviewedVersion(), version);
        requireRemarkWithoutSignature(approval);
        requireRemarkWhereSomethingIsMissing(approval);
        String onSignature = signatureStands() ? null : approval.signatureRemark();
        List<FieldError> missing = missing(order);
        Reviewing.approve(order, approval.waivesFollowUp(), approval.remark(), onSignature, by);
        noteWhatTheSignatureLacks(onSignature);
        noteWhatIsMissing(missing, approval.missingRemark());
        raise(job(order.facts()));
    }

    /** Those who did the work may add to it until it is closed: nobody closes what they have not seen. */
    private static void requireLookedAt(Long reviewed, long version) {
        if (reviewed == null) {
            throw Refusal.RuleViolated.at(
                    "/reviewedVersion", "review-unread", "Say which version of the review you have looked at.");
        }
        if (reviewed != version) {
            throw new Refusal.Conflict(
                            "changed-since-review",
                            "The job has changed since you looked at it: read the review again, and the history for what is new.")
                    .refused();
        }
    }

    /** Closes what nobody needs to examine; false where somebody has to, for all is not done or not there any more, or it is
     * not signed as it was done. */
    boolean closeUnexamined() {
        WorkOrderFacts facts = order.facts();
        boolean isClear = facts.outcome() == Outcome.COMPLETE
                && facts.calledOff() == null
                && order.fulfilment().missing(SignatureState.STANDS).isEmpty()
                && signatureStands();
        if (isClear) {
            Reviewing.closeUnexamined(order, by);
            raise(job(order.facts()));
        }
        return isClear;
    }

    /** Something was taken back afterwards, or it was not to be put right after all; it stays closed by whom it was. */
    public void tellAnew() {
        Reviewing.toldAnew(order, by);
        raise(job(order.facts()));
    }

    /** Nobody signs for what was called off; else whoever closes what is not signed as it was done says why. */
    private void requireRemarkWithoutSignature(Approval approval) {
        boolean isExplained = signatureStands() || approval.signatureRemark() != null;
        if (!isExplained && order.facts().calledOff() == null) {
            throw Refusal.RuleViolated.at(
                    "/signatureRemark",
                    "signature-unexplained",
                    "The customer has not signed what was done. Say why it is closed all the same.");
        }
    }

    /** What was there when the job was completed and is not any more; the signature is looked at by itself. */
    static List<FieldError> missing(WorkOrder order) {
        WorkOrderFacts facts = order.facts();
        return facts.outcome() != Outcome.COMPLETE || facts.calledOff() != null
                ? List.of()
                : order.fulfilment().missing(SignatureState.STANDS).stream()
                        .filter(one -> !one.pointer().equals("/signature"))
                        .toList();
    }

    private void requireRemarkWhereSomethingIsMissing(Approval approval) {
        if (!missing(order).isEmpty() && approval.missingRemark() == null) {
            throw Refusal.RuleViolated.at(
                    "/missingRemark",
                    "missing-unexplained",
                    "Something is missing: %s Say why it is closed all the same.".formatted(words(missing(order))));
        }
    }

    private void noteWhatIsMissing(List<FieldError> missing, String remark) {
        if (!missing.isEmpty()) {
            note("CLOSED_WITH_SOMETHING_MISSING", words(missing), remark);
        }
    }

    private static String words(List<FieldError> missing) {
        return missing.stream().map(FieldError::detail).collect(Collectors.joining(" "));
    }

    /** Whether work without a signature is good enough is for the reviewer to say; that it had none stays to be seen. */
    private void noteWhatTheSignatureLacks(String remark) {
        if (signature.isEmpty()) {
            note("CLOSED_WITHOUT_SIGNATURE", "Nobody recorded what the customer said to the work", remark);
        } else if (isOutdated(signature.get()) && signatureStands()) {
            note("CLOSED_WITH_OUTDATED_SIGNATURE", "Photos were added after the customer had signed", remark);
        } else if (isOutdated(signature.get())) {
            note("CLOSED_WITH_OUTDATED_SIGNATURE", "The work was changed after the customer had signed", remark);
        } else if (!signature.get().isSigned()) {
            note("CLOSED_WITHOUT_SIGNATURE", "Refused, or the customer was absent", remark);
        }
    }

    private void note(String action, String detail, String remark) {
        note(action, by, by.at(), remark == null ? detail : detail + ": " + remark);
    }

    private JobClosed job(WorkOrderFacts o) {
        return new JobClosed(
                o.id(),
                o.number(),
                o.ticketId(),
                o.ticketNumber(),
                o.ticketVersion(),
                o.closureNumber(),
                o.returnNumber() == 0 ? null : o.returnNumber(),
                o.outcome(),
                o.jobCard().customer(),
                o.jobCard().location(),
                o.jobCard().asset(),
                o.workTypeId(),
                labour(),
                usages(),
                done.reversedIds(),
                Optional.ofNullable(o.approver()).map(Closing::approver).orElse(null),
                o.billingNotes(),
                signature.map(this::signed).orElse(null),
                Optional.ofNullable(o.calledOff())
                        .map(off -> new JobClosed.CalledOff(off.at(), off.reason()))
                        .orElse(null),
                closedBy(o.review()),
                isByRule(o.review()) ? true : null,
                o.closedAt());
    }

    private static JobClosed.Person closedBy(Review review) {
        return isByRule(review)
                ? new JobClosed.Person(
                        review.examination().ruleId(), review.examination().ruleName())
                : new JobClosed.Person(review.reviewerId(), review.reviewerName());
    }

    private static boolean isByRule(Review review) {
        return review.state() == Review.State.NOT_REQUIRED;
    }

    private List<JobClosed.Labour> labour() {
        return done.countedTimes().stream()
                .map(TimeEntryView::of)
                .map(e -> new JobClosed.Labour(
                        e.id(),
                        e.technicianId(),
                        e.technicianName(),
                        e.kind().name(),
                        e.startedAt(),
                        e.endedAt(),
                        e.visitId(),
                        Optional.ofNullable(e.kilometres())
                                .map(BigDecimal::toPlainString)
                                .orElse(null)))
                .toList();
    }

    private List<JobClosed.Usage> usages() {
        return done.counted().stream()
                .map(PartUsageView::of)
                .map(u -> new JobClosed.Usage(
                        u.id(),
                        u.partId(),
                        u.partNumber(),
                        u.partName(),
                        u.quantity(),
                        u.installedSerial(),
                        u.removedSerial(),
                        u.occurredAt()))
                .toList();
    }

    private static JobClosed.Approver approver(Approver who) {
        return new JobClosed.Approver(who.name(), who.role(), who.email());
    }

    /** Somebody signed what was done, whatever photos of it were added since. */
    private boolean signatureStands() {
        return signature
                .filter(last -> last.isSigned() && last.standsFor(SigningContent.of(order, done)))
                .isPresent();
    }

    private boolean isOutdated(Signature last) {
        return last.isSigned() && !last.verifies(SigningContent.of(order, done));
    }

    private JobClosed.Signed signed(Signature last) {
        return new JobClosed.Signed(
                last.outcome().name(),
                last.isSigned() ? last.contentHash() : null,
                last.signerName(),
                last.isSigned() && !signatureStands() ? true : null);
    }

    @Override
    public Subject subject() {
        return order.subject();
    }
}
