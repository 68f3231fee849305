package dev.fieldservice.billing.costs;

import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The consumer of what used parts cost by the ledger of stock. It goes before what somebody has entered for the part: that is for
 * what the ledger knows no price of.
 */
@ApplicationScoped
public class UsageCosts {

    private static final String KEEP = """
            insert into usage_cost (usage_id, part_id, order_id, unit_cost, currency, costed_at)
            values (:usage, :part, :order, :cost, :currency, :at) on conflict do nothing""";

    private final CostChanges changes;

    public UsageCosts(CostChanges changes) {
        this.changes = changes;
    }

    /** The job may be closed by now, or be closed at this moment. */
    public Uni<Void> keep(Tx tx, PartUsageCosted costed) {
        return tx.session()
                .createNativeQuery(KEEP)
                .setParameter("usage", costed.usageId())
                .setParameter("part", costed.partId())
                .setParameter("order", costed.orderId())
                .setParameter("cost", costed.unitCost().amount())
                .setParameter("currency", costed.unitCost().currency())
                .setParameter("at", costed.costedAt())
                .executeUpdate()
                .chain(() -> changes.hold(tx))
                .chain(() -> changes.holdJob(tx, costed.orderId()))
                .chain(() -> CostsOfDay.giveUsage(tx, costed.usageId()))
                .replaceWithVoid();
    }
}
