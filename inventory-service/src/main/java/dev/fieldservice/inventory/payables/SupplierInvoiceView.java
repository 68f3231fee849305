package dev.fieldservice.inventory.payables;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.Money;
import dev.fieldservice.contracts.UnitPrice;
import dev.fieldservice.inventory.payables.SupplierInvoiceLifecycle.State;
import dev.fieldservice.platform.offers.Offers;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SupplierInvoice")
public record SupplierInvoiceView(
        UUID id,
        State state,

        @Offers("/v1/supplier-invoices/{id}")
        @Schema(description = "The commands that the caller may give now, as they stand in the URL")
        List<String> allowedCommands,

        UUID supplierId,
        String supplierName,

        @Schema(description = "A credit note is taken off what is to be paid: its sums are negative")
        Payable.Kind kind,

        @Schema(nullable = true, description = "Absent if it is of several, as its lines say, or of none")
        UUID purchaseOrderId,

        @Schema(nullable = true) String purchaseOrderNumber,

        @Schema(nullable = true, description = "What it credits")
        UUID supplierReturnId,

        @Schema(nullable = true) String supplierReturnNumber,

        @Schema(nullable = true, description = "What it is for, where nothing was ordered or returned")
        String subject,

        @Schema(description = "The supplier's own") String number,

        LocalDate issuedOn,

        @Schema(description = "When it is to be paid") LocalDate dueOn,

        Money net,
        Money tax,

        @Schema(description = "What is to be paid") Money total,

        @Schema(maxItems = 100) List<Line> lines,

        @Schema(
                description = "In what it is not as ordered and received, when it was held against them last",
                maxItems = 300)
        List<InvoiceFinding> findings,

        Instant recordedAt,

        @Schema(nullable = true, description = "Why it was approved or rejected")
        String decidedBecause,

        @Schema(nullable = true) LocalDate paidOn) {

    /** So much of a line of the order. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SupplierInvoiceLine")
    public record Line(
            UUID lineId,

            @Schema(nullable = true, description = "Where the invoice is of several")
            UUID purchaseOrderId,

            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @Schema(type = SchemaType.STRING, maxLength = 20, description = "In the part's unit")
            BigDecimal quantity,

            UnitPrice unitPrice) {}

    static SupplierInvoiceView of(SupplierInvoice i) {
        return new SupplierInvoiceView(
                i.id(),
                i.state,
                SupplierInvoiceLifecycle.TABLE.words(i.state),
                i.supplierId,
                i.supplierName,
                Payable.Kind.of(i.net),
                i.purchaseOrderId,
                i.orderNumber,
                i.supplierReturnId,
                i.returnNumber,
                i.subject,
                i.number,
                i.issuedOn,
                i.dueOn,
                new Money(i.net, i.currency),
                new Money(i.tax, i.currency),
                i.total(),
                i.lines.items().stream()
                        .map(line -> new Line(
                                line.lineId(),
                                line.purchaseOrderId(),
                                line.quantity(),
                                new UnitPrice(line.unitPrice(), i.currency)))
                        .toList(),
                i.findings.items(),
                i.recordedAt,
                i.decidedBecause,
                i.paidOn);
    }
}
