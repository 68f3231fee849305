package dev.fieldservice.billing.pricing;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** The rate of a tax category and level from a day on, until the next rate. Those of other categories than S are 0, set or not. */
@Entity
public class TaxRate extends Priced implements Concerning {

    private static final int DECIMALS = 2;

    @Enumerated(EnumType.STRING)
    TaxCategory category;

    @Enumerated(EnumType.STRING)
    TaxLevel level;

    BigDecimal percent;
    LocalDate validFrom;

    protected TaxRate() {}

    /** EN 16931: only the standard rate is more than zero (BR-S-05), all others are zero (BR-Z-05, BR-E-05 …). */
    static TaxRate set(TaxRateDetails details, By by) {
        Validity.requireDay(details.validFrom());
        requireFitting(details.category(), details.percent());
        TaxRate rate = new TaxRate();
        rate.id = Ids.next();
        rate.category = details.category();
        rate.level = Optional.ofNullable(details.level()).orElse(TaxLevel.STANDARD);
        requireLevel(rate.category, rate.level);
        rate.percent = details.percent().setScale(DECIMALS, RoundingMode.UNNECESSARY);
        rate.validFrom = details.validFrom();
        rate.note("RATE_SET", by, by.at(), rate.category + " " + rate.percent + " % from " + rate.validFrom);
        return rate;
    }

    /** It was wrong: this is right, from its day on. */
    void correct(TaxRateCorrection correction, By by) {
        requireFitting(category, correction.percent());
        keep(correction.percent(), "/percent", correction.reason(), by);
        percent = correction.percent().setScale(DECIMALS, RoundingMode.UNNECESSARY);
    }

    private static void requireFitting(TaxCategory category, BigDecimal percent) {
        boolean isPositive = percent.signum() > 0;
        if (isPositive != (category == TaxCategory.S)) {
            throw Refusal.RuleViolated.at(
                    "/percent", "rate-does-not-fit", "More than 0 is for category S, and only for it.");
        }
    }

    static void requireLevel(TaxCategory category, TaxLevel level) {
        if (level != TaxLevel.STANDARD && category != TaxCategory.S) {
            throw Refusal.RuleViolated.at("/level", "rate-does-not-fit", "Only category S has a reduced rate.");
        }
    }

    /** As it stands in the list. */
    Listed listed() {
        return Listed.general(id, validFrom, percent);
    }

    @Override
    BigDecimal value() {
        return percent;
    }

    @Override
    public PricesChanged concerns() {
        return PricesChanged.everything(validFrom);
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
