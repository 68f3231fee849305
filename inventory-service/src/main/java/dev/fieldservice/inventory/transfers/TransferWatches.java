package dev.fieldservice.inventory.transfers;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.watches.Watch;
import dev.fieldservice.platform.watches.Watches;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Transfers that somebody has to pick. */
@ApplicationScoped
class TransferWatches implements Watches {

    @Override
    public List<Watch> watches() {
        return List.of(new Watch(
                        "TRANSFERS_TO_PICK",
                        Set.of(Role.STOREKEEPER, Role.ADMIN),
                        "/v1/stock-transfers?state=REQUESTED",
                        "stock_transfer t",
                        "t.state = 'REQUESTED'",
                        "t.changed_at")
                .kept("stock-transfer", "REQUESTED"));
    }
}
