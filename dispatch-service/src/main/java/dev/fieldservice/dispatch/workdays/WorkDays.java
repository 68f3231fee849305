package dev.fieldservice.dispatch.workdays;

import dev.fieldservice.dispatch.orders.AppointmentLifecycle;
import dev.fieldservice.dispatch.orders.Appointments;
import dev.fieldservice.dispatch.orders.Occupancy;
import dev.fieldservice.dispatch.orders.OrderVisit;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds technicians' days and what is in them. */
final class WorkDays {

    /** What reaches into today, whenever it begins, by its plan, by what is expected, or because it goes on. */
    private static final String TODAY = """
            exists (select 1 from Assignee t where t.appointment = a and t.technicianId = :technician)
               and a.state not in (CANCELLED, REJECTED) and\s""" + Occupancy.SHOWN;

    private static final String MAKE = """
            insert into work_day (id, version, technician_id, day)
            select id, 0, technician, cast(?3 as date) from unnest(cast(?1 as uuid[]), cast(?2 as uuid[])) as t (id, technician)
            on conflict do nothing""";

    /** What is over, what goes on, what is planned by when it is expected, and what rests until nothing else is planned. */
    private static final Comparator<OrderVisit> AS_IT_COMES = Comparator.<OrderVisit>comparingInt(
                    visit -> place(visit.appointment().state()))
            .thenComparing(visit -> visit.appointment().times().expected())
            .thenComparing(visit -> visit.appointment().id());

    private WorkDays() {}

    /** Today of the caller, locked, with what is unfinished and the size of the open pool. */
    static Uni<WorkDay> today(Tx tx) {
        return Today.at(tx.session(), tx.by().at()).chain(today -> today(tx, today));
    }

    private static Uni<WorkDay> today(Tx tx, Today day) {
        UUID technician = tx.by().id();
        return lock(tx, List.of(technician), day.date())
                .map(List::getFirst)
                .call(today -> appointments(tx.session(), technician, day)
                        .invoke(found -> today.unfinished = unfinished(found)))
                .call(today -> openOrders(tx.session()).invoke(count -> today.openOrders = count));
    }

    /**
     * The days of those who are at work since then are not ended, unless they ended them later: then this is late news. Who ends one at the same time
     * waits for this, or this for them.
     */
    static Uni<Void> goOn(Tx tx, List<UUID> technicians, Instant at) {
        return Today.at(tx.session(), tx.by().at())
                .chain(today -> lock(tx, technicians, today.date()))
                .invoke(days -> days.forEach(day -> day.goOn(at, tx.by())))
                .replaceWithVoid();
    }

    /** Made where they are not there yet, in the order of the technicians. */
    private static Uni<List<WorkDay>> lock(Tx tx, List<UUID> technicians, LocalDate day) {
        List<UUID> sorted = technicians.stream().sorted().toList();
        return tx.session()
                .createNativeQuery(MAKE)
                .setParameter(1, sorted.stream().map(any -> Ids.next()).toArray(UUID[]::new))
                .setParameter(2, sorted.toArray(UUID[]::new))
                .setParameter(3, day)
                .executeUpdate()
                .chain(() -> tx.session()
                        .createSelectionQuery(
                                "from WorkDay where technicianId in :technicians and day = :day order by technicianId",
                                WorkDay.class)
                        .setParameter("technicians", sorted)
                        .setParameter("day", day)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultList())
                .invoke(days -> days.forEach(tx::watch));
    }

    static Uni<List<OrderVisit>> appointments(Mutiny.Session session, UUID technician, Today day) {
        return Appointments.withOrders(
                        session,
                        TODAY,
                        Map.of("technician", technician, "from", day.start(), "to", day.end(), "now", day.now()))
                .map(found -> found.stream().sorted(AS_IT_COMES).toList());
    }

    private static int place(AppointmentLifecycle.State state) {
        return switch (state) {
            case COMPLETED, PARTIALLY_COMPLETED, CANNOT_COMPLETE, REJECTED, CANCELLED -> 0;
            case TRAVELLING, ON_SITE, IN_PROGRESS -> 1;
            case SCHEDULED, DISPATCHED, ACCEPTED -> 2;
            case PAUSED -> 3;
        };
    }

    static Uni<WorkDay> find(Mutiny.Session session, UUID technician, LocalDate day) {
        return session.createSelectionQuery(
                        "from WorkDay where technicianId = :technician and day = :day", WorkDay.class)
                .setParameter("technician", technician)
                .setParameter("day", day)
                .getSingleResultOrNull();
    }

    private static List<OrderVisit> unfinished(List<OrderVisit> found) {
        return found.stream()
                .filter(visit -> !visit.appointment().state().isFinished())
                .toList();
    }

    private static Uni<Long> openOrders(Mutiny.Session session) {
        return session.createSelectionQuery("select count(*) from ServiceOrder where state = UNSCHEDULED", Long.class)
                .getSingleResult();
    }
}
