package dev.fieldservice.billing.credits;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.fieldservice.billing.invoices.Invoice;
import dev.fieldservice.billing.invoices.InvoiceFace;
import dev.fieldservice.contracts.Money;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What of an invoice is to be credited, and why. */
@Schema(name = "CreditNoteDetails")
public record CreditNoteDetails(
        @NotBlank @Size(max = 1000) @Pattern(regexp = Text.LINES) @Schema(description = "Stands on the credit note")
        String reason,

        @Schema(nullable = true, description = "What of which lines; without it, all that is left of the invoice")
        @Size(min = 1, max = 1000)
        List<@NotNull @Valid Line> lines) {

    /** One line of the invoice: a quantity of it, an amount, or all that is left of it. */
    @Schema(name = "CreditNoteLineDetails")
    public record Line(
            @NotNull @Schema(description = "Of the invoice") UUID invoiceLineId,

            @DecimalMin("0.001")
            @DecimalMax("1000000")
            @Digits(integer = 7, fraction = 3)
            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @Schema(
                    nullable = true,
                    type = SchemaType.STRING,
                    description =
                            "So much is not billed any more, at the price at which it was; a decimal string with up to three decimals, of"
                                    + " the unit of the line",
                    maxLength = 11,
                    examples = "1.000")
            BigDecimal quantity,

            @Schema(nullable = true, description = "Or its price is reduced by so much, before tax") @Valid
            Money amount) {}

    /** Refused with 422 where it names a line that the invoice does not have. */
    void requireLinesOf(Invoice invoice) {
        Set<UUID> there = InvoiceFace.of(invoice).lineIds();
        for (int i = 0; !takesAll() && i < lines.size(); i++) {
            if (!there.contains(lines.get(i).invoiceLineId())) {
                throw Refusal.RuleViolated.unknown("/lines/" + i + "/invoiceLineId", "line on this invoice");
            }
        }
    }

    boolean takesAll() {
        return lines == null;
    }
}
