package dev.fieldservice.workorder.parts;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.workorder.workorders.WorkOrder;
import io.smallrye.mutiny.Uni;
import java.util.List;
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

    static Uni<PartUsage> use(Tx tx, WorkOrder order, UsePart request) {
        return Catalogue.part(tx, request.partId())
                .chain(part -> Catalogue.place(
                                tx, request.stockLocationId(), tx.by().id())
                        .map(place -> PartUsage.of(order, request, part, place, tx.by())));
    }

    /** Refused with 404 where this order has no such usage. */
    static Uni<PartUsage> reverse(Tx tx, WorkOrder order, UUID usageId, String why) {
        return tx.session()
                .createSelectionQuery("from PartUsage where id = :usage and workOrderId = :order", PartUsage.class)
                .setParameter("usage", usageId)
                .setParameter("order", order.id())
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(() -> new Refusal.NotFound("part usage").refused())
                .map(usage -> usage.reverse(order, why, tx.by()));
    }
}
