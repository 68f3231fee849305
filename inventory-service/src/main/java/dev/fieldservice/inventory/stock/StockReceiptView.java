package dev.fieldservice.inventory.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "StockReceipt")
public record StockReceiptView(
        UUID id,
        UUID locationId,
        UUID partId,
        StockAmount quantity,
        @Schema(nullable = true) String supplier,
        @Schema(nullable = true) String reference,

        @Schema(nullable = true, description = "Why the part was received from the same delivery note again")
        String repeatReason,

        @Schema(description = "Of each piece that has one", maxItems = 200)
        List<String> serials,

        UUID receivedBy,
        Instant receivedAt,

        @Schema(nullable = true, description = "Once it was taken back")
        Reversal reversal) {

    /** By whom, when and why. */
    @Schema(name = "StockReceiptReversal", description = "By whom, when and why a receipt was taken back")
    public record Reversal(UUID movementId, UUID by, String reason, Instant at) {

        static Reversal of(StockMovement m) {
            return new Reversal(m.id(), m.actorId, m.reason, m.recordedAt);
        }
    }

    static StockReceiptView of(BookedReceipt receipt) {
        StockMovement m = receipt.movement();
        return new StockReceiptView(
                m.id(),
                m.locationId,
                m.partId,
                new StockAmount(m.quantity, m.unit),
                m.supplier,
                m.reference,
                m.reason,
                receipt.serials(),
                m.actorId,
                m.recordedAt,
                receipt.reversal().map(Reversal::of).orElse(null));
    }
}
