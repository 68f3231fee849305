package dev.fieldservice.billing.invoices;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.contracts.codes.Units;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much of a line becomes a line of its own. */
@Schema(name = "InvoiceLineSplit")
public record LineSplit(
        @NotNull
        @DecimalMin("0.001")
        @DecimalMax("1000000")
        @Digits(integer = 7, fraction = 3)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                type = SchemaType.STRING,
                description = "Less than the line has; a decimal string with up to three decimals, of its unit",
                maxLength = 11,
                examples = "1.000")
        BigDecimal quantity,

        @NotBlank
        @Size(max = 1000)
        @Pattern(regexp = Text.LINES)
        @Schema(description = "Stays to be seen with the line")
        String reason) {

    /** Refused with 422 where nothing would be left, or what cannot be of this unit. */
    void requireFitting(InvoiceLine line) {
        if (!Units.fits(quantity, line.unit)) {
            throw Refusal.RuleViolated.at(
                    "/quantity", "whole-pieces", "It must be whole: " + line.unit + " counts pieces.");
        }
        if (quantity.compareTo(line.quantity) >= 0) {
            throw Refusal.RuleViolated.at(
                    "/quantity", "nothing-left", "The line has " + line.quantity.toPlainString() + ".");
        }
    }
}
