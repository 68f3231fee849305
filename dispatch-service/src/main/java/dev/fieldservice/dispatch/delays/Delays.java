package dev.fieldservice.dispatch.delays;

import dev.fieldservice.dispatch.orders.Appointment;
import dev.fieldservice.dispatch.orders.ServiceOrder;
import dev.fieldservice.dispatch.orders.ServiceOrders;
import dev.fieldservice.dispatch.visibility.Visibility;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Announces delays. */
@ApplicationScoped
public class Delays {

    /** The order of the appointment, and those of what the same technicians have planned within a day after it. */
    private static final String CONCERNED = """
            select distinct b.order_id from appointment a
              join appointment b on b.id = a.id
                or b.state in ('DISPATCHED', 'ACCEPTED')
                   and b.starts_at > a.starts_at and b.starts_at < a.starts_at + interval '1 day'
                   and exists (select 1 from appointment_technician s
                                 join appointment_technician t on t.technician_id = s.technician_id
                                where s.appointment_id = a.id and t.appointment_id = b.id)
             where a.id = :id""";

    private final ServiceOrders orders;

    public Delays(ServiceOrders orders) {
        this.orders = orders;
    }

    Uni<DelayNotice> announce(Tx tx, UUID appointmentId, Delay delay) {
        delay.requireAhead(tx.by().at());
        return tx.session()
                .createNativeQuery(CONCERNED, UUID.class)
                .setParameter("id", appointmentId)
                .getResultList()
                .chain(ids -> orders.loadAll(tx, ids))
                .chain(concerned -> announce(tx, appointmentId, delay, concerned));
    }

    private static Uni<DelayNotice> announce(Tx tx, UUID appointmentId, Delay delay, List<ServiceOrder> concerned) {
        Map<UUID, Appointment> appointments = concerned.stream()
                .flatMap(order -> order.appointments().stream())
                .collect(Collectors.toMap(Appointment::id, Function.identity()));
        Appointment late = Optional.ofNullable(appointments.get(appointmentId))
                .filter(appointment -> Visibility.of(tx.by().caller()).includesAppointment(appointment::isGivenTo))
                .orElseThrow(() -> new Refusal.NotFound("appointment").refused());
        late.delay(delay.expectedArrival(), tx.by(), delay.reason());
        Map<UUID, Instant> shifted = Arrivals.shifted(visit(late), laterThatDay(late, appointments));
        String because = late.order().number() + " is delayed";
        shifted.forEach((id, arrival) -> appointments.get(id).shift(arrival, tx.by(), because));
        return tx.add(DelayNotice.of(late, delay, shifted, tx.by()));
    }

    private static List<Arrivals.Visit> laterThatDay(Appointment late, Map<UUID, Appointment> appointments) {
        return appointments.values().stream()
                .filter(other -> other.state().isOpen() && !other.id().equals(late.id()))
                .filter(other -> other.window().start().isAfter(late.window().start()) && isSameDay(late, other))
                .filter(other -> other.technicianIds().stream().anyMatch(late::isFor))
                .map(Delays::visit)
                .toList();
    }

    private static boolean isSameDay(Appointment late, Appointment other) {
        return day(late, late).equals(day(late, other));
    }

    /** By the clock of the site where the technician is late. */
    private static LocalDate day(Appointment site, Appointment appointment) {
        return appointment
                .window()
                .start()
                .atZone(site.order().jobCard().zone())
                .toLocalDate();
    }

    private static Arrivals.Visit visit(Appointment a) {
        return new Arrivals.Visit(a.id(), a.technicianIds(), a.arrival(), a.length());
    }
}
