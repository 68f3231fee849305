package dev.fieldservice.workorder.steps;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.workorder.visits.ActiveWork;
import dev.fieldservice.workorder.visits.LeftOver;
import dev.fieldservice.workorder.visits.Milestone;
import dev.fieldservice.workorder.visits.Outcome;
import dev.fieldservice.workorder.visits.TimesConfig;
import dev.fieldservice.workorder.visits.Visit;
import dev.fieldservice.workorder.visits.VisitLifecycle.Command;
import dev.fieldservice.workorder.visits.Visits;
import dev.fieldservice.workorder.workorders.Assignments;
import dev.fieldservice.workorder.workorders.LateNews;
import dev.fieldservice.workorder.workorders.Participation;
import dev.fieldservice.workorder.workorders.Visibility;
import dev.fieldservice.workorder.workorders.WorkOrder;
import dev.fieldservice.workorder.worktypes.SignatureState;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** What each step of a visit needs and leaves behind. All but the handing over are a technician's. */
@ApplicationScoped
public class Steps {

    private final TimesConfig times;
    private final WhenCompleted next;

    public Steps(TimesConfig times, WhenCompleted next) {
        this.times = times;
        this.next = next;
    }

    /** One step of a visit of an order. */
    @FunctionalInterface
    interface Step {
        void apply(WorkOrder order, Visit visit, By by);
    }

    /** A step of the office. */
    Uni<Void> take(Tx tx, WorkOrder order, Step step) {
        return Visits.find(tx.session(), order.id(), order.appointmentId())
                .chain(visit -> take(tx, order, visit, order.crew(), step));
    }

    /** A step of a technician: of whoever has the order now, or had it when they took the step. */
    Uni<Void> take(Tx tx, WorkOrder order, Tap tap, Step step) {
        return Visits.all(tx.session(), order.id())
                .chain(visits -> LateNews.of(order, visits, tap.occurredAt(), tx.by())
                        .map(news -> takeLate(tx, order, news, tap, step))
                        .orElseGet(() -> {
                            Visibility.CREW.require(tx.by().caller(), order);
                            return take(tx, order, current(order, visits), order.crew(), step);
                        }));
    }

    private Uni<Void> takeLate(Tx tx, WorkOrder order, LateNews news, Tap tap, Step step) {
        List<UUID> before = order.crew();
        if (news.standsAgain()) {
            news.takeUp();
            return take(tx, order, news.visit(), before, step).chain(() -> news.handBack(tx));
        }
        Instant at = news.visit().timeOfLateStep(tap.occurredAt(), before(tap.command()), times, tx.by());
        news.note(tap.command(), milestone(order, tap.move(), at, tx.by()), tap.said(), tap.left());
        return Uni.createFrom().voidItem();
    }

    private static Visit current(WorkOrder order, List<Visit> visits) {
        return visits.stream()
                .filter(visit -> visit.appointmentId().equals(order.appointmentId()))
                .findFirst()
                .orElseThrow();
    }

    /** Each step decides anew who is busy with what. */
    private Uni<Void> take(Tx tx, WorkOrder order, Visit visit, List<UUID> before, Step step) {
        boolean wasOccupying = order.isOccupying();
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> step.apply(order, visit, tx.by()))
                .chain(() -> {
                    if (order.isOccupying()) {
                        return ActiveWork.occupy(tx, order.id(), order.crew());
                    }
                    return wasOccupying
                            ? ActiveWork.release(tx, order.id()).invoke(order.offer()::crewWasHere)
                            : Uni.createFrom().voidItem();
                })
                .chain(() -> disappear(tx, order, before))
                .chain(() -> order.isCompleted()
                        ? next.completed(tx, order)
                        : Uni.createFrom().voidItem());
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

    public void pause(WorkOrder order, Visit visit, Pause why, By by) {
        MoveRequest move = why.interruption().move();
        order.progress(visit, Command.PAUSE, milestone(order, visit, Command.PAUSE, move, by), why.reason(), by);
        visit.pausedFor(why.kindOrBreak());
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
        order.end(visit, Outcome.CANNOT_COMPLETE, true, null);
    }

    /** @param last how what the customer said last stands to the job */
    public void complete(
            WorkOrder order, Visit visit, Completion completion, SignatureState last, LeftOver left, By by) {
        Outcome outcome = completion.outcome();
        boolean needsFollowUp = completion.needsFollowUp();
        MoveRequest move = new MoveRequest(null, completion.occurredAt());
        Milestone end = milestone(order, visit, outcome.command(), move, by);
        require(order, completion, last);
        order.progress(visit, outcome.command(), end, completion.remark(), by);
        order.leave(left);
        order.end(visit, outcome, needsFollowUp, completion.remark());
    }

    /** What is left open is said by INCOMPLETE, and why nothing can be done in words. */
    private static void require(WorkOrder order, Completion completion, SignatureState last) {
        switch (completion.outcome()) {
            case COMPLETE -> order.fulfilment().requireComplete(last);
            case CANNOT_COMPLETE -> order.fulfilment().requireReason(reason(order, completion));
            case INCOMPLETE -> {}
        }
    }

    /** What was said of the visit before says it, too; null if nobody did. */
    private static String reason(WorkOrder order, Completion completion) {
        return Stream.of(
                        completion.remark(),
                        order.account().done(),
                        order.account().found())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Whoever has set out drops out: their visit ends where it stands, and somebody else is to go on. */
    public void handOver(WorkOrder order, Visit visit, String reason, By by) {
        order.requireStep(Command.HAND_OVER, null, by);
        Milestone end = new Milestone(visit.whoSetOut().getFirst(), by.at(), by.at(), null);
        order.progress(visit, Command.HAND_OVER, end, reason, by);
        order.end(visit, Outcome.INCOMPLETE, true, null);
    }

    /** A job that was called off ends where it stands; what was done so far is recorded, reviewed and closed as any other. */
    public void stop(WorkOrder order, Visit visit, Stop stop, By by) {
        order.requireStep(Command.STOP, null, by);
        Milestone end = Milestone.at(visit.timeOfStep(stop.occurredAt(), times.aroundLabour(), times, by), by);
        order.progress(visit, Command.STOP, end, order.facts().calledOff().reason(), by);
        order.end(visit, Outcome.CANNOT_COMPLETE, false, stop.remark());
    }

    /** That the step is one that can be taken comes first: its time says nothing otherwise. */
    private Milestone milestone(WorkOrder order, Visit visit, Command step, MoveRequest move, By by) {
        order.requireStep(step, move.occurredAt(), by);
        visit.requireRoom(step);
        Instant at = visit.timeOfStep(move.occurredAt(), before(step), times, by);
        return milestone(order, move, at, by);
    }

    private static Milestone milestone(WorkOrder order, MoveRequest move, Instant at, By by) {
        return Milestone.of(move.position(), order.jobCard().location().position(), at, by);
    }

    /** How long before the planned begin it may be. */
    private Duration before(Command step) {
        return step == Command.TRAVEL ? times.aroundTravel() : times.aroundLabour();
    }
}
