package dev.fieldservice.dispatch.orders;

import dev.fieldservice.dispatch.orders.OrderLifecycle.Fact;
import dev.fieldservice.platform.aggregates.By;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the field tells of the visits of one order, and what follows for the order. */
record Progress(ServiceOrder order, Visits visits) {

    /**
     * False if it was not taken: older than what is known, or an answer to a plan that no longer stands.
     *
     * @param concerned those who did not take the time of the visit by its plan
     */
    boolean progressed(VisitProgressed visit, Concerned concerned, By by) {
        Appointment appointment = visits.get(visit.appointmentId());
        boolean wasOnTheWay = appointment.state().isOnTheWay();
        boolean wasUnderWay = appointment.state().isUnderWay();
        Set<UUID> planned = Set.copyOf(appointment.technicianIds());
        if (!new FieldNews(appointment, by).progressed(visit, order.isClosed(), concerned)) {
            return false;
        }
        order.touch(by);
        switch (visit.state()) {
            case ACCEPTED -> {
                if (wasOnTheWay) {
                    turnedBack(appointment, visit, by);
                }
            }
            case REJECTED -> rejected(appointment, visit, by);
            case TRAVELLING, ON_SITE, IN_PROGRESS, PAUSED -> {
                order.apply(Fact.BEGIN, by, visit.occurredAt(), null);
                boolean isOfOlderPlan = !wasUnderWay && visit.isOfPlanBefore(appointment.assignmentVersion);
                if (isOfOlderPlan || !planned.equals(Set.copyOf(appointment.technicianIds()))) {
                    order.assigned(appointment, by);
                }
            }
            case COMPLETED, PARTIALLY_COMPLETED, CANNOT_COMPLETE -> finished(appointment, visit, by);
            case SCHEDULED, DISPATCHED, CANCELLED ->
                throw new IllegalArgumentException(visit.state() + " does not come from the field");
        }
        return true;
    }

    /** The visit is done; whether the job is, {@code job-completed} says. If that has come before, all is settled. */
    private void finished(Appointment appointment, VisitProgressed visit, By by) {
        if (!appointment.isEndReported() && appointment.isPartial()) {
            order.requireFollowUp(true);
            settle(appointment, by, visit.occurredAt());
        }
    }

    /**
     * Nobody is on the way any more: what is planned stands, and is told anew, as it may have been refused on site while
     * somebody was. That is this visit, unless another was planned meanwhile; none where the job was reported done.
     */
    private void turnedBack(Appointment appointment, VisitProgressed visit, By by) {
        if (visits.isAnyUnderWayBut(appointment)) {
            return;
        }
        if (order.reportedDone) {
            settle(appointment, by, visit.occurredAt());
            return;
        }
        if (order.isCalledOff()) {
            new Plan(order, visits).withdraw("The work was called off", by);
            order.apply(Fact.TURN_BACK, by, visit.occurredAt(), visit.reason());
            return;
        }
        if (order.waitsForCustomer) {
            new Plan(order, visits).withdraw("The ticket waits for the customer", by);
            order.apply(Fact.REJECT, by, visit.occurredAt(), visit.reason());
            return;
        }
        Optional<Appointment> another = visits.plannedBut(appointment);
        another.ifPresent(next -> replace(appointment, next, by));
        order.apply(Fact.TURN_BACK, by, visit.occurredAt(), visit.reason());
        order.assigned(another.orElse(appointment), by);
    }

    /** Who was told of it after the other may think that it follows that one. */
    private void replace(Appointment visit, Appointment next, By by) {
        String why = "Another visit is planned";
        visit.cancel(by, why);
        if (visit.toldVersion > next.toldVersion) {
            order.unassigned(visit, why, by);
        }
    }

    private void rejected(Appointment appointment, VisitProgressed visit, By by) {
        if (appointment.state().isOpen()) {
            order.assigned(appointment, by);
            return;
        }
        if (visits.isAnyAheadBut(appointment) || !order.takes(Fact.REJECT)) {
            return;
        }
        String why = "Rejected by " + appointment.leadName() + (visit.reason() == null ? "" : ": " + visit.reason());
        order.apply(Fact.REJECT, by, visit.occurredAt(), why);
        visits.later().forEach(later -> later.cancel(by, "The visit before it was rejected"));
        order.unassigned(appointment, why, by);
    }

    /** @param isSuperseded a visit that ended later was reported done before */
    void jobCompleted(JobCompleted job, boolean isSuperseded, By by) {
        if (job.amends()) {
            amended(job, isSuperseded, by);
            return;
        }
        Appointment visit = visits.get(job.appointmentId());
        boolean isLastEnd = new FieldNews(visit, by).reportedDone(job);
        if (!isLastEnd || isSuperseded) {
            return;
        }
        boolean isSettled = visit.isEndHeard() && visit.isPartial() && order.followUpRequired && job.followUpRequired();
        order.requireFollowUp(job.followUpRequired());
        order.leave(job.left());
        order.touch(by);
        boolean takesMore = takesAlongWhatIsLeft(visit);
        if (!isSettled) {
            settle(visit, by, job.completedAt());
        } else if (takesMore) {
            visits.planned().ifPresent(next -> order.assigned(next, by));
        }
    }

    /** True if the next visit was planned before anybody knew of that. What is left is not known before the job's report. */
    private boolean takesAlongWhatIsLeft(Appointment ended) {
        return order.followUpRequired
                && !visits.isAnyUnderWayBut(ended)
                && visits.next()
                        .filter(next -> next.takeAlong(order.leftOver.plannedParts()))
                        .isPresent();
    }

    /** The end was counted when it was told first; what a later visit has left is newer. */
    private void amended(JobCompleted job, boolean isSuperseded, By by) {
        if (!isSuperseded) {
            order.leave(job.left());
            order.touch(by);
        }
    }

    /**
     * Another visit that is under way speaks for itself later. One that is planned is the follow-up now, or is not needed: it
     * was to follow from the start, or was offered while this one had already begun, and refused on site for that.
     */
    private void settle(Appointment ended, By by, Instant at) {
        if (visits.isAnyUnderWayBut(ended)) {
            return;
        }
        Optional<Appointment> next = visits.next();
        if (!order.followUpRequired) {
            new Plan(order, visits).withdraw("The job was done before", by);
            order.apply(Fact.COMPLETE, by, at, null);
        } else if (next.isPresent()) {
            if (next.get().state().isLater()) {
                next.get().dispatch(by);
                next.get().countFrom(order.nextAssignment());
            }
            order.apply(Fact.FOLLOW_UP_PLANNED, by, at, null);
            order.assigned(next.get(), by);
        } else {
            order.apply(Fact.REQUIRE_FOLLOW_UP, by, at, null);
        }
    }

    void jobClosed(Outcome outcome, Instant closedAt, By by) {
        order.close(closedAt, by);
        visits.all().forEach(visit -> new FieldNews(visit, by).jobClosed(outcome.visit(), closedAt));
    }
}
