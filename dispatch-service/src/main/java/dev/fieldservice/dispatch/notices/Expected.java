package dev.fieldservice.dispatch.notices;

import dev.fieldservice.dispatch.orders.Appointment;
import dev.fieldservice.dispatch.orders.Appointments;
import dev.fieldservice.dispatch.orders.OrderVisit;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the customer of a visit expects by what they heard of it, or of one that was given up before.
 *
 * @param givenUp visits of the same order in whose place they expect no other
 */
public record Expected(List<Appointment> givenUp, Heard heard) {

    /** Of a visit whose order is locked. */
    public static Uni<Expected> of(Tx tx, OrderVisit visit) {
        return Appointments.givenUp(tx, visit.order().id()).chain(givenUp -> {
            List<Appointment> known = new ArrayList<>(givenUp);
            known.add(visit.appointment());
            return Heard.of(tx, visit.order(), known).map(heard -> new Expected(givenUp, heard));
        });
    }

    /**
     * Whoever heard of another time of this visit hears that it was moved, and so does who expects one that was given up: whether that
     * or this plan is told first must not matter. Empty for who expects nothing.
     */
    Optional<VisitNotice> anew(OrderVisit visit, By by) {
        Instant arrival = visit.appointment().times().expected();
        return heard.expected(visit.appointment())
                .map(last -> VisitNotice.plannedAnew(visit, last.hasTold(arrival) || last.isAboutToTell(arrival), by))
                .or(() -> givenUp.stream()
                        .flatMap(other ->
                                heard.expected(other).map(last -> VisitNotice.instead(visit, other, last, by)).stream())
                        .findFirst());
    }
}
