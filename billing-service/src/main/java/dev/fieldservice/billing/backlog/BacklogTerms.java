package dev.fieldservice.billing.backlog;

import dev.fieldservice.billing.owners.Owner;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Settings of what waits in billing. */
@ConfigMapping(prefix = "fieldservice.billing-backlog")
public interface BacklogTerms {

    /** Days after which a closed job that is not billed, or a draft that is not issued, is stale. */
    @WithDefault("7")
    int staleAfterDays();

    /** The user of Keycloak who sees to what is stale and has no owner; nobody if absent. */
    Optional<UUID> defaultOwnerId();

    /** How lists show them. */
    @WithDefault("Finance")
    String defaultOwnerName();

    /** What waits since before this moment is stale. */
    default Instant staleBefore(Instant now) {
        return now.minus(Duration.ofDays(staleAfterDays()));
    }

    default Optional<Owner> defaultOwner() {
        return defaultOwnerId().map(id -> new Owner(id, defaultOwnerName()));
    }
}
