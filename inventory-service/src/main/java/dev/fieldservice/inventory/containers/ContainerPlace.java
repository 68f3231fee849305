package dev.fieldservice.inventory.containers;

import dev.fieldservice.inventory.containers.ContainerLifecycle.State;
import dev.fieldservice.platform.aggregates.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Where a container is from a moment on. It is never changed. */
@Entity
@Immutable
public class ContainerPlace {

    @Id
    UUID id;

    UUID containerId;

    @Enumerated(EnumType.STRING)
    State state;

    /** Null where it is not in stock. */
    UUID locationId;

    Instant recordedAt;

    protected ContainerPlace() {}

    ContainerPlace(UUID containerId, State state, UUID locationId, Instant recordedAt) {
        this.id = Ids.next();
        this.containerId = containerId;
        this.state = state;
        this.locationId = locationId;
        this.recordedAt = recordedAt;
    }
}
