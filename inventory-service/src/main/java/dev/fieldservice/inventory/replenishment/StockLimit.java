package dev.fieldservice.inventory.replenishment;

import dev.fieldservice.contracts.codes.Units;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;

/** How much of a part shall be at a place. */
@Entity
public class StockLimit extends Aggregate {

    private static final int DECIMALS = 3;

    UUID locationId;
    UUID partId;
    UUID fromLocationId;
    BigDecimal minimum;
    BigDecimal maximum;

    protected StockLimit() {}

    static StockLimit set(StockLimitDetails details, String unit, By by) {
        StockLimit limit = new StockLimit();
        limit.id = Ids.next();
        limit.locationId = details.locationId();
        limit.partId = details.partId();
        limit.take(details, unit);
        limit.note("REGISTERED", by, by.at(), limit.text());
        return limit;
    }

    /** The part and the place stay what they are. */
    void change(StockLimitDetails details, String unit, By by) {
        if (!details.partId().equals(partId) || !details.locationId().equals(locationId)) {
            throw new Refusal.RuleViolated(
                            "limit-of-another",
                            "The part and the place of a limit stay what they are. Register another limit instead.")
                    .refused();
        }
        take(details, unit);
        note("CHANGED", by, by.at(), text());
    }

    private void take(StockLimitDetails details, String unit) {
        if (details.fromLocationId().equals(locationId)) {
            throw Refusal.RuleViolated.at("/fromLocationId", "same-location", "No place is filled up from itself.");
        }
        if (details.maximum().compareTo(details.minimum()) < 0) {
            throw Refusal.RuleViolated.at(
                    "/maximum", "less-than-minimum", "The maximum is at least as much as the minimum.");
        }
        requireWhole(details.minimum(), unit, "/minimum");
        requireWhole(details.maximum(), unit, "/maximum");
        fromLocationId = details.fromLocationId();
        minimum = details.minimum().setScale(DECIMALS, RoundingMode.UNNECESSARY);
        maximum = details.maximum().setScale(DECIMALS, RoundingMode.UNNECESSARY);
    }

    private static void requireWhole(BigDecimal amount, String unit, String pointer) {
        if (!Units.fits(amount, unit)) {
            throw Refusal.RuleViolated.at(pointer, "whole-pieces", "This unit counts pieces: send a whole number.");
        }
    }

    private String text() {
        return minimum.toPlainString() + " to " + maximum.toPlainString();
    }

    @Override
    public String kind() {
        return "stock-limit";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
