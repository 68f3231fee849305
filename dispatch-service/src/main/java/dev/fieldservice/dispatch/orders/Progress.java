package dev.fieldservice.dispatch.orders;

import dev.fieldservice.dispatch.orders.OrderLifecycle.Fact;
import dev.fieldservice.platform.aggregates.By;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the field tells of the visits of one order, and what follows for the order. */
record Progress(ServiceOrder order, Visits visits) {

    /** @param busy those of its technicians who are planned elsewhere in the window of the visit */
    void progressed(VisitProgressed visit, Set<UUID> busy, By by) {
        Appointment appointment = visits.get(visit.appointmentId());
        if (!appointment.progress(visit, order.isClosed(), busy, by)) {
            return;
        }
        order.touch(by);
        switch (visit.state()) {
            case ACCEPTED -> {}
            case REJECTED -> rejected(appointment, visit, by);
            case TRAVELLING, ON_SITE, IN_PROGRESS, PAUSED -> order.apply(Fact.BEGIN, by, visit.occurredAt(), null);
            case COMPLETED, PARTIALLY_COMPLETED, CANNOT_COMPLETE -> finished(appointment, visit, by);
            case DISPATCHED, CANCELLED ->
                throw new IllegalArgumentException(visit.state() + " does not come from the field");
        }
    }

    /** The visit is done; whether the job is, {@code job-completed} says. If that has come before, all is settled. */
    private void finished(Appointment appointment, VisitProgressed visit, By by) {
        if (!appointment.isEndReported() && appointment.isPartial()) {
            order.followUpRequired = true;
            settle(appointment, by, visit.occurredAt());
        }
    }

    private void rejected(Appointment appointment, VisitProgressed visit, By by) {
        if (visits.isAnyAheadBut(appointment) || !order.takes(Fact.REJECT)) {
            return;
        }
        String why = "Rejected by " + appointment.leadName() + (visit.reason() == null ? "" : ": " + visit.reason());
        order.apply(Fact.REJECT, by, visit.occurredAt(), why);
        order.unassigned(appointment, why, by);
    }

    /** @param isSuperseded a later visit was reported done before */
    void jobCompleted(JobCompleted job, boolean isSuperseded, By by) {
        Appointment visit = visits.get(job.appointmentId());
        if (!visit.reportedDone(job.outcome().visit(), by, job.completedAt()) || isSuperseded) {
            return;
        }
        boolean isSettled = visit.isEndHeard() && visit.isPartial() && order.followUpRequired && job.followUpRequired();
        order.followUpRequired = job.followUpRequired();
        order.touch(by);
        if (!isSettled) {
            settle(visit, by, job.completedAt());
        }
    }

    /**
     * Another visit that is under way speaks for itself later. One that is planned was offered while this one had already
     * begun, and refused on site for that: now it stands as the follow-up, or is not needed.
     */
    private void settle(Appointment ended, By by, Instant at) {
        if (visits.isAnyUnderWayBut(ended)) {
            return;
        }
        Optional<Appointment> next = visits.planned();
        if (!order.followUpRequired) {
            new Plan(order, visits).withdraw("The job was done before", by);
            order.apply(Fact.COMPLETE, by, at, null);
        } else if (next.isPresent()) {
            order.apply(Fact.FOLLOW_UP_PLANNED, by, at, null);
            order.assigned(next.get(), by);
        } else {
            order.apply(Fact.REQUIRE_FOLLOW_UP, by, at, null);
        }
    }

    void jobClosed(Outcome outcome, Instant closedAt, By by) {
        order.close(closedAt, by);
        visits.all().forEach(appointment -> appointment.jobClosed(outcome.visit(), by, closedAt));
    }
}
