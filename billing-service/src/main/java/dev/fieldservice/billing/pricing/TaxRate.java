package dev.fieldservice.billing.pricing;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.UUID;

/** The rate of a tax category from a day on, until the next rate. */
@Entity
public class TaxRate extends Aggregate {

    private static final int DECIMALS = 2;

    @Enumerated(EnumType.STRING)
    TaxCategory category;

    BigDecimal percent;
    LocalDate validFrom;

    protected TaxRate() {}

    /** EN 16931: only the standard rate is more than zero (BR-S-05), all others are zero (BR-Z-05, BR-E-05 …). */
    static TaxRate set(TaxRateDetails details, By by) {
        Validity.requireDay(details.validFrom());
        boolean isPositive = details.percent().signum() > 0;
        if (isPositive != (details.category() == TaxCategory.S)) {
            throw Refusal.RuleViolated.at(
                    "/percent", "rate-does-not-fit", "More than 0 is for category S, and only for it.");
        }
        TaxRate rate = new TaxRate();
        rate.id = Ids.next();
        rate.category = details.category();
        rate.percent = details.percent().setScale(DECIMALS, RoundingMode.UNNECESSARY);
        rate.validFrom = details.validFrom();
        rate.note("RATE_SET", by, by.at(), rate.category + " " + rate.percent + " % from " + rate.validFrom);
        return rate;
    }

    @Override
    public String kind() {
        return "tax-rate";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
