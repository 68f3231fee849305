package dev.fieldservice.dispatch.delays;

import dev.fieldservice.dispatch.errands.DispatchErrand;
import dev.fieldservice.dispatch.orders.Appointment;
import dev.fieldservice.dispatch.orders.Appointments;
import dev.fieldservice.dispatch.orders.OrderVisit;
import dev.fieldservice.dispatch.orders.ServiceOrder;
import dev.fieldservice.dispatch.orders.ServiceOrders;
import dev.fieldservice.dispatch.visibility.Visibility;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.mail.Mails;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
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
    private final Mails mails;

    public Delays(ServiceOrders orders, Mails mails) {
        this.orders = orders;
        this.mails = mails;
    }

    Uni<DelayNotice> announce(Tx tx, UUID appointmentId, Delay delay) {
        delay.requireAhead(tx.by().at());
        return tx.session()
                .createNativeQuery(CONCERNED, UUID.class)
                .setParameter("id", appointmentId)
                .getResultList()
                .chain(ids -> orders.loadAll(tx, ids)
                        .chain(concerned -> Appointments.aheadOr(tx, ids, appointmentId)
                                .chain(visits -> announce(tx, appointmentId, delay, visits(concerned, visits)))))
                .call(notice -> notice.isPending()
                        ? mails.later(
                                tx, DispatchErrand.DELAY_MAIL, notice.subject(), new DelayMail.Content(notice.id()))
                        : Uni.createFrom().voidItem());
    }

    private static Map<UUID, OrderVisit> visits(List<ServiceOrder> orders, List<Appointment> appointments) {
        Map<UUID, ServiceOrder> byId = orders.stream().collect(Collectors.toMap(ServiceOrder::id, Function.identity()));
        return appointments.stream()
                .map(appointment -> new OrderVisit(byId.get(appointment.orderId()), appointment))
                .collect(Collectors.toMap(visit -> visit.appointment().id(), Function.identity()));
    }

    private static Uni<DelayNotice> announce(Tx tx, UUID appointmentId, Delay delay, Map<UUID, OrderVisit> concerned) {
        OrderVisit late = Optional.ofNullable(concerned.get(appointmentId))
                .filter(visit -> Visibility.of(tx.by().caller()).includesAppointment(visit.appointment()::isGivenTo))
                .orElseThrow(() -> new Refusal.NotFound("appointment").refused());
        late.appointment().delay(late.order().jobCard(), delay.expectedArrival(), tx.by(), delay.reason());
        late.order().touch(tx.by());
        Map<UUID, Instant> shifted =
                Arrivals.shifted(visit(late.appointment()), laterThatDay(late, concerned.values()));
        String because = late.order().number() + " is delayed";
        shifted.forEach((id, arrival) -> shift(concerned.get(id), arrival, because, tx.by()));
        return tx.add(DelayNotice.of(late, delay, shifted, tx.by()));
    }

    private static void shift(OrderVisit later, Instant arrival, String because, By by) {
        later.appointment().shift(later.order().jobCard(), arrival, by, because);
        later.order().touch(by);
    }

    private static List<Arrivals.Visit> laterThatDay(OrderVisit late, Collection<OrderVisit> concerned) {
        Appointment first = late.appointment();
        ZoneId zone = late.order().jobCard().zone();
        return concerned.stream()
                .map(OrderVisit::appointment)
                .filter(other -> other.state().isOpen() && !other.id().equals(first.id()))
                .filter(other -> other.window().start().isAfter(first.window().start()))
                .filter(other -> day(other, zone).equals(day(first, zone)))
                .filter(other -> other.technicianIds().stream().anyMatch(first::isFor))
                .map(Delays::visit)
                .toList();
    }

    /** By the clock of the site where the technician is late. */
    private static LocalDate day(Appointment appointment, ZoneId zone) {
        return appointment.window().start().atZone(zone).toLocalDate();
    }

    private static Arrivals.Visit visit(Appointment a) {
        return new Arrivals.Visit(a.id(), a.technicianIds(), a.arrival(), a.length());
    }
}
