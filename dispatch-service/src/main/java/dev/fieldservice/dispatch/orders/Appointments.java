package dev.fieldservice.dispatch.orders;

import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds appointments. */
public final class Appointments {

    /** How long after a visit its code still leads there. */
    private static final Duration OPENS_FOR = Duration.ofDays(3);

    private static final UUID NONE = new UUID(0, 0);

    private static final String AHEAD = """
            select a from Appointment a left join fetch a.technicians
             where a.orderId in :orders and (a.state in :ahead or a.id = :spokenOf)
             order by a.id""";

    private static final String BESIDES = """
            select a from Appointment a left join fetch a.technicians
             where a.orderId not in :orders and a.state in :ahead
               and coalesce(a.times.busyUntil, a.times.endsAt) > :from and a.times.startsAt <= :last
               and exists (select 1 from Assignee t
                            where t.appointment = a and t.active and t.technicianId in :technicians)""";

    /** Of the visits that are expected at another time than by themselves, because of what comes before them. */
    private static final String WAITING = """
            select a.id from Appointment a
             where a.state in (SCHEDULED, DISPATCHED, ACCEPTED)
               and coalesce(a.times.expectedArrival, a.times.startsAt) <> coalesce(a.times.announcedArrival, a.times.startsAt)
               and (a.times.startsAt > :start or a.times.expectedArrival > :start) and a.times.startsAt < :horizon
               and (exists (select 1 from Assignee t
                             where t.appointment = a and t.active and t.technicianId in :technicians)
                    or a.orderId = (select v.orderId from Appointment v where v.id = :visit))""";

    /** In the order of their ids, as planning locks them. */
    private static final String TECHNICIANS = """
            select t.id from technician t
             where t.id in (select s.technician_id from appointment_technician s
                              join appointment a on a.id = s.appointment_id
                             where a.order_id in (:orders) and s.active)
             order by t.id for update of t""";

    private static final String WITH_ORDER = """
            select o, a from Appointment a join ServiceOrder o on o.id = a.orderId left join fetch a.technicians
             where\s""";

    /** Which do not take place; whoever was there ended them otherwise. What was told of them say the messages: a plan anew forgets it. */
    private static final String GIVEN_UP = """
            select a from Appointment a left join fetch a.technicians
             where a.orderId = :order and a.state not in :ahead
               and not a.times.replaced and a.times.arrivedAt is null
             order by a.id""";

    private Appointments() {}

    /** For a command on an order that is locked: what is planned or under way, however many visits came before. */
    static Uni<Visits> ahead(Tx tx, ServiceOrder order) {
        return aheadOr(tx, order, NONE);
    }

    /** The same with the one that is spoken of, whatever became of it. */
    static Uni<Visits> aheadOr(Tx tx, ServiceOrder order, UUID spokenOf) {
        return aheadOr(tx, List.of(order.id()), spokenOf).map(Visits::new);
    }

    /** The same for several orders that are locked. */
    public static Uni<List<Appointment>> aheadOr(Tx tx, Collection<UUID> orderIds, UUID spokenOf) {
        return tx.session()
                .createSelectionQuery(AHEAD, Appointment.class)
                .setParameter("orders", orderIds)
                .setParameter("ahead", AppointmentLifecycle.State.AHEAD)
                .setParameter("spokenOf", spokenOf)
                .getResultList()
                .invoke(found -> found.forEach(tx::watch));
    }

    /** Those of an order that is locked which are off, and in whose place the customer expects no other. */
    public static Uni<List<Appointment>> givenUp(Tx tx, UUID orderId) {
        return tx.session()
                .createSelectionQuery(GIVEN_UP, Appointment.class)
                .setParameter("order", orderId)
                .setParameter("ahead", AppointmentLifecycle.State.AHEAD)
                .getResultList()
                .map(visits -> visits.stream().filter(Appointment::isOff).toList())
                .invoke(visits -> visits.forEach(tx::watch));
    }

    /** The visits that may wait for this time. */
    public static Uni<List<UUID>> waitingFor(Tx tx, TimeChanged time) {
        return tx.session()
                .createSelectionQuery(WAITING, UUID.class)
                .setParameter("start", time.start())
                .setParameter("horizon", time.horizon())
                .setParameter("technicians", time.technicianIds())
                .setParameter("visit", time.appointmentId())
                .getResultList();
    }

    /** Locks those who have visits of some orders, which are locked: until the commit nobody plans anything for them. */
    public static Uni<Void> lockTechnicians(Tx tx, Collection<UUID> orderIds) {
        return tx.session()
                .createNativeQuery(TECHNICIANS, UUID.class)
                .setParameter("orders", orderIds)
                .getResultList()
                .replaceWithVoid();
    }

    /** What those who go to some visits are at or have planned besides, as far as these may have to wait for it; for reading. */
    public static Uni<List<Appointment>> besides(Tx tx, Collection<UUID> orderIds, List<Appointment> visits) {
        List<UUID> technicians = visits.stream()
                .flatMap(visit -> visit.technicianIds().stream())
                .distinct()
                .toList();
        TreeSet<Instant> starts =
                visits.stream().map(visit -> visit.times.startsAt).collect(Collectors.toCollection(TreeSet::new));
        if (starts.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return tx.session()
                .createSelectionQuery(BESIDES, Appointment.class)
                .setParameter("orders", orderIds)
                .setParameter("ahead", AppointmentLifecycle.State.AHEAD)
                .setParameter("technicians", technicians)
                .setParameter("from", starts.first())
                .setParameter("last", starts.last())
                .getResultList();
    }

    /**
     * True if another visit of the order, which ended after this one, was reported done: the report was held up. One that does not say
     * when the visit ended is of a field service of before.
     */
    static Uni<Boolean> isSuperseded(Tx tx, Appointment visit, JobCompleted job) {
        if (job.progressVersion() == null) {
            return Uni.createFrom().item(false);
        }
        return tx.session()
                .createSelectionQuery(
                        "select count(*) from Appointment where orderId = :order and id <> :visit and endVersion > :end",
                        Long.class)
                .setParameter("order", visit.orderId)
                .setParameter("visit", visit.id())
                .setParameter("end", job.progressVersion())
                .getSingleResult()
                .map(later -> later > 0);
    }

    /** All of one order, oldest first, for reading. */
    static Uni<List<Appointment>> ofOrder(Mutiny.Session session, UUID orderId) {
        return session.createSelectionQuery(
                        "select a from Appointment a left join fetch a.technicians where a.orderId = :order order by a.id",
                        Appointment.class)
                .setParameter("order", orderId)
                .getResultList();
    }

    /** Null if there is none. */
    public static Uni<OrderVisit> find(Mutiny.Session session, UUID id) {
        return withOrders(session, "a.id = :id", Map.of("id", id))
                .map(found -> found.stream().findFirst().orElse(null));
    }

    /** Empty if the code is that of no visit, or that is long over. */
    public static Uni<Optional<OrderVisit>> byCode(Mutiny.Session session, String code, Instant now) {
        return withOrders(session, "a.code = :code", Map.of("code", code))
                .map(found -> found.stream()
                        .filter(visit -> visit.appointment()
                                .times()
                                .expectedEnd()
                                .plus(OPENS_FOR)
                                .isAfter(now))
                        .max(Comparator.comparing(visit -> visit.appointment().createdAt)));
    }

    /**
     * With their orders, in the order they begin, for reading.
     *
     * @param where HQL about the appointment {@code a}; never made of what a caller sent
     */
    public static Uni<List<OrderVisit>> withOrders(Mutiny.Session session, String where, Map<String, ?> parameters) {
        Mutiny.SelectionQuery<Tuple> query =
                session.createSelectionQuery(WITH_ORDER + where + " order by a.times.startsAt, a.id", Tuple.class);
        parameters.forEach(query::setParameter);
        return query.getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new OrderVisit(row.get(0, ServiceOrder.class), row.get(1, Appointment.class)))
                        .distinct()
                        .toList());
    }
}
