package dev.fieldservice.workorder.refrigerants;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.workorder.workorders.WorkOrder;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds the lines of refrigerant logs. */
public final class RefrigerantEntries {

    private RefrigerantEntries() {}

    /** Refused with 404 where this order has no such entry. */
    static Uni<RefrigerantEntry> reverse(Tx tx, WorkOrder order, UUID entryId, String why) {
        return tx.session()
                .createSelectionQuery(
                        "from RefrigerantEntry where id = :entry and workOrderId = :order", RefrigerantEntry.class)
                .setParameter("entry", entryId)
                .setParameter("order", order.id())
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(() -> new Refusal.NotFound("refrigerant entry").refused())
                .invoke(entry -> entry.reverse(order, why, tx.by()));
    }

    /** What the customer signs of this job and was not taken back, by id. */
    public static Uni<List<RefrigerantEntry>> onPaper(Mutiny.Session session, UUID orderId) {
        return session.createSelectionQuery(
                        "from RefrigerantEntry where workOrderId = :order and onPaper and reversal is null order by id",
                        RefrigerantEntry.class)
                .setParameter("order", orderId)
                .getResultList();
    }

    /** The newest of a machine, oldest first. */
    static Uni<List<RefrigerantEntry>> newest(Mutiny.Session session, UUID asset, int most) {
        return session.createSelectionQuery(
                        "from RefrigerantEntry where assetId = :asset order by id desc", RefrigerantEntry.class)
                .setParameter("asset", asset)
                .setMaxResults(most)
                .getResultList()
                .map(List::reversed);
    }
}
