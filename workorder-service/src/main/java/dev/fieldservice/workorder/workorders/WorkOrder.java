package dev.fieldservice.workorder.workorders;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.workorder.comments.Comment;
import dev.fieldservice.workorder.labour.NewTimeEntry;
import dev.fieldservice.workorder.labour.TimeEntry;
import dev.fieldservice.workorder.parts.PartUsage;
import dev.fieldservice.workorder.parts.PartUsageView;
import dev.fieldservice.workorder.reviews.Approval;
import dev.fieldservice.workorder.reviews.Review;
import dev.fieldservice.workorder.signatures.ApproverDetails;
import dev.fieldservice.workorder.signatures.Signature;
import dev.fieldservice.workorder.visits.Completion;
import dev.fieldservice.workorder.visits.Milestone;
import dev.fieldservice.workorder.visits.MoveRequest;
import dev.fieldservice.workorder.visits.Outcome;
import dev.fieldservice.workorder.visits.Position;
import dev.fieldservice.workorder.visits.Visit;
import dev.fieldservice.workorder.visits.VisitLifecycle;
import dev.fieldservice.workorder.workorders.WorkOrderLifecycle.Command;
import dev.fieldservice.workorder.workorders.WorkOrderLifecycle.State;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The work on site, from the assignment until it is officially closed. Has the id of dispatch's service order. */
@Entity
public class WorkOrder extends PlannedWork {

    private static final int MOST_ENTRIES = 1000;

    protected WorkOrder() {}

    /** For an order that this service has not heard of before. */
    static WorkOrder assigned(OrderAssigned event, By by) {
        WorkOrder order = new WorkOrder();
        order.id = event.orderId();
        order.number = event.orderNumber();
        order.ticketId = event.ticketId();
        order.ticketNumber = event.ticketNumber();
        order.state = State.ASSIGNED;
        order.involvedIds = new UUID[0];
        order.review = Review.none();
        order.adopt(event, by);
        order.begin(event.appointmentId(), by);
        order.note("ASSIGN", by, by.at(), order.assignment.words());
        return order;
    }

    public void accept(By by) {
        progress(VisitLifecycle.Command.ACCEPT, "accept", Milestone.at(null, by), null, by);
    }

    public void reject(String reason, By by) {
        progress(VisitLifecycle.Command.REJECT, "reject", Milestone.at(null, by), reason, by);
    }

    public void travel(MoveRequest request, By by) {
        progress(VisitLifecycle.Command.TRAVEL, "travel", milestone(request, by), null, by);
    }

    public void arrive(MoveRequest request, By by) {
        progress(VisitLifecycle.Command.ARRIVE, "arrive", milestone(request, by), null, by);
    }

    public void start(MoveRequest request, By by) {
        progress(VisitLifecycle.Command.START, "start", milestone(request, by), null, by);
    }

    public void pause(String reason, By by) {
        progress(VisitLifecycle.Command.PAUSE, "pause", Milestone.at(null, by), reason, by);
    }

    public void resume(By by) {
        progress(VisitLifecycle.Command.RESUME, "resume", Milestone.at(null, by), null, by);
    }

    public void complete(Completion completion, By by) {
        Milestone end = Milestone.at(completion.occurredAt(), by);
        boolean needsFollowUp = completion.needsFollowUp();
        progress(completion.outcome().command(), "complete", end, completion.remark(), by);
        remark = Optional.ofNullable(completion.remark()).orElse(remark);
        ended(completion.outcome(), needsFollowUp, by);
    }

    /** Whoever has set out drops out: their visit ends where it stands, and somebody else is to go on. */
    public void handOver(String reason, By by) {
        requireAllowed("hand-over");
        Milestone end = new Milestone(visit().whoSetOut().getFirst(), by.at(), by.at(), null);
        progress(VisitLifecycle.Command.HAND_OVER, "hand-over", end, reason, by);
        ended(Outcome.INCOMPLETE, true, by);
    }

    private void ended(Outcome as, boolean needsFollowUp, By by) {
        visit().endedAs(as, assignment);
        outcome = as;
        followUpRequired = needsFollowUp;
        review = Review.pending();
        raise(new WorkOrderEvent.JobCompleted(id, ticketId, appointmentId, outcome, followUpRequired, by.at()));
    }

    public void usePart(PartUsage usage, By by) {
        require(isUnderWay(), "parts");
        add(usages, usage, by);
        note("USE_PART", by, usage.occurredAt(), usage.words());
        raise(new WorkOrderEvent.PartsConsumed(id, ticketId, PartUsageView.of(usage)));
    }

    public void reverseUsage(UUID usageId, String reason, By by) {
        require(isUnderWay(), "parts");
        PartUsage usage = usages.stream()
                .filter(known -> known.id().equals(usageId))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("part usage").refused());
        PartUsage counter = usage.reverse(reason, by);
        add(usages, counter, by);
        note("REVERSE_PART", by, by.at(), usage.words() + ": " + reason);
        raise(new WorkOrderEvent.PartsConsumed(id, ticketId, PartUsageView.of(counter)));
    }

    public void recordTime(NewTimeEntry request, By by) {
        require(isUnderWay() || isOccupying(), "time-entries");
        UUID whose = Optional.ofNullable(request.technicianId()).orElse(by.id());
        String name =
                assignment.technician(whose).map(Assignment.Technician::name).orElseThrow(Refusals::notOfTheCrew);
        TimeEntry entry = TimeEntry.of(this, request, whose, name, by);
        entry.requireNoOverlap(timeEntries);
        add(timeEntries, entry, by);
        note("RECORD_TIME", by, by.at(), entry.words());
    }

    public void comment(String text, By by) {
        require(state != State.CLOSED, "comments");
        add(comments, new Comment(this, text, by), by);
        note("COMMENT", by, by.at(), text);
    }

    public void nameApprover(ApproverDetails details, By by) {
        require(state != State.CLOSED, "approver");
        approver = details.approver();
        billingNotes = details.billingNotes();
        note("NAME_APPROVER", by, by.at(), approver.name());
        touch(by);
    }

    public void sign(Signature signature, By by) {
        require(state == State.COMPLETED || isUnderWay(), "signature");
        add(signatures, signature, by);
        note("SIGNATURE_" + signature.outcome(), by, by.at(), signature.words());
    }

    public void sendBack(String reason, By by) {
        requireReviewer(by, "send-back");
        state = move(WorkOrderLifecycle.TABLE, state, Command.SEND_BACK, by, by.at(), reason);
        reachIfPossible(VisitLifecycle.Command.SEND_BACK);
        reopen(Review.sentBack(reason, by));
        tell(assignment.lead().id(), by.at(), null, reason);
        touch(by);
    }

    /** Closes for good. A wish for a follow-up must have been met or given up: it is never lost. */
    public void approve(Approval approval, By by) {
        requireReviewer(by, "approve");
        if (followUpRequired && !approval.waivesFollowUp()) {
            throw Refusals.followUpPending();
        }
        state = move(WorkOrderLifecycle.TABLE, state, Command.APPROVE, by, by.at(), approval.remark());
        noteWhatTheSignatureLacks(by);
        review = Review.approved(approval.remark(), by);
        closureNumber++;
        closedAt = by.at();
        touch(by);
        raise(new WorkOrderEvent.JobClosed(JobClosedPayload.of(this, by)));
    }

    /** Whether work without a signature is good enough is for the reviewer to say; that it had none stays to be seen. */
    private void noteWhatTheSignatureLacks(By by) {
        Optional<Signature> last = signature();
        if (last.isEmpty()) {
            note("CLOSED_WITHOUT_SIGNATURE", by, by.at(), "Nobody recorded what the customer said to the work");
        } else if (last.get().isSigned() && !last.get().verifies(signingContent())) {
            note("CLOSED_WITH_OUTDATED_SIGNATURE", by, by.at(), "The work was changed after the customer had signed");
        }
    }

    private void progress(VisitLifecycle.Command command, String word, Milestone milestone, String reason, By by) {
        requireAllowed(word);
        Instant at = milestone.occurredAt();
        reach(move(VisitLifecycle.TABLE, visitState, command, by, at, reason), command, milestone);
        command.onWorkOrder().ifPresent(roll -> state = WorkOrderLifecycle.TABLE.next(state, roll));
        tell(milestone.technicianId(), at, milestone.position(), reason);
        touch(by);
    }

    private void requireAllowed(String word) {
        if (!allowedCommands().contains(word)) {
            throw Refusals.notNow("visit", visitState.name(), word, allowedCommands());
        }
    }

    @Override
    Visit newVisit(UUID appointment, By by) {
        return new Visit(appointment, this, by.at());
    }

    /** Tells the others where the visit stands. */
    private void tell(UUID technicianId, Instant occurredAt, Position position, String reason) {
        progressVersion++;
        raise(new WorkOrderEvent.VisitProgressed(
                id, ticketId, appointmentId, progressVersion, visitState, technicianId, occurredAt, position, reason));
    }

    private <T> void add(List<T> to, T what, By by) {
        if (to.size() >= MOST_ENTRIES) {
            throw Refusals.tooMany(MOST_ENTRIES);
        }
        to.add(what);
        touch(by);
    }

    private void require(boolean isAllowed, String command) {
        if (!isAllowed) {
            throw Refusals.notNow("work order", state.name(), command, allowedCommands());
        }
    }

    private void requireReviewer(By by, String command) {
        if (List.of(involvedIds).contains(by.id())) {
            throw Refusals.reviewerDidTheWork();
        }
        require(state == State.COMPLETED, command);
    }

    private Milestone milestone(MoveRequest request, By by) {
        return Milestone.of(request, jobCard.location().position(), by);
    }
}
