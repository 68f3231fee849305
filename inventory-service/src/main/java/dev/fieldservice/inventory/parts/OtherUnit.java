package dev.fieldservice.inventory.parts;

import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.contracts.codes.UnitCode;
import dev.fieldservice.contracts.codes.Units;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A unit in which a part is handled beside the one in which it is counted: one of it is {@code numerator / denominator} of that.
 * Two whole numbers, so that a third is a third.
 */
@Schema(description = "A unit in which a part is handled beside its own: one of it is numerator / denominator of that")
public record OtherUnit(
        @NotNull
        @Pattern(regexp = Quantity.UNIT)
        @UnitCode
        @Schema(
                description = "Unit code of UN/ECE Recommendation 20 or 21",
                minLength = 1,
                maxLength = 3,
                examples = "XBX")
        String unit,

        @NotNull @Min(1) @Max(1_000_000_000) @Schema(examples = "12")
        Integer numerator,

        @NotNull @Min(1) @Max(1_000_000_000) @Schema(examples = "1")
        Integer denominator) {

    private static final int DECIMALS = 3;

    /** So much of it in the part's unit; empty where that is no exact quantity of it. */
    Optional<BigDecimal> exactly(BigDecimal amount, String partsUnit) {
        BigDecimal[] thousandths = amount.multiply(BigDecimal.valueOf(numerator))
                .movePointRight(DECIMALS)
                .divideAndRemainder(BigDecimal.valueOf(denominator));
        BigDecimal counted = thousandths[0].movePointLeft(DECIMALS).setScale(DECIMALS, RoundingMode.UNNECESSARY);
        return thousandths[1].signum() == 0 && Units.fits(counted, partsUnit) ? Optional.of(counted) : Optional.empty();
    }

    /** For whoever is told of it. */
    String words(String partsUnit) {
        return denominator == 1
                ? "1 %s = %d %s".formatted(unit, numerator, partsUnit)
                : "%d %s = %d %s".formatted(denominator, unit, numerator, partsUnit);
    }
}
