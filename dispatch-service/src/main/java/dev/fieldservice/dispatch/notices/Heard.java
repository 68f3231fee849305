package dev.fieldservice.dispatch.notices;

import dev.fieldservice.dispatch.orders.Appointment;
import dev.fieldservice.dispatch.orders.ServiceOrder;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The messages by which a customer knows of the visits of one order, or is about to, newest first. Whoever wants no mail is called, and
 * knows by that.
 */
record Heard(List<VisitNotice> newestFirst) {

    /** Of a visit that took the place of another at the same time no message was needed. */
    private static final String MESSAGES = """
            from VisitNotice where appointmentId in :visits
               and (delivery.state in (PENDING, SENT) or delivery.state = NOT_NEEDED and change = PLANNED_ANEW
                    or delivery.state = NOT_POSSIBLE and :isCalled = true)
             order by id desc""";

    static Uni<Heard> of(Tx tx, ServiceOrder order, List<Appointment> visits) {
        return tx.session()
                .createSelectionQuery(MESSAGES, VisitNotice.class)
                .setParameter("visits", visits.stream().map(Appointment::id).toList())
                .setParameter("isCalled", !Delivery.isWanted(order.jobCard()))
                .getResultList()
                .map(Heard::new);
    }

    Optional<VisitNotice> last(Appointment visit) {
        return newestFirst.stream()
                .filter(message -> isAbout(message, visit.id()))
                .findFirst();
    }

    /** The last of a visit that its customer expects, as far as they heard. */
    Optional<VisitNotice> expected(Appointment visit) {
        return last(visit).filter(last -> !last.isCalledOff());
    }

    private static boolean isAbout(VisitNotice message, UUID visit) {
        return message.appointmentId.equals(visit);
    }
}
