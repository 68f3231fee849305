package dev.fieldservice.billing.exchangerates;

import dev.fieldservice.contracts.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * A rate as a document is issued with it.
 *
 * @param lei for one unit of the currency
 * @param day on which the bank told it
 */
public record Exchange(String currency, BigDecimal lei, LocalDate day) {

    private static final int BANI = 2;

    /** To the ban, halves up. */
    public Money inLei(Money amount) {
        return new Money(amount.amount().multiply(lei).setScale(BANI, RoundingMode.HALF_UP), ExchangeRate.LEI);
    }
}
