package dev.fieldservice.dispatch.orders;

import dev.fieldservice.dispatch.worktypes.GivenWorkType;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refusal;
import java.util.Optional;
import java.util.UUID;

/** The plan of one order: which visit is to take place, and what people make of it. */
record Plan(ServiceOrder order, Visits visits) {

    /** The visit at which somebody is, whatever follows it; of several the one that was planned last. */
    Optional<Appointment> underWay() {
        return visits.underWay();
    }

    /** Others go along with the visit that is under way, or no longer do; when it is and who has set out stays. */
    Appointment changeCrew(Appointment visit, Booking booking, By by) {
        visit.requireWindow(booking.window());
        visit.changeCrew(booking, by);
        order.assign(booking, by);
        visit.countFrom(order.nextAssignment());
        order.assigned(visit, by);
        return visit;
    }

    /** Refused with 409 once somebody is at it; between the end of a visit and the word whether the job is done, too. */
    Appointment assign(Booking booking, By by) {
        if (order.hasBegun()) {
            throw new Refusal.IllegalTransition("service order", order.state.name(), "assign", order.allowedCommands())
                    .refused();
        }
        order.assign(booking, by);
        visits.requireRoomForNext(booking.window());
        return dispatch(booking, by);
    }

    Appointment claim(Booking booking, By by) {
        order.claim(booking, by);
        return dispatch(booking, by);
    }

    /** One that is to follow: those who go are told when it is the next. */
    Appointment planVisit(Booking booking, By by) {
        order.planVisit(booking, by);
        visits.requireRoomForLater(booking.window(), by.at());
        Appointment later = Appointment.planLater(order, booking, by);
        order.withhold(visits.and(later).withheld(order));
        return later;
    }

    Optional<Appointment> cancelVisit(UUID id, String why, By by) {
        order.cancelVisit(why, by);
        Appointment visit = visits.requireLater(id);
        visit.cancel(by, why);
        order.withhold(visits.withheld(order));
        return Optional.of(visit);
    }

    /** What this technician has claimed already, for whoever did not hear the answer and asks once more under a new key. */
    Optional<Appointment> claimed(UUID technicianId, Optional<Window> wished) {
        return visits.planned()
                .filter(visit -> visit.isFor(technicianId))
                .filter(visit -> wished.isEmpty() || wished.get().equals(visit.window()));
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

    /** The visit of which the field is told anew, if it was told of one. */
    Optional<Appointment> setWorkType(Optional<GivenWorkType> chosen, By by) {
        order.setWorkType(chosen, by);
        Optional<Appointment> planned = visits.planned();
        planned.ifPresent(visit -> order.assigned(visit, by));
        return planned;
    }

    /** Nothing is planned while an order is on hold. */
    Optional<Appointment> resume(By by) {
        order.resume(by);
        return Optional.empty();
    }

    /** What the ticket says now; what is over stays as it was. */
    void follow(TicketTold ticket, By by) {
        Following following = new Following(order, ticket, by);
        if (order.isClosed()) {
            following.tooLate();
            return;
        }
        following.correct();
        switch (ticket.work()) {
            case WANTED -> following.goOn();
            case ON_HOLD -> {
                withdraw(ticket.reason(), by);
                following.waitForCustomer();
            }
            case CALLED_OFF -> {
                withdraw(ticket.reason(), by);
                following.callOff();
            }
            // An order that is there is not taken back because the request is looked at once more.
            case NOT_YET -> {}
        }
    }

    /** Takes back all that is planned and not begun; the higher version reaches those who had it. */
    void withdraw(String why, By by) {
        visits.planned().ifPresent(appointment -> {
            appointment.cancel(by, why);
            order.unassigned(appointment, why, by);
        });
        visits.later().forEach(visit -> visit.cancel(by, why));
    }

    /** Replaces what is planned and not begun; else plans anew. The higher version supersedes what technicians were told. */
    private Appointment dispatch(Booking booking, By by) {
        Optional<Appointment> planned = visits.planned();
        boolean isKnown = planned.filter(visit -> visit.isPlannedAs(booking)).isPresent();
        planned.ifPresent(appointment -> appointment.reschedule(order, booking, by));
        Appointment appointment = planned.orElseGet(() -> Appointment.plan(order, booking, by));
        if (!isKnown) {
            appointment.countFrom(order.nextAssignment());
        }
        order.assigned(appointment, by);
        return appointment;
    }
}
