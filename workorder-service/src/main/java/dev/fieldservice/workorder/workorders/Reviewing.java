package dev.fieldservice.workorder.workorders;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.workorder.visits.Visit;
import dev.fieldservice.workorder.visits.VisitLifecycle;
import dev.fieldservice.workorder.workorders.WorkOrderLifecycle.Command;
import java.util.List;

/** What a reviewer's decisions do to a work order. Nobody reviews what they have had a part in. */
public final class Reviewing {

    private Reviewing() {}

    public static void sendBack(WorkOrder order, Visit visit, String reason, By by) {
        requireReviewer(order, by, "send-back");
        order.moveTo(Command.SEND_BACK, by.at(), reason, by);
        order.reachIfPossible(visit, VisitLifecycle.Command.SEND_BACK);
        order.stands(null, false, Review.sentBack(reason, by));
        order.tell(order.assignment.lead().id(), by.at(), null, reason);
        order.touch(by);
    }

    /**
     * Closes for good. A wish for a follow-up must have been met or given up: it is never lost.
     *
     * @param remark null if the reviewer has nothing to add
     */
    public static void approve(WorkOrder order, boolean waivesFollowUp, String remark, By by) {
        requireReviewer(order, by, "approve");
        if (order.followUpRequired && !waivesFollowUp && order.calledOff == null) {
            throw new Refusal.RuleViolated(
                            "follow-up-pending",
                            "A follow-up visit was asked for. Wait for it, or close with waiveFollowUp.")
                    .refused();
        }
        order.moveTo(Command.APPROVE, by.at(), remark, by);
        order.closed(Review.approved(remark, by), by);
    }

    /**
     * What is recorded is taken back by those who did the work until it is closed, and then, as mistakes are noticed later, by
     * a supervisor who did not; it stays closed.
     *
     * @param kind as it stands in the URL
     */
    public static void requireTakesBack(WorkOrder order, String kind, By by) {
        if (order.isOpen()) {
            order.require(Visibility.TOOK_PART.includes(by.caller(), order), kind, by);
        } else {
            order.require(by.caller().is(Role.SUPERVISOR), kind, by);
            requireNoPartInIt(order, by);
        }
    }

    /** What was closed is told anew, as something of it was taken back: who closed it when stays. */
    public static void toldAnew(WorkOrder order, By by) {
        order.toldAnew(by);
    }

    private static void requireReviewer(WorkOrder order, By by, String command) {
        requireNoPartInIt(order, by);
        order.require(order.isCompleted(), command, by);
    }

    private static void requireNoPartInIt(WorkOrder order, By by) {
        if (List.of(order.involvedIds).contains(by.id())) {
            throw new Refusal.Forbidden(
                            "reviewer-did-the-work", "Somebody else must review what you have had a part in yourself.")
                    .refused();
        }
    }
}
