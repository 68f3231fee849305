package dev.fieldservice.billing.exchangerates;

import dev.fieldservice.billing.pricing.Withdrawal;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a unit of another currency is in lei, as the National Bank of Romania told it on a day. */
@Entity
public class ExchangeRate extends Aggregate {

    public static final String LEI = "RON";
    private static final int DECIMALS = 6;

    String currency;
    LocalDate day;
    BigDecimal lei;

    /** Null for as long as it is in force. */
    @JdbcTypeCode(SqlTypes.JSON)
    Withdrawal withdrawal;

    protected ExchangeRate() {}

    static ExchangeRate set(ExchangeRateDetails details, By by) {
        if (details.currency().equals(LEI)) {
            throw Refusal.RuleViolated.at("/currency", "own-currency", "A leu is a leu.");
        }
        ExchangeRate rate = new ExchangeRate();
        rate.id = Ids.next();
        rate.currency = details.currency();
        rate.day = details.day();
        rate.lei = details.lei().setScale(DECIMALS, RoundingMode.UNNECESSARY);
        rate.note("EXCHANGE_RATE_SET", by, by.at(), rate.words());
        return rate;
    }

    /** What was issued with it keeps it. */
    void withdraw(String why, By by) {
        if (withdrawal != null) {
            throw new Refusal.Conflict("withdrawn", "It was withdrawn and is not in force. Set what is right anew.")
                    .refused();
        }
        withdrawal = Withdrawal.of(why, by);
        note("EXCHANGE_RATE_WITHDRAWN", by, by.at(), words() + ": " + why);
    }

    Exchange exchange() {
        return new Exchange(currency, lei, day);
    }

    private String words() {
        return "1 %s = %s %s on %s".formatted(currency, lei.toPlainString(), LEI, day);
    }

    @Override
    public String kind() {
        return "exchange-rate";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
