package dev.fieldservice.dispatch.delays;

import dev.fieldservice.dispatch.orders.Appointment;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The messages by which a customer knows of the visits of one order, or is about to, newest first. */
record Heard(List<DelayNotice> newestFirst) {

    /** Of a visit that took the place of another at the same time no message was needed. */
    private static final String MESSAGES = """
            from DelayNotice where appointmentId in :visits
               and (delivery.state in (PENDING, SENT) or delivery.state = NOT_NEEDED and change = PLANNED_ANEW)
             order by id desc""";

    static Uni<Heard> of(Tx tx, List<Appointment> visits) {
        return tx.session()
                .createSelectionQuery(MESSAGES, DelayNotice.class)
                .setParameter("visits", visits.stream().map(Appointment::id).toList())
                .getResultList()
                .map(Heard::new);
    }

    Optional<DelayNotice> last(Appointment visit) {
        return newestFirst.stream()
                .filter(message -> isAbout(message, visit.id()))
                .findFirst();
    }

    /** Since the customer heard of any other of them. */
    boolean isLastAbout(Appointment visit) {
        return newestFirst.stream()
                .findFirst()
                .filter(message -> isAbout(message, visit.id()))
                .isPresent();
    }

    private static boolean isAbout(DelayNotice message, UUID visit) {
        return message.appointmentId.equals(visit);
    }
}
