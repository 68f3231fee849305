package dev.fieldservice.dispatch.orders;

import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds appointments. */
public final class Appointments {

    private static final UUID NONE = new UUID(0, 0);

    private static final String AHEAD = """
            select a from Appointment a left join fetch a.technicians
             where a.orderId in :orders and (a.state in :ahead or a.id = :spokenOf)
             order by a.id""";

    private static final String WITH_ORDER = """
            select o, a from Appointment a join ServiceOrder o on o.id = a.orderId left join fetch a.technicians
             where\s""";

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

    /** True if a later visit of the order was reported done: a report about this one was held up. */
    static Uni<Boolean> isSuperseded(Tx tx, Appointment visit) {
        return tx.session()
                .createSelectionQuery(
                        "select count(*) from Appointment where orderId = :order and endsReported > 0 and createdAt > :created",
                        Long.class)
                .setParameter("order", visit.orderId)
                .setParameter("created", visit.createdAt)
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

    /**
     * With their orders, in the order they begin, for reading.
     *
     * @param where HQL about the appointment {@code a}; never made of what a caller sent
     */
    public static Uni<List<OrderVisit>> withOrders(Mutiny.Session session, String where, Map<String, ?> parameters) {
        Mutiny.SelectionQuery<Tuple> query =
                session.createSelectionQuery(WITH_ORDER + where + " order by a.startsAt, a.id", Tuple.class);
        parameters.forEach(query::setParameter);
        return query.getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new OrderVisit(row.get(0, ServiceOrder.class), row.get(1, Appointment.class)))
                        .distinct()
                        .toList());
    }
}
