package dev.fieldservice.workorder.labour;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.workorder.visits.Attendance;
import dev.fieldservice.workorder.visits.TimesConfig;
import dev.fieldservice.workorder.workorders.Visibility;
import dev.fieldservice.workorder.workorders.WorkOrder;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds the time that was spent on a work order, and makes what is added to it. */
public final class TimeEntries {

    /** The family of advisory locks on people's hours. */
    private static final int HOURS = 0x484F5552;

    private TimeEntries() {}

    /** Oldest first. */
    public static Uni<List<TimeEntry>> all(Mutiny.Session session, UUID orderId) {
        return session.createSelectionQuery(
                        "from TimeEntry where workOrderId = :order order by recordedAt, id", TimeEntry.class)
                .setParameter("order", orderId)
                .getResultList();
    }

    static Uni<TimeEntry> record(Tx tx, WorkOrder order, NewTimeEntry request, TimesConfig times) {
        return Attendance.ofCaller(tx, order.id())
                .map(there -> TimeEntry.of(order, there, request, times, tx.by()))
                .call(entry -> lockPerson(tx, entry.technicianId))
                .call(entry -> requireNoOverlap(tx, entry));
    }

    /** What was recorded of these people between these times, on whatever order, oldest first. */
    static Uni<List<TimeEntry>> of(Mutiny.Session session, Collection<UUID> people, Instant from, Instant to) {
        return session.createSelectionQuery("""
                    from TimeEntry
                     where technicianId in :people and startedAt < :end and endedAt > :start and reversal is null
                     order by startedAt\
                    """, TimeEntry.class)
                .setParameter("people", people)
                .setParameter("start", from)
                .setParameter("end", to)
                .getResultList();
    }

    /** Refused with 404 where this order has no such entry. */
    static Uni<TimeEntry> reverse(Tx tx, WorkOrder order, UUID entryId, String why) {
        return tx.session()
                .createSelectionQuery("from TimeEntry where id = :entry and workOrderId = :order", TimeEntry.class)
                .setParameter("entry", entryId)
                .setParameter("order", order.id())
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(() -> new Refusal.NotFound("time entry").refused())
                .invoke(entry -> entry.reverse(order, why, tx.by()));
    }

    /** What it means when the database finds the overlap. */
    public static Refusal overlap() {
        return overlap("another work order");
    }

    /**
     * Of two entries for one person the second waits here until the first is committed: two that overlap would else wait for
     * each other in the exclusion constraint.
     */
    static Uni<Void> lockPerson(Tx tx, UUID technicianId) {
        return tx.session()
                .createNativeQuery("select count(pg_advisory_xact_lock(?1, hashtext(cast(?2 as text))))", Long.class)
                .setParameter(1, HOURS)
                .setParameter(2, technicianId.toString())
                .getSingleResult()
                .replaceWithVoid();
    }

    /** Nobody works twice at the same time, on whatever order; one entry may begin when another ends. */
    private static Uni<Void> requireNoOverlap(Tx tx, TimeEntry entry) {
        return tx.session()
                .createSelectionQuery("""
                    select o from TimeEntry e join WorkOrder o on o.id = e.workOrderId
                     where e.technicianId = :technician and e.startedAt < :end and e.endedAt > :start
                      and e.reversal is null
                     order by e.startedAt\
                    """, WorkOrder.class)
                .setParameter("technician", entry.technicianId)
                .setParameter("start", entry.startedAt)
                .setParameter("end", entry.endedAt)
                .setMaxResults(1)
                .getSingleResultOrNull()
                .onItem()
                .ifNotNull()
                .invoke(other -> {
                    throw overlap(name(other, entry, tx.by())).refused();
                })
                .replaceWithVoid();
    }

    static Refusal overlap(String where) {
        return new Refusal.Conflict(
                "overlapping-time",
                "A part of this time is recorded for this technician on %s already.".formatted(where));
    }

    /** To those who may not see the other order it has no name. */
    private static String name(WorkOrder other, TimeEntry entry, By by) {
        if (other.id().equals(entry.workOrderId())) {
            return "this work order";
        }
        return Visibility.TOOK_PART_OR_OFFICE.includes(by.caller(), other)
                ? "work order " + other.facts().number()
                : "another work order";
    }
}
