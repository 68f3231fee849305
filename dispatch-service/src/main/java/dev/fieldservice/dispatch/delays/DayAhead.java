package dev.fieldservice.dispatch.delays;

import dev.fieldservice.dispatch.orders.Appointment;
import dev.fieldservice.dispatch.orders.Appointments;
import dev.fieldservice.dispatch.orders.OrderVisit;
import dev.fieldservice.dispatch.orders.ServiceOrder;
import dev.fieldservice.dispatch.orders.ServiceOrders;
import dev.fieldservice.dispatch.orders.TimeChanged;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Visits and those that may have to wait for them: what the same technicians, and those who go with them, have planned after
 * them, and what follows them in the same order, up to a day after their end, over midnight too.
 *
 * @param spokenOf the visit of which people have said when
 * @param visits with their orders locked
 * @param others what else these technicians are at or have planned; only read
 */
record DayAhead(UUID spokenOf, Map<UUID, OrderVisit> visits, List<Appointment> others) {

    private static final UUID NONE = new UUID(0, 0);

    private static final String CONCERNED = """
            with recursive concerned as (
                select a.id, a.order_id, a.starts_at as after, a.ends_at + interval '1 day' as horizon
                  from appointment a where a.id in (:ids)
                union
                select b.id, b.order_id, c.after, c.horizon
                  from concerned c
                  join lateral (
                      select t.appointment_id as id
                        from appointment_technician s
                        join appointment_technician t on t.technician_id = s.technician_id and t.active
                       where s.appointment_id = c.id
                      union all
                      select o.id from appointment o where o.order_id = c.order_id) after_it on true
                  join appointment b on b.id = after_it.id
                 where b.state in ('SCHEDULED', 'DISPATCHED', 'ACCEPTED') and greatest(b.starts_at, b.expected_arrival) > c.after and b.starts_at < c.horizon)
            select distinct order_id from concerned""";

    /** Of which people speak. */
    static Uni<DayAhead> after(Tx tx, ServiceOrders orders, UUID spokenOf) {
        return load(tx, orders, List.of(spokenOf), spokenOf);
    }

    /** After one that takes longer, or no longer takes its time. */
    static Uni<DayAhead> after(Tx tx, ServiceOrders orders, TimeChanged time) {
        if (time.longer()) {
            return load(tx, orders, List.of(time.appointmentId()), NONE);
        }
        return Appointments.waitingFor(tx, time)
                .chain(waiting -> waiting.isEmpty()
                        ? Uni.createFrom().item(new DayAhead(NONE, Map.of(), List.of()))
                        : load(tx, orders, waiting, NONE));
    }

    private static Uni<DayAhead> load(Tx tx, ServiceOrders orders, List<UUID> from, UUID spokenOf) {
        return lock(tx, orders, from, Set.of())
                .chain(ids -> orders.loadAll(tx, ids)
                        .chain(locked -> Appointments.aheadOr(tx, ids, spokenOf)
                                .chain(found -> Appointments.besides(tx, ids, found)
                                        .map(others -> new DayAhead(spokenOf, withOrders(locked, found), others)))));
    }

    /**
     * The orders of these visits, locked, and then those who go there, as planning does it: two who speak and plan at the same
     * time know of each other. What was planned for the same people while their locks were waited for is locked as well; should
     * somebody wait for them with that very order, the database lets one of the two try again.
     */
    private static Uni<List<UUID>> lock(Tx tx, ServiceOrders orders, List<UUID> from, Set<UUID> locked) {
        return tx.session()
                .createNativeQuery(CONCERNED, UUID.class)
                .setParameter("ids", from)
                .getResultList()
                .chain(ids -> locked.containsAll(ids)
                        ? Uni.createFrom().item(ids)
                        : orders.loadAll(tx, ids)
                                .chain(() -> Appointments.lockTechnicians(tx, ids))
                                .chain(() -> lock(tx, orders, from, Set.copyOf(ids))));
    }

    private static Map<UUID, OrderVisit> withOrders(List<ServiceOrder> orders, List<Appointment> appointments) {
        Map<UUID, ServiceOrder> byId = orders.stream().collect(Collectors.toMap(ServiceOrder::id, Function.identity()));
        Map<UUID, OrderVisit> visits = new LinkedHashMap<>();
        appointments.forEach(each -> visits.put(each.id(), new OrderVisit(byId.get(each.orderId()), each)));
        return visits;
    }

    Optional<OrderVisit> visit() {
        return Optional.ofNullable(visits.get(spokenOf));
    }

    /** Visits that are expected at another time than they were, with the new one, which is not over. */
    Map<OrderVisit, Instant> moved(Instant now) {
        Map<UUID, Instant> arrivals = Arrivals.of(Stream.of(
                        visits.values().stream().map(visit -> known(visit.appointment())),
                        others.stream().map(DayAhead::fixed))
                .flatMap(Function.identity())
                .toList());
        Map<OrderVisit, Instant> moved = new LinkedHashMap<>();
        arrivals.forEach((id, arrival) -> {
            Instant before = visits.get(id).appointment().times().expected();
            Instant possible = arrival.isBefore(now) ? earlier(before, now) : arrival;
            if (!possible.equals(before)) {
                moved.put(visits.get(id), possible);
            }
        });
        return moved;
    }

    /** Nobody is told of a time that is over: who was to come by then is due now, or was due before. */
    private static Instant earlier(Instant before, Instant now) {
        return before.isBefore(now) ? before : now.truncatedTo(ChronoUnit.SECONDS);
    }

    /** What was spoken of takes place as was said, what has begun as it does. */
    private Arrivals.Visit known(Appointment a) {
        if (a.id().equals(spokenOf) || !a.state().isPlanned()) {
            return fixed(a);
        }
        return new Arrivals.Visit(
                a.id(),
                taken(a),
                a.times().order(),
                a.times().expectedByItself(),
                a.times().length(),
                false);
    }

    private static Arrivals.Visit fixed(Appointment a) {
        Instant arrival = a.times().expected();
        return new Arrivals.Visit(
                a.id(),
                taken(a),
                a.times().order(),
                arrival,
                Duration.between(arrival, a.times().expectedEnd()),
                true);
    }

    /** Its technicians are at one visit at a time, and the job is visited once at a time. */
    private static List<UUID> taken(Appointment a) {
        return Stream.concat(a.technicianIds().stream(), Stream.of(a.orderId())).toList();
    }
}
