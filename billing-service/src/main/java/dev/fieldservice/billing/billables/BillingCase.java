package dev.fieldservice.billing.billables;

import dev.fieldservice.billing.billables.BillingCaseLifecycle.Command;
import dev.fieldservice.billing.billables.BillingCaseLifecycle.State;
import dev.fieldservice.billing.events.BillingEvent;
import dev.fieldservice.billing.invoices.Circumstances;
import dev.fieldservice.billing.owners.Owner;
import dev.fieldservice.billing.pricing.Coverage;
import dev.fieldservice.billing.returns.SentBack;
import dev.fieldservice.billing.usages.BillableItem;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What is known of one job for its invoice; its id is the job's. */
@Entity
public class BillingCase extends Aggregate {

    @Enumerated(EnumType.STRING)
    State state;

    UUID ticketId;

    @JdbcTypeCode(SqlTypes.JSON)
    ClosedJob job;

    @JdbcTypeCode(SqlTypes.JSON)
    Difference.All differences;

    /** What was known to differ when a person settled it, or acknowledged what came afterwards. */
    @JdbcTypeCode(SqlTypes.JSON)
    Difference.All settled = Difference.All.NONE;

    @JdbcTypeCode(SqlTypes.JSON)
    Decided decided = Decided.NOTHING;

    /** Something came after the decision that contradicts it. */
    boolean unexpected;

    @Embedded
    CaseCoverage agreed = new CaseCoverage();

    UUID invoiceId;

    /** How often it was sent back to those who did the job. */
    int returns;

    /** Null unless it is with them now. */
    @JdbcTypeCode(SqlTypes.JSON)
    SentBack sentBack;

    /** Null if nobody sees to it. */
    @JdbcTypeCode(SqlTypes.JSON)
    Owner owner;

    Instant openedAt;

    @Formula("""
            (select count(*) from invoice_line l join invoice i on i.id = l.invoice_id
              where i.order_id = id and i.state <> 'VOIDED' and l.part_id is not null and l.taken_out)""")
    int partsTakenOut;

    protected BillingCase() {}

    /** The newest closure counts, until the case is decided. */
    void jobClosed(ClosedJob closed, By by) {
        boolean isAskedFor = SendingBack.isAnsweredBy(this, closed, by);
        if (job != null && job.closureNumber() >= closed.closureNumber()) {
            return;
        }
        switch (state) {
            case COLLECTING -> {
                job = closed;
                moveTo(Command.OPEN_BILLING, by, closed.orderNumber());
            }
            case WAITING -> job = closed;
            case INVOICED, NOTHING_TO_BILL -> closedAgain(closed, isAskedFor, by);
        }
    }

    /** The difference is billed; that some time was taken back unasked, a person has to see. */
    private void closedAgain(ClosedJob closed, boolean isAskedFor, By by) {
        String takenBack = job.labourBesides(closed);
        note(
                "CLOSED_AGAIN",
                by,
                closed.closedAt(),
                "closure " + closed.closureNumber() + (takenBack.isEmpty() ? "" : "; taken back: " + takenBack));
        unexpected |= !isAskedFor && !takenBack.isEmpty();
        job = closed;
    }

    /** Whether it was asked for under a contract or a warranty, as far as is known by now. */
    void under(boolean anything) {
        agreed.under(anything, closure());
    }

    /** False if this, or something newer, was decided before. */
    boolean hear(Coverage told, By by) {
        boolean isNews = agreed.hear(told, closure());
        if (isNews) {
            note("COVERAGE_DECIDED", by, by.at(), "closure " + told.closureNumber());
        }
        return isNews;
    }

    private int closure() {
        return job == null ? 0 : job.closureNumber();
    }

    /** What is not billed yet is billed to the customer as it is named now. */
    void follow(TicketTold ticket, By by) {
        if (job == null || ticket.ticketVersion() <= job.ticketVersion()) {
            return;
        }
        if (!ticket.customer().equals(job.customer())) {
            note("CUSTOMER_CORRECTED", by, by.at(), null);
        }
        ClosedJob next = job.following(ticket);
        if (!next.location().equals(job.location())) {
            note("SITE_CORRECTED", by, by.at(), null);
        }
        job = next;
    }

    /** What its invoice says that can be corrected, as far as there is a report. */
    Optional<Circumstances> circumstances() {
        return Optional.ofNullable(job).map(ClosedJob::circumstances);
    }

    /** The draft or the invoice that came of it. */
    Optional<UUID> invoice() {
        return Optional.ofNullable(invoiceId);
    }

    /** True if there is a report to hold usages against. */
    boolean isReported() {
        return job != null;
    }

    /** Parts were used that are not billed: a person took them out of the draft, voided it, wrote them off or billed nothing. */
    boolean leavesPartsOut() {
        return switch (state) {
            case COLLECTING, WAITING -> false;
            case INVOICED -> partsTakenOut > 0 || settled.writesOff();
            case NOTHING_TO_BILL -> !job.usages().isEmpty() || settled.writesOff();
        };
    }

    /** In what usages and report do not agree, as far as there is a report. */
    List<Difference> differences() {
        return isReported() ? differences.items() : Difference.NOT_CLOSED;
    }

    /** What to bill, as soon as all is known and nothing is decided yet. */
    Optional<ClosedJob> due() {
        return state == State.WAITING && sentBack == null && differences.areNone()
                ? Optional.of(job)
                : Optional.empty();
    }

    /**
     * What to bill where a person decides that the report counts, whatever contradicts it. Of what had nothing to bill it is billed
     * after all, unless a draft of it was voided: that is reinstated.
     */
    ClosedJob settle(Settlement decision, By by) {
        SendingBack.requireHere(this);
        if (state == State.NOTHING_TO_BILL) {
            decision.requireAnother(invoiceId);
        }
        moveTo(Command.SETTLE, by, decision.reason());
        settled = differences;
        unexpected = false;
        return job;
    }

    void invoiced(UUID invoice, By by) {
        invoiceId = invoice;
        decide();
        moveTo(Command.DRAFT_INVOICE, by, null);
    }

    /** Of a usage that was taken back before, and billed all the same, a person has decided. */
    private void decide() {
        decided = decided.with(job).without(settled.reversed());
    }

    void nothingToBill(String why, By by) {
        decide();
        moveTo(Command.RECORD_NOTHING_TO_BILL, by, why);
        raise(new BillingEvent.NothingToBill(id, ticketId, why, by.at()));
    }

    /** What is decided about and came back since, once each: usages by their reversal, time by a newer report. */
    Set<UUID> comingBack(List<BillableItem> heard) {
        if (!isDecided()) {
            return Set.of();
        }
        Set<UUID> reversed = heard.stream()
                .filter(BillableItem::isReversed)
                .map(BillableItem::usageId)
                .collect(Collectors.toSet());
        Set<UUID> gone = decided.comingBack(source ->
                reversed.contains(source) || (isClosedAgain() && !job.sources().contains(source)));
        decided = decided.without(gone);
        return gone;
    }

    /** What of it is decided about and came back. */
    Set<UUID> cameBack() {
        return decided.takenBack();
    }

    /** The newer report, as soon as usages agree with it: what is new in it is billed, once. */
    Optional<ClosedAgain> dueAgain() {
        boolean isAgreed = differences.besides(settled).stream()
                .allMatch(each -> each.kind() == Difference.Kind.REVERSED_BUT_LISTED);
        if (!isDecided() || sentBack != null || !isClosedAgain() || !isAgreed) {
            return Optional.empty();
        }
        ClosedAgain again = new ClosedAgain(job, decided.sources(), agreed.coverage);
        decided = decided.with(job);
        return Optional.of(again);
    }

    private boolean isClosedAgain() {
        return job.closureNumber() > decided.closure();
    }

    /** More is billed than was decided. */
    void supplemented(UUID invoice, By by) {
        invoiceId = Optional.ofNullable(invoiceId).orElse(invoice);
        moveTo(Command.SUPPLEMENT, by, null);
    }

    /** Nothing of a draft that came of it is billed. @param others invoices and drafts of it that still stand */
    void draftVoided(long others, String why, By by) {
        if (others > 0) {
            note("DRAFT_VOIDED", by, by.at(), why);
            return;
        }
        moveTo(Command.VOID_DRAFT, by, why);
        raise(new BillingEvent.NothingToBill(id, ticketId, why, by.at()));
    }

    /** A draft that came of it is billed after all. */
    void draftReinstated(String why, By by) {
        if (state == State.INVOICED) {
            note("DRAFT_REINSTATED", by, by.at(), why);
            return;
        }
        moveTo(Command.REINSTATE_DRAFT, by, why);
    }

    void assignOwner(Owner to, By by) {
        moveTo(Command.ASSIGN_OWNER, by, to.name());
        owner = to;
    }

    /** A person has seen what came after the decision: nothing more is billed, and the differences stay to be seen. */
    void acknowledge(String why, By by) {
        moveTo(Command.ACKNOWLEDGE, by, why);
        if (!unexpected) {
            throw new Refusal.Conflict("nothing-unexpected", "Nothing came after the decision that contradicts it.")
                    .refused();
        }
        settled = differences;
        unexpected = false;
    }

    boolean isDecided() {
        return switch (state) {
            case COLLECTING, WAITING -> false;
            case INVOICED, NOTHING_TO_BILL -> true;
        };
    }

    /** Holds all usages that were heard of against the report. */
    void compare(List<BillableItem> heard, By by) {
        List<Difference> found = Comparison.of(job, heard);
        if (found.equals(differences.items())) {
            return;
        }
        differences = new Difference.All(found);
        List<Difference> news = differences.besides(settled);
        unexpected = isDecided() && !news.isEmpty();
        if (unexpected) {
            note(
                    "UNEXPECTED_USAGE",
                    by,
                    by.at(),
                    news.stream().map(Difference::detail).collect(Collectors.joining("; ")));
        }
    }

    void tell(BillingEvent event) {
        raise(event);
    }

    void moveTo(Command command, By by, String reason) {
        state = move(BillingCaseLifecycle.TABLE, state, command, by, by.at(), reason);
    }

    @Override
    public String kind() {
        return "billing-case";
    }

    @Override
    public UUID correlationId() {
        return ticketId;
    }
}
