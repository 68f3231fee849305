package dev.fieldservice.inventory.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.UnitPrice;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "StockMovement")
public record StockMovementView(
        UUID id,
        UUID partId,
        UUID locationId,
        MovementKind kind,

        @Schema(description = "Positive for what came, negative for what went")
        StockAmount quantity,

        @Schema(description = "The usage or receipt it was booked for")
        UUID sourceId,

        @Schema(nullable = true, description = "The usage or receipt that was taken back")
        UUID reversalOf,

        @Schema(nullable = true, description = "The transfer, count or return to a supplier that it was booked for")
        UUID documentId,

        @Schema(
                nullable = true,
                description =
                        "The entry on the other side: in transit, or at the place that it left; or that which a count"
                                + " had seen before it was told; or the receipt of which some goes back to the supplier")
        UUID counterId,

        @Schema(nullable = true) UUID orderId,
        @Schema(nullable = true) UUID ticketId,
        @Schema(nullable = true) String supplier,
        @Schema(nullable = true) String reference,

        @Schema(nullable = true, description = "Why another entry was taken back, or a delivery note booked again")
        String reason,

        @Schema(
                nullable = true,
                description =
                        "What one unit cost when it was booked; absent if no price of the part was known. Never changes")
        UnitPrice unitCost,

        UUID actorId,

        @Schema(description = "When it happened, by the device's clock")
        Instant occurredAt,

        Instant recordedAt) {

    static StockMovementView of(StockMovement m) {
        return new StockMovementView(
                m.id(),
                m.partId,
                m.locationId,
                m.kind,
                new StockAmount(m.quantity, m.unit),
                m.sourceId,
                m.reversalOf,
                m.documentId,
                m.counterId,
                m.orderId,
                m.ticketId,
                m.supplier,
                m.reference,
                m.reason,
                m.unitCost == null ? null : new UnitPrice(m.unitCost, m.currency),
                m.actorId,
                m.occurredAt,
                m.recordedAt);
    }
}
