package dev.fieldservice.inventory.discrepancies;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.watches.Watch;
import dev.fieldservice.platform.watches.Watches;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** What does not add up. */
@ApplicationScoped
class DiscrepancyWatches implements Watches {

    @Override
    public List<Watch> watches() {
        return List.of(new Watch(
                        "DISCREPANCIES_OPEN",
                        Set.of(Role.STOREKEEPER, Role.BUYER, Role.SUPERVISOR, Role.ADMIN),
                        "/v1/discrepancies?state=OPEN",
                        "discrepancy d",
                        "d.state = 'OPEN'",
                        "d.opened_at")
                .kept("discrepancy", "OPEN", "DISCREPANCY_OPENED"));
    }
}
