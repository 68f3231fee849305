package dev.fieldservice.inventory.counts;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.watches.Watch;
import dev.fieldservice.platform.watches.Watches;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Counts that somebody else has to approve. */
@ApplicationScoped
class CountWatches implements Watches {

    @Override
    public List<Watch> watches() {
        return List.of(new Watch(
                        "COUNTS_TO_APPROVE",
                        Set.of(Role.STOREKEEPER, Role.SUPERVISOR, Role.ADMIN),
                        "/v1/stock-counts?state=COUNTED",
                        "stock_count c",
                        "c.state = 'COUNTED'",
                        "c.changed_at")
                .kept("stock-count", "COUNTED"));
    }
}
