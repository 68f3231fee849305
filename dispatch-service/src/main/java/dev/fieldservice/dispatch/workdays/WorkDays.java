package dev.fieldservice.dispatch.workdays;

import dev.fieldservice.dispatch.orders.Appointments;
import dev.fieldservice.dispatch.orders.OrderVisit;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds technicians' days and what is in them. */
@ApplicationScoped
class WorkDays {

    /** What begins today, and what has begun at any time and is not finished. */
    private static final String TODAY = """
            exists (select 1 from Assignee t where t.appointment = a and t.technicianId = :technician)
               and (a.startsAt >= :start and a.startsAt < :end and a.state not in (CANCELLED, REJECTED)
                    or a.state in (TRAVELLING, ON_SITE, IN_PROGRESS, PAUSED))""";

    private final WorkDayConfig config;

    WorkDays(WorkDayConfig config) {
        this.config = config;
    }

    LocalDate day(Instant now) {
        return now.atZone(config.timeZone()).toLocalDate();
    }

    /** Today of the caller, locked, with what is unfinished and the size of the open pool. */
    Uni<WorkDay> today(Tx tx) {
        UUID technician = tx.by().id();
        LocalDate day = day(tx.by().at());
        return tx.session()
                .createNativeQuery(
                        "insert into work_day (id, version, technician_id, day) values (?1, 0, ?2, ?3) on conflict do nothing")
                .setParameter(1, Ids.next())
                .setParameter(2, technician)
                .setParameter(3, day)
                .executeUpdate()
                .chain(() -> tx.session()
                        .createSelectionQuery(
                                "from WorkDay where technicianId = :technician and day = :day", WorkDay.class)
                        .setParameter("technician", technician)
                        .setParameter("day", day)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getSingleResult())
                .invoke(tx::watch)
                .call(today -> appointments(tx.session(), technician, day)
                        .invoke(found -> today.unfinished = unfinished(found)))
                .call(today -> openOrders(tx.session()).invoke(count -> today.openOrders = count));
    }

    Uni<List<OrderVisit>> appointments(Mutiny.Session session, UUID technician, LocalDate day) {
        return Appointments.withOrders(
                session,
                TODAY,
                Map.of(
                        "technician",
                        technician,
                        "start",
                        day.atStartOfDay(config.timeZone()).toInstant(),
                        "end",
                        day.plusDays(1).atStartOfDay(config.timeZone()).toInstant()));
    }

    Uni<WorkDay> find(Mutiny.Session session, UUID technician, LocalDate day) {
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
