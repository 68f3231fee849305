package dev.fieldservice.inventory.returns;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.Money;
import dev.fieldservice.contracts.UnitPrice;
import dev.fieldservice.inventory.returns.SupplierReturnLifecycle.State;
import dev.fieldservice.inventory.stock.StockAmount;
import dev.fieldservice.platform.offers.Offers;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SupplierReturn")
public record SupplierReturnView(
        UUID id,
        String number,
        State state,

        @Offers("/v1/supplier-returns/{id}")
        @Schema(description = "The commands that the caller may give now, as they stand in the URL")
        List<String> allowedCommands,

        UUID supplierId,

        @Schema(description = "As the supplier was called when it was made")
        String supplierName,

        @Schema(nullable = true) String note,
        Instant draftedAt,
        @Schema(nullable = true) Instant sentAt,

        @Schema(nullable = true, description = "Who sent it")
        String sentBy,

        @Schema(nullable = true, description = "The supplier's own number of what credits it")
        String creditNote,

        @Schema(nullable = true, description = "Why it was cancelled")
        String endedBecause,

        @Schema(description = "Whether its PDF can be had: a moment after it is sent")
        boolean printed,

        @Schema(description = "What is to be credited, without tax")
        Money total,

        @Schema(maxItems = 50) List<Line> lines) {

    /** So much of a receipt, or a piece that came out of a machine. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SupplierReturnLine")
    public record Line(
            UUID id,
            int position,
            UUID partId,
            @Schema(nullable = true) String partNumber,
            @Schema(nullable = true) String partName,

            @Schema(nullable = true, description = "The receipt of which it is some")
            UUID receiptId,

            @Schema(nullable = true, description = "The piece that came out of a machine")
            UUID pieceId,

            @Schema(nullable = true, description = "From where it goes")
            UUID locationId,

            @Schema(nullable = true, description = "On which it came")
            String deliveryNote,

            @Schema(nullable = true, description = "The supplier's own number of the part")
            String supplierNumber,

            StockAmount quantity,
            @Schema(maxItems = 20) List<String> serials,

            @Schema(description = "What is to be credited for one unit, without tax")
            UnitPrice unitPrice,

            Money net,

            @Schema(nullable = true, description = "The entry of the ledger by which it went")
            UUID movementId) {

        static Line of(SupplierReturnLine l, String currency) {
            return new Line(
                    l.id,
                    l.position,
                    l.partId,
                    l.partNumber,
                    l.partName,
                    l.receiptId,
                    l.pieceId,
                    l.locationId,
                    l.deliveryNote,
                    l.supplierNumber,
                    new StockAmount(l.quantity.setScale(3), l.unit),
                    l.serials(),
                    new UnitPrice(l.unitPrice, currency),
                    l.net(currency),
                    l.movementId);
        }
    }

    static SupplierReturnView of(SupplierReturns.Found found) {
        SupplierReturn r = found.goingBack();
        return new SupplierReturnView(
                r.id(),
                r.number,
                r.state,
                SupplierReturnLifecycle.TABLE.words(r.state),
                r.supplierId,
                r.supplierName,
                r.note,
                r.draftedAt,
                r.sentAt,
                r.sentBy,
                r.creditNote,
                r.endedBecause,
                found.isPrinted(),
                r.total(),
                r.lines.stream().map(line -> Line.of(line, r.currency)).toList());
    }

    /** As a command leaves it. */
    static SupplierReturnView of(SupplierReturn r) {
        return of(new SupplierReturns.Found(r, Boolean.TRUE.equals(r.printed)));
    }
}
