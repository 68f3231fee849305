package dev.fieldservice.billing.accounting;

import dev.fieldservice.billing.pricing.TaxCategory;
import java.math.BigDecimal;

/** What is taxed alike: a category (UNCL 5305) and its rate. */
public record TaxGroup(TaxCategory category, BigDecimal percent) implements Comparable<TaxGroup> {

    private static final int DECIMALS = 2;

    /** Rates are compared as numbers. */
    public TaxGroup {
        percent = percent.setScale(DECIMALS);
    }

    @Override
    public int compareTo(TaxGroup other) {
        int byCategory = category.compareTo(other.category);
        return byCategory == 0 ? percent.compareTo(other.percent) : byCategory;
    }

    /** As the settings name it: {@code S-21}, {@code S-5.5}. */
    String key() {
        BigDecimal shortest = percent.signum() == 0 ? BigDecimal.ZERO : percent.stripTrailingZeros();
        return category + "-" + shortest.toPlainString();
    }
}
