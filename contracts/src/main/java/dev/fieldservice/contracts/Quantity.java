package dev.fieldservice.contracts;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.fieldservice.contracts.codes.UnitCode;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How much of something, always more than nothing and at most a million, with three decimals (grams, millimetres,
 * millilitres).
 */
@WholePieces
@Schema(description = "How much of something; whole where the unit counts pieces")
public record Quantity(
        @Schema(
                description = "Decimal string with up to three decimals; more than 0 and at most 1000000",
                type = SchemaType.STRING,
                pattern = "^(?=.*[1-9])(1000000(\\.0{1,3})?|[0-9]{1,6}(\\.[0-9]{1,3})?)$",
                maxLength = 11,
                examples = "2.000")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @JsonProperty(required = true)
        @NotNull
        @Digits(integer = 7, fraction = 3)
        BigDecimal amount,

        @Schema(
                description = "Unit code of UN/ECE Recommendation 20: EA each, KGM kilogram, MTR metre, LTR litre",
                minLength = 1,
                maxLength = 3,
                examples = "EA")
        @JsonProperty(required = true)
        @NotNull
        @Pattern(regexp = UNIT)
        @UnitCode
        String unit) {

    /** A unit code, for those who name a unit without an amount. */
    public static final String UNIT = "^[A-Z0-9]{1,3}$";

    private static final BigDecimal MOST = new BigDecimal(1_000_000);

    /**
     * @throws IllegalArgumentException when the amount is out of bounds or has more than three decimals, or the unit is
     *     no code
     */
    public Quantity {
        amount = Decimals.exact("amount", amount, 7, 3);
        if (amount.signum() <= 0 || amount.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("amount must be more than 0 and at most " + MOST);
        }
        if (unit == null || !unit.matches(UNIT)) {
            throw new IllegalArgumentException("unit is not a code of one to three capitals or digits");
        }
    }
}
