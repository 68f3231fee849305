package dev.fieldservice.workorder.steps;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.workorder.visits.ActiveWork;
import dev.fieldservice.workorder.visits.Milestone;
import dev.fieldservice.workorder.visits.Outcome;
import dev.fieldservice.workorder.visits.TimesConfig;
import dev.fieldservice.workorder.visits.Visit;
import dev.fieldservice.workorder.visits.VisitLifecycle.Command;
import dev.fieldservice.workorder.visits.Visits;
import dev.fieldservice.workorder.workorders.Assignments;
import dev.fieldservice.workorder.workorders.Participation;
import dev.fieldservice.workorder.workorders.WorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What each step of a visit needs and leaves behind. All but the handing over are a technician's. */
@ApplicationScoped
public class Steps {

    private final TimesConfig times;

    public Steps(TimesConfig times) {
        this.times = times;
    }

    /** One step of the current visit of an order. */
    @FunctionalInterface
    interface Step {
        void apply(WorkOrder order, Visit visit, By by);
    }

    /** Each step decides anew who is busy with what. */
    Uni<Void> take(Tx tx, WorkOrder order, Step step) {
        boolean wasOccupying = order.isOccupying();
        List<UUID> before = order.crew();
        return Visits.find(tx.session(), order.id(), order.appointmentId())
                .invoke(visit -> step.apply(order, visit, tx.by()))
                .chain(() -> {
                    if (order.isOccupying()) {
                        return ActiveWork.occupy(tx, order.id(), order.crew());
                    }
                    return wasOccupying
                            ? ActiveWork.release(tx, order.id()).invoke(order::crewWasHere)
                            : Uni.createFrom().voidItem();
                })
                .chain(() -> disappear(tx, order, before));
    }

    /** From the phone of whoever has dropped out. */
    private static Uni<Void> disappear(Tx tx, WorkOrder order, List<UUID> before) {
        List<UUID> gone =
                before.stream().filter(id -> !order.crew().contains(id)).toList();
        return Assignments.bury(tx, order.id(), gone, order.facts().assignmentVersion());
    }

    public void accept(WorkOrder order, Visit visit, By by) {
        order.progress(visit, Command.ACCEPT, Milestone.at(by.at(), by), null, by);
    }

    /** Whoever is neither the last nor the lead drops out alone. */
    public void reject(WorkOrder order, Visit visit, String reason, By by) {
        if (Participation.goesOnWithout(order, by.id())) {
            Participation.dropOut(order, reason, by);
            return;
        }
        order.progress(visit, Command.REJECT, Milestone.at(by.at(), by), reason, by);
    }

    public void travel(WorkOrder order, Visit visit, MoveRequest move, By by) {
        order.progress(visit, Command.TRAVEL, milestone(order, visit, Command.TRAVEL, move, by), null, by);
    }

    public void arrive(WorkOrder order, Visit visit, MoveRequest move, By by) {
        order.progress(visit, Command.ARRIVE, milestone(order, visit, Command.ARRIVE, move, by), null, by);
    }

    public void start(WorkOrder order, Visit visit, MoveRequest move, By by) {
        order.progress(visit, Command.START, milestone(order, visit, Command.START, move, by), null, by);
    }

    public void pause(WorkOrder order, Visit visit, Interruption why, By by) {
        order.progress(visit, Command.PAUSE, milestone(order, visit, Command.PAUSE, why.move(), by), why.reason(), by);
    }

    public void resume(WorkOrder order, Visit visit, MoveRequest move, By by) {
        order.progress(visit, Command.RESUME, milestone(order, visit, Command.RESUME, move, by), null, by);
    }

    /** Nobody is on the way any more; whoever was still has it, and goes later, or it is planned anew. */
    public void turnBack(WorkOrder order, Visit visit, Interruption why, By by) {
        Milestone back = milestone(order, visit, Command.TURN_BACK, why.move(), by);
        order.progress(visit, Command.TURN_BACK, back, why.reason(), by);
    }

    /** This visit will not be, as nobody is there or nobody gets there: another is to be planned. */
    public void abort(WorkOrder order, Visit visit, Interruption why, By by) {
        Milestone end = milestone(order, visit, Command.ABORT, why.move(), by);
        order.progress(visit, Command.ABORT, end, why.reason(), by);
        order.end(visit, Outcome.CANNOT_COMPLETE, true, null, by);
    }

    public void complete(WorkOrder order, Visit visit, Completion completion, By by) {
        Outcome outcome = completion.outcome();
        boolean needsFollowUp = completion.needsFollowUp();
        MoveRequest move = new MoveRequest(null, completion.occurredAt());
        Milestone end = milestone(order, visit, outcome.command(), move, by);
        order.progress(visit, outcome.command(), end, completion.remark(), by);
        order.end(visit, outcome, needsFollowUp, completion.remark(), by);
    }

    /** Whoever has set out drops out: their visit ends where it stands, and somebody else is to go on. */
    public void handOver(WorkOrder order, Visit visit, String reason, By by) {
        order.requireStep(Command.HAND_OVER, by);
        Milestone end = new Milestone(visit.whoSetOut().getFirst(), by.at(), by.at(), null);
        order.progress(visit, Command.HAND_OVER, end, reason, by);
        order.end(visit, Outcome.INCOMPLETE, true, null, by);
    }

    /** A job that was called off ends where it stands; what was done so far is recorded, reviewed and closed as any other. */
    public void stop(WorkOrder order, Visit visit, Stop stop, By by) {
        order.requireStep(Command.STOP, by);
        Milestone end = Milestone.at(visit.timeOfStep(stop.occurredAt(), times.aroundLabour(), times, by), by);
        order.progress(visit, Command.STOP, end, order.facts().calledOff().reason(), by);
        order.end(visit, Outcome.CANNOT_COMPLETE, false, stop.remark(), by);
    }

    /** That the step is one that can be taken comes first: its time says nothing otherwise. */
    private Milestone milestone(WorkOrder order, Visit visit, Command step, MoveRequest move, By by) {
        order.requireStep(step, by);
        Duration before = step == Command.TRAVEL ? times.aroundTravel() : times.aroundLabour();
        Instant at = visit.timeOfStep(move.occurredAt(), before, times, by);
        return Milestone.of(move.position(), order.jobCard().location().position(), at, by);
    }
}
