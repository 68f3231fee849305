package dev.fieldservice.workorder.steps;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.workorder.visits.ActiveWork;
import dev.fieldservice.workorder.visits.Milestone;
import dev.fieldservice.workorder.visits.Outcome;
import dev.fieldservice.workorder.visits.Visit;
import dev.fieldservice.workorder.visits.VisitLifecycle.Command;
import dev.fieldservice.workorder.visits.Visits;
import dev.fieldservice.workorder.workorders.WorkOrder;
import io.smallrye.mutiny.Uni;

/** What each step of a visit needs and leaves behind. All but the handing over are a technician's. */
public final class Steps {

    private Steps() {}

    /** One step of the current visit of an order. */
    @FunctionalInterface
    interface Step {
        void apply(WorkOrder order, Visit visit, By by);
    }

    /** Each step decides anew who is busy with what. */
    static Uni<Void> take(Tx tx, WorkOrder order, Step step) {
        boolean wasOccupying = order.isOccupying();
        return Visits.find(tx.session(), order.id(), order.appointmentId())
                .invoke(visit -> step.apply(order, visit, tx.by()))
                .chain(() -> {
                    if (order.isOccupying()) {
                        return ActiveWork.occupy(tx, order.id(), order.crew());
                    }
                    return wasOccupying
                            ? ActiveWork.release(tx, order.id())
                            : Uni.createFrom().voidItem();
                });
    }

    public static void accept(WorkOrder order, Visit visit, By by) {
        order.progress(visit, Command.ACCEPT, Milestone.at(null, by), null, by);
    }

    public static void reject(WorkOrder order, Visit visit, String reason, By by) {
        order.progress(visit, Command.REJECT, Milestone.at(null, by), reason, by);
    }

    public static void travel(WorkOrder order, Visit visit, MoveRequest move, By by) {
        order.progress(visit, Command.TRAVEL, milestone(order, move, by), null, by);
    }

    public static void arrive(WorkOrder order, Visit visit, MoveRequest move, By by) {
        order.progress(visit, Command.ARRIVE, milestone(order, move, by), null, by);
    }

    public static void start(WorkOrder order, Visit visit, MoveRequest move, By by) {
        order.progress(visit, Command.START, milestone(order, move, by), null, by);
    }

    public static void pause(WorkOrder order, Visit visit, String reason, By by) {
        order.progress(visit, Command.PAUSE, Milestone.at(null, by), reason, by);
    }

    public static void resume(WorkOrder order, Visit visit, By by) {
        order.progress(visit, Command.RESUME, Milestone.at(null, by), null, by);
    }

    public static void complete(WorkOrder order, Visit visit, Completion completion, By by) {
        Outcome outcome = completion.outcome();
        boolean needsFollowUp = completion.needsFollowUp();
        Milestone end = Milestone.at(completion.occurredAt(), by);
        order.progress(visit, outcome.command(), end, completion.remark(), by);
        order.end(visit, outcome, needsFollowUp, completion.remark(), by);
    }

    /** Whoever has set out drops out: their visit ends where it stands, and somebody else is to go on. */
    public static void handOver(WorkOrder order, Visit visit, String reason, By by) {
        order.requireStep(Command.HAND_OVER);
        Milestone end = new Milestone(visit.whoSetOut().getFirst(), by.at(), by.at(), null);
        order.progress(visit, Command.HAND_OVER, end, reason, by);
        order.end(visit, Outcome.INCOMPLETE, true, null, by);
    }

    private static Milestone milestone(WorkOrder order, MoveRequest move, By by) {
        return Milestone.of(move.position(), order.jobCard().location().position(), move.occurredAt(), by);
    }
}
