package dev.fieldservice.inventory.containers;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.inventory.stock.MovementKind;
import dev.fieldservice.inventory.stock.StockAmount;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ContainerEntry")
public record ContainerEntryView(
        UUID id,

        @Schema(description = "The entry of the ledger of which it is some or all")
        UUID movementId,

        MovementKind kind,
        UUID locationId,

        @Schema(description = "Positive for what came into the container, negative for what went out of it")
        StockAmount quantity,

        @Schema(nullable = true, description = "The job on which it was used")
        UUID orderId,

        @Schema(nullable = true) String reason,
        Instant recordedAt) {

    static ContainerEntryView of(ContainerEntry e) {
        return new ContainerEntryView(
                e.id,
                e.movementId,
                e.kind,
                e.locationId,
                new StockAmount(e.quantity, e.unit),
                e.orderId,
                e.reason,
                e.recordedAt);
    }
}
