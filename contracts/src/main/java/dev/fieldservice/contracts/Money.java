package dev.fieldservice.contracts;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An amount of money, negative in credits. It always has two decimals, as EN 16931 demands of every amount on an
 * invoice (rules BR-DEC-01 and following); what has more is refused by the constructor and rounded only where the
 * caller says so. Rounding is half up, away from zero for negative amounts, so that a credit mirrors its invoice to the
 * cent.
 */
@Schema(description = "An amount of money")
public record Money(
        @Schema(
                description = "Decimal string with two decimals; negative in credits",
                type = SchemaType.STRING,
                pattern = "^-?[0-9]{1,12}(\\.[0-9]{1,2})?$",
                maxLength = 16,
                examples = "12.50")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @JsonProperty(required = true)
        @NotNull
        @Digits(integer = 12, fraction = 2)
        BigDecimal amount,

        @Schema(description = "ISO 4217 code", minLength = 3, maxLength = 3, examples = "RON")
        @JsonProperty(required = true)
        @NotNull
        @Pattern(regexp = "^[A-Z]{3}$")
        String currency) {

    private static final int DECIMALS = 2;

    /** @throws IllegalArgumentException when an amount has more than two decimals or the currency is not in ISO 4217 */
    public Money {
        amount = Decimals.exact("amount", amount, 12, DECIMALS);
        currency = isoCode(currency);
    }

    public static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** Rounds half up to two decimals. */
    public static Money rounded(BigDecimal amount, String currency) {
        return new Money(amount.setScale(DECIMALS, RoundingMode.HALF_UP), currency);
    }

    /** @throws IllegalArgumentException when the currencies differ */
    public Money plus(Money other) {
        return new Money(amount.add(inSameCurrency(other).amount), currency);
    }

    /** @throws IllegalArgumentException when the currencies differ */
    public Money minus(Money other) {
        return new Money(amount.subtract(inSameCurrency(other).amount), currency);
    }

    /**
     * Multiplies exactly, then rounds half up to two decimals: once for each line, as EN 16931 adds up rounded line
     * amounts.
     */
    public Money times(BigDecimal factor) {
        return rounded(amount.multiply(factor), currency);
    }

    private Money inSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("%s and %s do not add up".formatted(currency, other.currency));
        }
        return other;
    }

    private static String isoCode(String currency) {
        if (currency == null) {
            throw new IllegalArgumentException("currency is missing");
        }
        try {
            return Currency.getInstance(currency).getCurrencyCode();
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("currency is not an ISO 4217 code", unknown);
        }
    }
}
