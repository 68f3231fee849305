package dev.fieldservice.dispatch.orders;

import dev.fieldservice.platform.aggregates.By;
import java.time.Instant;
import java.util.Optional;

/** The plan of one order: which visit is to take place, and what people make of it. */
record Plan(ServiceOrder order, Visits visits) {

    Appointment assign(Booking booking, By by) {
        order.assign(booking, by);
        return dispatch(booking, by);
    }

    Appointment claim(Booking booking, By by) {
        order.claim(booking, by);
        return dispatch(booking, by);
    }

    /** What was taken back. */
    Optional<Appointment> unassign(String why, By by) {
        Optional<Appointment> planned = visits.planned();
        order.unassign(why, by);
        withdraw(why, by);
        return planned;
    }

    /** What was taken back, if anything was planned. */
    Optional<Appointment> hold(HoldReason waitsFor, String why, By by) {
        Optional<Appointment> planned = visits.planned();
        withdraw(order.hold(waitsFor, why, by), by);
        return planned;
    }

    /** Nothing is planned while an order is on hold. */
    Optional<Appointment> resume(By by) {
        order.resume(by);
        return Optional.empty();
    }

    void cancel(String why, Instant at, By by) {
        if (order.takesCancellation(why, at, by)) {
            withdraw(why, by);
            order.cancel(why, at, by);
        }
    }

    /** Takes back what is planned and not begun; the higher version reaches those who had it. */
    void withdraw(String why, By by) {
        visits.planned().ifPresent(appointment -> {
            appointment.cancel(by, why);
            order.unassigned(appointment, why, by);
        });
    }

    /** Replaces what is planned and not begun; else plans anew. The higher version supersedes what technicians were told. */
    private Appointment dispatch(Booking booking, By by) {
        Optional<Appointment> planned = visits.planned();
        planned.ifPresent(appointment -> appointment.reschedule(order.jobCard, booking, by));
        Appointment appointment = planned.orElseGet(() -> Appointment.plan(order, booking, by));
        order.assigned(appointment, by);
        return appointment;
    }
}
