package dev.fieldservice.billing.backlog;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.watches.Watch;
import dev.fieldservice.platform.watches.Watches;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What waits for somebody in billing, of each kind. */
@ApplicationScoped
class BacklogWatches implements Watches {

    @Override
    public List<Watch> watches() {
        return Arrays.stream(BacklogKind.values()).map(BacklogWatches::of).toList();
    }

    private static Watch of(BacklogKind kind) {
        return new Watch(
                        kind.name(),
                        Set.of(Role.ACCOUNTANT, Role.ADMIN),
                        "/v1/billing-backlog?kind=" + kind,
                        "billing_backlog b",
                        "b.kind = '%s'".formatted(kind),
                        "b.since")
                .by("PERSON", "", "b.owner_id", "b.owner_name", "ownerId");
    }
}
