package dev.fieldservice.inventory.containers;

import dev.fieldservice.inventory.stock.MovementKind;
import dev.fieldservice.platform.aggregates.Identified;
import dev.fieldservice.platform.aggregates.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;

/** What of an entry of the ledger came into a container, or out of it. It is never changed. */
@Entity
@Immutable
public class ContainerEntry implements Identified {

    @Id
    UUID id;

    UUID containerId;

    /** The entry of the ledger. */
    UUID movementId;

    UUID locationId;

    /** Positive for what came, negative for what went. */
    BigDecimal quantity;

    Instant recordedAt;

    @Formula("(select m.kind from stock_movement m where m.id = movement_id)")
    @Enumerated(EnumType.STRING)
    MovementKind kind;

    @Formula("(select m.unit from stock_movement m where m.id = movement_id)")
    String unit;

    @Formula("(select m.order_id from stock_movement m where m.id = movement_id)")
    UUID orderId;

    @Formula("(select m.reason from stock_movement m where m.id = movement_id)")
    String reason;

    protected ContainerEntry() {}

    ContainerEntry(UUID containerId, UUID movementId, UUID locationId, BigDecimal quantity, Instant recordedAt) {
        this.id = Ids.next();
        this.containerId = containerId;
        this.movementId = movementId;
        this.locationId = locationId;
        this.quantity = quantity;
        this.recordedAt = recordedAt;
    }

    @Override
    public UUID id() {
        return id;
    }
}
