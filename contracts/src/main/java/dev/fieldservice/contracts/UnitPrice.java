package dev.fieldservice.contracts;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The price of one unit. Unlike an amount on an invoice it may have four decimals (EN 16931, BT-146): screws are sold by
 * the fraction of a cent.
 */
@Schema(description = "The price of one unit")
public record UnitPrice(
        @Schema(
                description = "Decimal string with up to four decimals",
                type = SchemaType.STRING,
                pattern = "^[0-9]{1,7}(\\.[0-9]{1,4})?$",
                maxLength = 12,
                examples = "214.55")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @JsonProperty(required = true)
        BigDecimal amount,

        @Schema(description = "ISO 4217 code", pattern = "^[A-Z]{3}$", minLength = 3, maxLength = 3, examples = "RON")
        @JsonProperty(required = true)
        String currency) {

    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
    private static final int FEWEST_DECIMALS = 2;
    private static final int MOST_DECIMALS = 4;
    private static final int MOST_DIGITS = 7;

    /** @throws IllegalArgumentException when the price is missing, negative, too big or too exact */
    public UnitPrice {
        if (amount == null) {
            throw new IllegalArgumentException("amount is missing");
        }
        if (currency == null) {
            throw new IllegalArgumentException("currency is missing");
        }
        if (!CODE.matcher(currency).matches()) {
            throw new IllegalArgumentException("currency must be an ISO 4217 code, three capital letters");
        }
        BigDecimal exact = amount.stripTrailingZeros();
        if (exact.signum() < 0
                || exact.scale() > MOST_DECIMALS
                || (long) exact.precision() - exact.scale() > MOST_DIGITS) {
            throw new IllegalArgumentException("amount must be 0 or more, with up to 7 digits and 4 decimals");
        }
        amount = readable(exact);
    }

    /** The same number, with two decimals at least and no more than it needs. */
    public static BigDecimal readable(BigDecimal amount) {
        BigDecimal exact = amount.stripTrailingZeros();
        return exact.setScale(Math.max(FEWEST_DECIMALS, exact.scale()), RoundingMode.UNNECESSARY);
    }
}
