package dev.fieldservice.workorder.labour;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.workorder.workorders.WorkOrder;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds the time that was spent on a work order, and makes what is added to it. */
public final class TimeEntries {

    private TimeEntries() {}

    /** Oldest first. */
    public static Uni<List<TimeEntry>> all(Mutiny.Session session, UUID orderId) {
        return session.createSelectionQuery(
                        "from TimeEntry where workOrderId = :order order by recordedAt, id", TimeEntry.class)
                .setParameter("order", orderId)
                .getResultList();
    }

    static Uni<TimeEntry> record(Tx tx, WorkOrder order, NewTimeEntry request) {
        TimeEntry entry = TimeEntry.of(order, request, tx.by());
        return requireNoOverlap(tx, entry).replaceWith(entry);
    }

    /** Nobody works twice at the same time; one entry may begin when another ends. */
    private static Uni<Void> requireNoOverlap(Tx tx, TimeEntry entry) {
        return tx.session()
                .createSelectionQuery("""
                        select count(*) from TimeEntry
                         where workOrderId = :order and technicianId = :technician
                           and startedAt < :end and endedAt > :start""", Long.class)
                .setParameter("order", entry.workOrderId())
                .setParameter("technician", entry.technicianId)
                .setParameter("start", entry.startedAt)
                .setParameter("end", entry.endedAt)
                .getSingleResult()
                .invoke(others -> {
                    if (others > 0) {
                        throw Refusal.RuleViolated.at(
                                "/endedAt",
                                "overlapping-time",
                                "This technician has recorded a part of this time already.");
                    }
                })
                .replaceWithVoid();
    }
}
