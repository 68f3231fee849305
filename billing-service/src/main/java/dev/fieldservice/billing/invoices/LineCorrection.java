package dev.fieldservice.billing.invoices;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.fieldservice.billing.pricing.TaxCategory;
import dev.fieldservice.billing.pricing.TaxLevel;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.contracts.UnitPrice;
import dev.fieldservice.contracts.codes.Units;
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
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a line of a draft says in truth; what is left out stays. */
@Schema(name = "InvoiceLineCorrection")
public record LineCorrection(
        @Schema(nullable = true) @Size(min = 1, max = 500) @Pattern(regexp = Text.LINE)
        String description,

        @DecimalMin("0.001")
        @DecimalMax("1000000")
        @Digits(integer = 7, fraction = 3)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                nullable = true,
                type = SchemaType.STRING,
                description = "Decimal string with up to three decimals, of the unit of the line",
                maxLength = 11,
                examples = "2.500")
        BigDecimal quantity,

        @Schema(nullable = true, description = "In place of that of the price list; it no longer follows that") @Valid
        UnitPrice unitPrice,

        @Schema(nullable = true, description = "UNCL 5305, in place of what the rules say")
        TaxCategory taxCategory,

        @Schema(nullable = true, description = "Which rate of category S, with taxCategory; STANDARD if absent")
        TaxLevel taxLevel,

        @Schema(nullable = true, description = "What the invoice says of why it is not taxed; needed with E")
        @Size(min = 1, max = 200)
        @Pattern(regexp = Text.LINE)
        String exemptionReason,

        @Schema(
                nullable = true,
                description =
                        "What was given by hand and is taken back: the price list (PRICE) or the tax rules (TAX) count again")
        @Size(min = 1, max = 2)
        List<@NotNull ByRule> byRule,

        @NotBlank
        @Size(max = 1000)
        @Pattern(regexp = Text.LINES)
        @Schema(description = "Stays to be seen with the line")
        String reason) {

    /** Refused with 422 where it says nothing, or what cannot be of this unit and currency. */
    void requireFitting(String unit, String currency) {
        if (Stream.of(description, quantity, unitPrice, taxCategory, taxLevel, byRule)
                .allMatch(Objects::isNull)) {
            throw Refusal.RuleViolated.at(
                    "/quantity", "nothing-to-correct", "Say what is right, or take the line out.");
        }
        if (quantity != null && !Units.fits(quantity, unit)) {
            throw Refusal.RuleViolated.at("/quantity", "whole-pieces", "It must be whole: " + unit + " counts pieces.");
        }
        if (unitPrice != null && !unitPrice.currency().equals(currency)) {
            throw Refusal.RuleViolated.at(
                    "/unitPrice/currency", "other-currency", "The invoice is in " + currency + ".");
        }
    }
    /** Refused with 422 where category, rate and reason do not belong together. */
    void requireTax() {
        if (taxLevel != null && taxCategory != TaxCategory.S) {
            throw Refusal.RuleViolated.at(
                    "/taxLevel",
                    "rate-does-not-fit",
                    "A reduced rate belongs to taxCategory S, which has to be given.");
        }
        if (exemptionReason != null && (taxCategory == null || taxCategory.isTaxed())) {
            throw Refusal.RuleViolated.at(
                    "/exemptionReason", "not-exempt", "A reason belongs to a taxCategory that is not taxed.");
        }
        if (taxCategory == TaxCategory.E && exemptionReason == null) {
            throw Refusal.RuleViolated.at("/exemptionReason", "missing", "Say why it is exempt: the invoice has to.");
        }
    }

    /** Refused with 422 where something is taken back that was not given by hand, or is given anew at once. */
    void requireGiven(boolean isPriceGiven, boolean isTaxGiven) {
        for (int i = 0; i < takenBack().size(); i++) {
            String pointer = "/byRule/" + i;
            boolean isGivenAnew = takenBack().get(i) == ByRule.PRICE ? unitPrice != null : taxCategory != null;
            boolean isGiven = takenBack().get(i) == ByRule.PRICE ? isPriceGiven : isTaxGiven;
            if (isGivenAnew) {
                throw Refusal.RuleViolated.at(pointer, "one-of", "Take it back, or give another.");
            }
            if (!isGiven) {
                throw Refusal.RuleViolated.at(pointer, "nothing-to-correct", "It was not given by hand.");
            }
        }
    }

    boolean takesBack(ByRule what) {
        return takenBack().contains(what);
    }

    private List<ByRule> takenBack() {
        return Objects.requireNonNullElse(byRule, List.of());
    }
}
