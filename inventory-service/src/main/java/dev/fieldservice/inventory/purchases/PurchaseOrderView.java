package dev.fieldservice.inventory.purchases;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.Money;
import dev.fieldservice.contracts.UnitPrice;
import dev.fieldservice.inventory.purchases.PurchaseOrderLifecycle.State;
import dev.fieldservice.inventory.stock.StockAmount;
import dev.fieldservice.platform.offers.Offers;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PurchaseOrder")
public record PurchaseOrderView(
        UUID id,
        String number,
        State state,

        @Offers("/v1/purchase-orders/{id}")
        @Schema(description = "The commands that the caller may give now, as they stand in the URL")
        List<String> allowedCommands,

        UUID supplierId,

        @Schema(description = "As the supplier was called when it was made")
        String supplierName,

        @Schema(description = "Where it is to be delivered") UUID locationId,

        @Schema(description = "ISO 4217 code") String currency,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                type = SchemaType.STRING,
                maxLength = 20,
                nullable = true,
                description =
                        "How much of the company's currency one of the order's is, where the two are not the same")
        BigDecimal exchangeRate,

        @Schema(nullable = true) String note,
        Instant draftedAt,
        @Schema(nullable = true) Instant orderedAt,

        @Schema(nullable = true, description = "Who placed it")
        String orderedBy,

        @Schema(nullable = true, description = "Once it is ordered")
        LocalDate expectedOn,

        @Schema(nullable = true, description = "Where it is late")
        Lateness late,

        @Schema(nullable = true, description = "Why it was cancelled, or closed before all of it had come")
        String endedBecause,

        @Schema(nullable = true, description = "The address to which it was sent, or is being sent")
        String sentTo,

        @Schema(nullable = true, description = "When a mail server took it; absent as long as none has")
        Instant sentAt,

        @Schema(nullable = true, description = "Why printing or sending it was given up")
        String sendFailure,

        @Schema(description = "Of what is ordered, without tax")
        Money total,

        @Schema(maxItems = 100) List<Line> lines,

        @Schema(description = "What came of it, in the order in which it came", maxItems = 10000)
        List<Receipt> receipts) {

    /** So much of a part, and what has become of it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PurchaseOrderLine")
    public record Line(
            UUID id,
            int position,
            UUID partId,
            String partNumber,
            String partName,

            @Schema(nullable = true, description = "The supplier's own number of the part")
            String supplierNumber,

            StockAmount quantity,

            @Schema(description = "Of one unit, without tax")
            UnitPrice unitPrice,

            Money net,

            @Schema(description = "What came of it and was not taken back")
            StockAmount received,

            @Schema(description = "What invoices of the supplier ask money for")
            StockAmount invoiced) {

        static Line of(PurchaseOrderLine l, String currency) {
            return new Line(
                    l.id,
                    l.position,
                    l.partId,
                    l.partNumber,
                    l.partName,
                    l.supplierNumber,
                    new StockAmount(l.quantity, l.unit),
                    new UnitPrice(l.unitPrice, currency),
                    l.net(currency),
                    amount(l.received, l.unit),
                    amount(l.invoiced, l.unit));
        }

        private static StockAmount amount(BigDecimal amount, String unit) {
            return new StockAmount(amount.setScale(3), unit);
        }
    }

    /** What came of one line on one delivery note. */
    @Schema(name = "PurchaseReceipt")
    public record Receipt(
            @Schema(description = "A stock receipt: there it is taken back")
            UUID receiptId,

            UUID lineId,

            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @Schema(type = SchemaType.STRING, maxLength = 20, description = "In the part's unit")
            BigDecimal quantity,

            @Schema(description = "At which it came") UnitPrice unitPrice,

            String deliveryNote,
            Instant receivedAt,
            boolean takenBack) {

        static Receipt of(PurchaseReceipt r, String currency) {
            return new Receipt(
                    r.receiptId,
                    r.lineId,
                    r.quantity,
                    new UnitPrice(r.unitPrice, currency),
                    r.deliveryNote,
                    r.receivedAt,
                    r.takenBack);
        }
    }

    static PurchaseOrderView of(PurchaseOrders.Found found) {
        PurchaseOrder o = found.order();
        return new PurchaseOrderView(
                o.id(),
                o.number,
                o.state,
                PurchaseOrderLifecycle.TABLE.words(o.state),
                o.supplierId,
                o.supplierName,
                o.locationId,
                o.currency,
                o.exchangeRate,
                o.note,
                o.draftedAt,
                o.orderedAt,
                o.orderedBy,
                o.expectedOn,
                found.late(),
                o.endedBecause,
                o.sentTo,
                o.sentAt,
                o.sendFailure,
                o.total(),
                o.lines.stream().map(line -> Line.of(line, o.currency)).toList(),
                found.receipts().stream()
                        .map(receipt -> Receipt.of(receipt, o.currency))
                        .toList());
    }

    /** Of a draft. */
    static PurchaseOrderView of(PurchaseOrder order) {
        return of(new PurchaseOrders.Found(order, List.of(), null));
    }
}
