package dev.fieldservice.inventory.payables;

import dev.fieldservice.contracts.Money;
import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.contracts.UnitPrice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A supplier's invoice, as it is on paper. */
@Schema(name = "NewSupplierInvoice")
public record NewSupplierInvoice(
        @Schema(nullable = true, description = "For what was bought by this order; of its supplier")
        UUID purchaseOrderId,

        @Schema(
                nullable = true,
                description =
                        "Whose it is, where it is of no order, or of lines of several orders of this supplier; else the order says so")
        UUID supplierId,

        @Schema(
                nullable = true,
                description =
                        "What went back to the supplier and is credited: net and tax are negative, and there are no lines")
        UUID supplierReturnId,

        @Size(min = 1, max = 200)
        @Pattern(regexp = Text.LINE)
        @Schema(
                nullable = true,
                description =
                        "What it is for, where nothing was ordered or returned: somebody else approves it before it is to be paid",
                examples = "Telefon, martie 2026")
        String subject,

        @NotBlank
        @Size(max = 100)
        @Pattern(regexp = Text.LINE)
        @Schema(description = "The supplier's own; of one supplier there is one of a number", examples = "FT 2026/118")
        String number,

        @NotNull @Schema(description = "The day of the invoice, not after today", examples = "2026-03-12")
        LocalDate issuedOn,

        @Schema(
                nullable = true,
                description = "When it is to be paid; without it, as agreed with the supplier",
                examples = "2026-04-11")
        LocalDate dueOn,

        @NotNull
        @Valid
        @Schema(description = "Of all its lines, without tax; in the supplier's currency. Negative in a credit note")
        Money net,

        @NotNull @Valid Money tax,

        @Size(min = 1, max = 100)
        @Schema(nullable = true, description = "What of an order, or of several of the supplier, is invoiced")
        List<@NotNull @Valid Line> lines) {

    /** So much of a line of the order. */
    @Schema(name = "NewSupplierInvoiceLine")
    public record Line(
            @NotNull @Schema(description = "Line of the order")
            UUID lineId,

            @NotNull @Valid @Schema(description = "In the part's unit")
            Quantity quantity,

            @NotNull @Schema(description = "Of one unit, without tax")
            UnitPrice unitPrice) {}

    List<Line> items() {
        return Optional.ofNullable(lines).orElse(List.of());
    }
}
