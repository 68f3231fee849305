package dev.fieldservice.workorder.workorders;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.workorder.reviews.Review;
import dev.fieldservice.workorder.visits.Milestone;
import dev.fieldservice.workorder.visits.Visit;
import dev.fieldservice.workorder.visits.VisitLifecycle;
import dev.fieldservice.workorder.workorders.WorkOrderLifecycle.Command;
import dev.fieldservice.workorder.workorders.WorkOrderLifecycle.State;
import jakarta.persistence.MappedSuperclass;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What dispatch's decisions do to a work order: who goes, when, and for which visit. */
@MappedSuperclass
public abstract class PlannedWork extends WorkOrderFacts {

    abstract Visit newVisit(UUID appointment, By by);

    /** Dispatch has changed its mind, or plans a follow-up. What comes when it is too late is told and else ignored. */
    void reassigned(OrderAssigned event, By by) {
        if (isTooLate(event)) {
            tooLate(
                    "ASSIGN_TOO_LATE",
                    event.assignmentVersion(),
                    by,
                    event.assignment().words());
            return;
        }
        boolean isSameVisit = event.appointmentId().equals(appointmentId);
        boolean isSamePlan = assignment.hasSameCrewAndTime(event.assignment());
        adopt(event, by);
        if (!isSameVisit) {
            reachIfPossible(VisitLifecycle.Command.CANCEL);
            begin(event.appointmentId(), by);
        } else if (!isSamePlan || visitState != VisitLifecycle.State.ACCEPTED) {
            reachIfPossible(VisitLifecycle.Command.REASSIGN);
        }
        if (WorkOrderLifecycle.TABLE.target(state, Command.REASSIGN).isPresent()) {
            state = move(WorkOrderLifecycle.TABLE, state, Command.REASSIGN, by, by.at(), assignment.words());
            reopen(Review.none());
        } else {
            note("ASSIGN", by, by.at(), assignment.words());
        }
    }

    /** Dispatch takes it away; false when it is too late for that, because somebody has set out or the work is done. */
    boolean withdrawn(OrderUnassigned event, By by) {
        if (state != State.CANCELLED) {
            if (state != State.ASSIGNED || !visitState.isReplaceable()) {
                tooLate("UNASSIGN_TOO_LATE", event.assignmentVersion(), by, event.reason());
                return false;
            }
            reachIfPossible(VisitLifecycle.Command.CANCEL);
            Optional<Visit> earlier = lastVisitThatIsOver();
            Command command = earlier.isPresent() ? Command.WITHDRAW_FOLLOW_UP : Command.CANCEL;
            state = move(WorkOrderLifecycle.TABLE, state, command, by, event.unassignedAt(), event.reason());
            assignment = assignment.withoutTechnicians();
            earlier.ifPresent(this::goBackTo);
        }
        technicianIds = assignment.technicianIds();
        assignmentVersion = event.assignmentVersion();
        touch(by);
        return true;
    }

    void reach(VisitLifecycle.State next, VisitLifecycle.Command command, Milestone milestone) {
        visitState = next;
        visit().reach(next, command, milestone);
        activeTechnicianId = next.isOccupying() ? visit().whoSetOut().getFirst() : null;
    }

    void reachIfPossible(VisitLifecycle.Command command) {
        VisitLifecycle.TABLE.target(visitState, command).ifPresent(next -> reach(next, command, null));
    }

    void begin(UUID appointment, By by) {
        Optional<Visit> takenBack = visit(appointment);
        appointmentId = appointment;
        if (takenBack.isPresent()) {
            visitState = takenBack.get().state();
            reachIfPossible(VisitLifecycle.Command.REASSIGN);
        } else {
            visits.add(newVisit(appointment, by));
            visitState = VisitLifecycle.State.ASSIGNED;
        }
    }

    /** The follow-up will not be: what the earlier visit has done stands as it did, for its crew and for the reviewer. */
    private void goBackTo(Visit earlier) {
        appointmentId = earlier.appointmentId();
        visitState = earlier.state();
        assignment = earlier.assignment();
        outcome = earlier.outcome();
        followUpRequired = true;
        review = Review.pending();
    }

    /** What is done is not planned again, and nobody loses the job that they have set out for. */
    private boolean isTooLate(OrderAssigned event) {
        if (visit(event.appointmentId()).filter(known -> known.state().isOver()).isPresent()) {
            return true;
        }
        if (!event.appointmentId().equals(appointmentId)) {
            return !visitState.isReplaceable() && !awaitsFollowUp();
        }
        return !visitState.isReplaceable()
                && !List.of(event.assignment().technicianIds()).containsAll(visit().whoSetOut());
    }

    void adopt(OrderAssigned event, By by) {
        assignment = event.assignment();
        technicianIds = assignment.technicianIds();
        involvedIds = Stream.concat(Stream.of(involvedIds), Stream.of(technicianIds))
                .distinct()
                .toArray(UUID[]::new);
        jobCard = event.jobCard();
        assignmentVersion = event.assignmentVersion();
        touch(by);
    }

    private void tooLate(String action, long version, By by, String detail) {
        assignmentVersion = version;
        note(action, by, by.at(), detail);
        touch(by);
    }

    /** Forgets how it ended, since it goes on. */
    void reopen(Review now) {
        outcome = null;
        followUpRequired = false;
        review = now;
    }

    /** Two changes never look like one, even within one tick of the clock. */
    void touch(By by) {
        changedAt = changedAt == null || by.at().isAfter(changedAt) ? by.at() : changedAt.plus(1, ChronoUnit.MICROS);
    }
}
