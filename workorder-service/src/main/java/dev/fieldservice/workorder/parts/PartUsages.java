package dev.fieldservice.workorder.parts;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.workorder.visits.Attendance;
import dev.fieldservice.workorder.visits.TimesConfig;
import dev.fieldservice.workorder.workorders.WorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds what was used on a work order, and makes what is added to it. */
public final class PartUsages {

    private PartUsages() {}

    /** Oldest first, with those that were taken back and the entries that say so. */
    public static Uni<List<PartUsage>> all(Mutiny.Session session, UUID orderId) {
        return session.createSelectionQuery(
                        "from PartUsage where workOrderId = :order order by recordedAt, id", PartUsage.class)
                .setParameter("order", orderId)
                .getResultList();
    }

    static Uni<PartUsage> use(Tx tx, WorkOrder order, UsePart request, TimesConfig times) {
        UUID technician = tx.by().id();
        return Catalogue.taken(tx, request, technician)
                .chain(taken -> Attendance.ofCaller(tx, order.id())
                        .map(there -> PartUsage.of(order, there, request, taken, times, tx.by()))
                        .call(() -> SerialNumbers.requireFree(tx, order, request, taken)));
    }

    /** Refused with 404 where this order has no such usage. Locked, as a usage on another order may move its piece. */
    static Uni<PartUsage> reverse(Tx tx, WorkOrder order, UUID usageId, String why) {
        return tx.session()
                .createSelectionQuery("from PartUsage where id = :usage and workOrderId = :order", PartUsage.class)
                .setParameter("usage", usageId)
                .setParameter("order", order.id())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(() -> new Refusal.NotFound("part usage").refused())
                .chain(usage -> moverOf(tx, usage).map(mover -> usage.reverse(order, why, mover, tx.by())));
    }

    private static Uni<Optional<PartUsage>> moverOf(Tx tx, PartUsage usage) {
        return usage.takenOutBy == null
                ? Uni.createFrom().item(Optional.empty())
                : tx.session().find(PartUsage.class, usage.takenOutBy).map(Optional::of);
    }
}
