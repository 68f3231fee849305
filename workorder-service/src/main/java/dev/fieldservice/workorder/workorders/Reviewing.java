package dev.fieldservice.workorder.workorders;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.workorder.visits.Visit;
import dev.fieldservice.workorder.visits.VisitLifecycle;
import dev.fieldservice.workorder.workorders.WorkOrderLifecycle.Command;
import java.util.List;
import java.util.UUID;

/** What a reviewer's decisions do to a work order, and whose they are. Nobody reviews what they have had a part in. */
public final class Reviewing {

    private Reviewing() {}

    /** Says whether it is this supervisor's to examine. */
    public static boolean isFor(WorkOrder order, UUID supervisor) {
        List<UUID> involved = List.of(order.staffing.involvedIds);
        Examination examination = order.review.examination();
        return !involved.contains(supervisor) && (examination == null || examination.isFor(supervisor, involved));
    }

    /** The rules have said who examines it. */
    public static void assign(WorkOrder order, Examination examination, By by) {
        order.review = order.review.by(examination);
        if (examination.ruleId() != null) {
            order.note("ASSIGN_REVIEW", examination.words(), by);
        }
        order.touch(by);
    }

    /** It has waited too long for those whose it was. */
    public static void open(WorkOrder order, By by) {
        order.review = order.review.by(order.review.examination().opened(by));
        order.note("OPEN_REVIEW", "Any supervisor may examine it now", by);
        order.touch(by);
    }

    /** By a rule nobody needs to look at it. */
    public static void closeUnexamined(WorkOrder order, By by) {
        order.moveTo(Command.CLOSE, by.at(), order.review.examination().ruleName(), by);
        order.closed(order.review.laidAside(), by);
    }

    public static void sendBack(WorkOrder order, Visit visit, Shortcoming lacks, String reason, By by) {
        requireReviewer(order, by, "send-back");
        order.moveTo(Command.SEND_BACK, by.at(), lacks + ": " + reason, by);
        order.reachIfPossible(visit, VisitLifecycle.Command.SEND_BACK);
        order.stands(null, false, order.review.sentBack(lacks, reason, by));
        if (lacks == Shortcoming.SIGNATURE) {
            order.fulfilment.askCustomerAgain();
        }
        order.tell(order.staffing.assignment.lead().id(), by.at(), null, reason);
        order.touch(by);
    }

    /**
     * Closes for good. A wish for a follow-up must have been met or given up: it is never lost.
     *
     * @param remark null if the reviewer has nothing to add
     * @param onSignature what the reviewer says to a signature that does not stand; null if it stands
     */
    public static void approve(WorkOrder order, boolean waivesFollowUp, String remark, String onSignature, By by) {
        requireReviewer(order, by, "approve");
        if (order.followUpRequired && !waivesFollowUp && order.calledOff == null) {
            throw new Refusal.RuleViolated(
                            "follow-up-pending",
                            "A follow-up visit was asked for. Wait for it, or close with waiveFollowUp.")
                    .refused();
        }
        order.moveTo(Command.APPROVE, by.at(), remark, by);
        order.closed(order.review.approved(remark, onSignature, by), by);
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

    /** Refused with 403 where it is not theirs to examine, with 409 where it is not to be examined now. */
    public static void requireReviewer(WorkOrder order, By by, String command) {
        requireNoPartInIt(order, by);
        order.require(order.isCompleted(), command, by);
        if (!isFor(order, by.id())) {
            throw new Refusal.Forbidden(
                            "review-of-another",
                            "This is for %s to examine; any supervisor may when it has waited too long."
                                    .formatted(order.review.examination().names()))
                    .refused();
        }
    }

    private static void requireNoPartInIt(WorkOrder order, By by) {
        if (order.staffing.isInvolved(by.id())) {
            throw new Refusal.Forbidden(
                            "reviewer-did-the-work", "Somebody else must review what you have had a part in yourself.")
                    .refused();
        }
    }
}
