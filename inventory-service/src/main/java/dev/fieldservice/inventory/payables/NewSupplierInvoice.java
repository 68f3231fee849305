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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A supplier's invoice, as it is on paper. */
@Schema(name = "NewSupplierInvoice")
public record NewSupplierInvoice(
        @NotNull @Schema(description = "For what was bought by this order; of its supplier")
        UUID purchaseOrderId,

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

        @NotNull @Valid @Schema(description = "Of all its lines, without tax; in the order's currency")
        Money net,

        @NotNull @Valid Money tax,

        @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid Line> lines) {

    /** So much of a line of the order. */
    @Schema(name = "NewSupplierInvoiceLine")
    public record Line(
            @NotNull @Schema(description = "Line of the order")
            UUID lineId,

            @NotNull @Valid @Schema(description = "In the part's unit")
            Quantity quantity,

            @NotNull @Schema(description = "Of one unit, without tax")
            UnitPrice unitPrice) {}
}
