package dev.fieldservice.workorder.workorders;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.workorder.visits.Assignment;
import dev.fieldservice.workorder.visits.Visit;
import dev.fieldservice.workorder.visits.VisitLifecycle;
import dev.fieldservice.workorder.workorders.WorkOrderLifecycle.Command;
import dev.fieldservice.workorder.workorders.WorkOrderLifecycle.State;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What dispatch's decisions do to a work order: who goes, when, and for which visit. */
final class Planning {

    private final WorkOrder order;
    private final By by;
    private Visit visit;

    /** @param visit the current one */
    Planning(WorkOrder order, Visit visit, By by) {
        this.order = order;
        this.visit = visit;
        this.by = by;
    }

    /** For an order that this service has not heard of before. */
    static Planning assigned(OrderAssigned event, By by) {
        WorkOrder order = new WorkOrder(event);
        Planning planning = new Planning(order, newVisit(order, event, by), by);
        planning.adopt(event);
        order.note("ASSIGN", order.staffing.assignment.words(), by);
        return planning;
    }

    WorkOrder order() {
        return order;
    }

    /** The one that is current now; new if a decision began it. */
    Visit visit() {
        return visit;
    }

    /**
     * Dispatch has changed its mind, or plans a follow-up. What comes when it is too late is told and else ignored.
     *
     * @param isNewest no newer decision about this order was heard before, be it about another visit
     * @param known the visit that the event speaks of, unless it is a new one
     */
    void reassigned(OrderAssigned event, boolean isNewest, Optional<Visit> known) {
        known.ifPresent(one -> order.heard(one, event.assignmentVersion(), by));
        if (isNewest) {
            rename(event, known);
        }
        if (isSuperseded(event)) {
            return;
        }
        if (isTooLate(event, known)) {
            known.filter(ended -> order.isOpen() && wasDecidedDuring(ended, event))
                    .ifPresent(ended ->
                            Participation.changedBeforeTheEnd(order, ended, event.assignment(), event.assignedAt()));
            retold(event);
            return;
        }
        boolean isSameVisit = isCurrent(event);
        boolean isSamePlan = order.staffing.assignment.hasSameCrewAndTime(event.assignment());
        if (order.visitState.isReplaceable()) {
            order.takeAway(isSameVisit ? without(event.assignment()) : order.crew(), event.assignedAt());
        }
        adopt(event);
        if (!isSameVisit) {
            order.reachIfPossible(visit, VisitLifecycle.Command.CANCEL);
            begin(event, known);
        } else if (!isSamePlan || order.visitState != VisitLifecycle.State.ACCEPTED) {
            order.reachIfPossible(visit, VisitLifecycle.Command.REASSIGN);
        }
        if (!order.visitState.isReplaceable()) {
            Participation.change(order, visit, event.assignedAt());
        }
        visit.planFor(event.window().start());
        String plan = order.staffing.assignment.words();
        if (WorkOrderLifecycle.TABLE.target(order.state, Command.REASSIGN).isPresent()) {
            order.moveTo(Command.REASSIGN, by.at(), plan, by);
            order.stands(null, false, order.review.laidAside());
        } else {
            order.note("ASSIGN", plan, by);
        }
    }

    /**
     * Dispatch takes it away; false when something else was planned since, or when it is too late for that, because somebody has set
     * out or the work is done.
     *
     * @param earlier the newest visit that is over
     */
    boolean withdrawn(OrderUnassigned event, Optional<Visit> earlier) {
        if (event.assignmentVersion() < order.staffing.planVersion) {
            return false;
        }
        if (order.state != State.CANCELLED) {
            if (order.state != State.ASSIGNED || !order.visitState.isReplaceable()) {
                tooLate("UNASSIGN_TOO_LATE", event.reason());
                return false;
            }
            order.takeAway(order.crew(), event.unassignedAt());
            order.reachIfPossible(visit, VisitLifecycle.Command.CANCEL);
            Command command = earlier.isPresent() ? Command.WITHDRAW_FOLLOW_UP : Command.CANCEL;
            order.moveTo(command, event.unassignedAt(), event.reason(), by);
            earlier.ifPresent(this::goBackTo);
        }
        Assignment plan = earlier.map(Visit::assignment).orElseGet(order.staffing.assignment::withoutTechnicians);
        order.plan(plan, event.assignmentVersion(), by);
        return true;
    }

    /**
     * Somebody had set out for this visit before it was taken away: it stands as it did, whatever was decided since. Whoever loses
     * it by that may be out of reach as well.
     */
    void takenUp(Visit before, Assignment plan) {
        order.takeAway(visit == before ? without(plan) : order.crew(), by.at());
        if (visit != before) {
            order.reachIfPossible(visit, VisitLifecycle.Command.CANCEL);
            visit = before;
            order.turnTo(before);
        }
        order.reachIfPossible(before, VisitLifecycle.Command.REASSIGN);
        before.planFor(plan.window().start());
        order.plan(plan, by);
        order.note("HAD_BEGUN", plan.words(), by);
        if (WorkOrderLifecycle.TABLE.target(order.state, Command.REASSIGN).isPresent()) {
            order.moveTo(Command.REASSIGN, by.at(), plan.words(), by);
            order.stands(null, false, order.review.laidAside());
        }
    }

    /** Who of those who have it now would not have it. */
    private List<UUID> without(Assignment next) {
        return order.crew().stream()
                .filter(one -> next.technician(one).isEmpty())
                .toList();
    }

    private void begin(OrderAssigned event, Optional<Visit> takenBack) {
        visit = takenBack.orElseGet(() -> newVisit(order, event, by));
        order.turnTo(visit);
        if (takenBack.isEmpty()) {
            order.fulfilment.askCustomerAgain();
        }
        order.reachIfPossible(visit, VisitLifecycle.Command.REASSIGN);
    }

    private static Visit newVisit(WorkOrder order, OrderAssigned event, By by) {
        Visit visit = new Visit(event.appointmentId(), order.id(), event.assignedAt(), by.at());
        visit.planFor(event.window().start());
        order.heard(visit, event.assignmentVersion(), by);
        return visit;
    }

    /** The follow-up will not be: what the earlier visit has done stands as it did, for its crew and for the reviewer. */
    private void goBackTo(Visit earlier) {
        visit = earlier;
        order.turnTo(earlier);
        order.stands(earlier.outcome(), true, order.review.takenUp());
    }

    /** What is done is not planned again, and nobody loses the job that they have set out for. */
    private boolean isTooLate(OrderAssigned event, Optional<Visit> known) {
        if (known.filter(one -> one.state().isOver()).isPresent()) {
            return true;
        }
        boolean isReplaceable = order.visitState.isReplaceable();
        if (!isCurrent(event)) {
            boolean awaitsFollowUp = order.state == State.COMPLETED && order.followUpRequired;
            return !isReplaceable && !awaitsFollowUp;
        }
        return !isReplaceable && !List.of(event.assignment().technicianIds()).containsAll(visit.whoSetOut());
    }

    /** Decided while they were at it, and heard when it was over. */
    private static boolean wasDecidedDuring(Visit ended, OrderAssigned event) {
        return ended.wentOnAt(event.assignedAt())
                && List.of(event.assignment().technicianIds()).containsAll(ended.whoSetOut());
    }

    /** Something is planned, or nothing is, by a newer decision. */
    private boolean isSuperseded(OrderAssigned event) {
        return order.visitState.isReplaceable() && event.assignmentVersion() < order.staffing.planVersion;
    }

    private boolean isCurrent(OrderAssigned event) {
        return event.appointmentId().equals(order.appointmentId);
    }

    private void adopt(OrderAssigned event) {
        order.plan(event.assignment(), event.assignmentVersion(), by);
        order.adopt(event);
    }

    /** Whoever has another name has it also where nothing can be decided any more; what is recorded keeps the one it has. */
    private void rename(OrderAssigned event, Optional<Visit> known) {
        visit.rename(event.technicians());
        known.ifPresent(one -> one.rename(event.technicians()));
        order.plan(order.staffing.assignment.named(event.technicians()), by);
    }

    /** Nothing was decided where it is what is done already. */
    private void retold(OrderAssigned event) {
        if (!isCurrent(event) || !order.staffing.assignment.hasSameCrewAndTime(event.assignment())) {
            tooLate("ASSIGN_TOO_LATE", event.assignment().words());
        }
    }

    private void tooLate(String action, String detail) {
        order.touch(by);
        order.note(action, detail, by);
    }
}
