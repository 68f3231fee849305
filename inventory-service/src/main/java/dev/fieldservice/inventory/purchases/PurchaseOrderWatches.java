package dev.fieldservice.inventory.purchases;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.watches.Watch;
import dev.fieldservice.platform.watches.Watches;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Purchase orders that are late. */
@ApplicationScoped
class PurchaseOrderWatches implements Watches {

    @Override
    public List<Watch> watches() {
        return List.of(new Watch(
                "PURCHASE_ORDERS_LATE",
                Set.of(Role.STOREKEEPER, Role.BUYER, Role.ADMIN),
                "/v1/purchase-orders?late=true",
                "purchase_order p",
                "is_late(p.state, p.expected_on, cast(:now as timestamptz))",
                "late_since(p.expected_on)"));
    }
}
