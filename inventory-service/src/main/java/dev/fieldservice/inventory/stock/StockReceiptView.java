package dev.fieldservice.inventory.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "StockReceipt")
public record StockReceiptView(
        UUID id,
        UUID locationId,
        UUID partId,
        StockAmount quantity,
        @Schema(nullable = true) String reference,
        UUID receivedBy,
        Instant receivedAt) {

    static StockReceiptView of(StockMovement m) {
        return new StockReceiptView(
                m.id(),
                m.locationId,
                m.partId,
                new StockAmount(m.quantity, m.unit),
                m.reference,
                m.actorId,
                m.recordedAt);
    }
}
