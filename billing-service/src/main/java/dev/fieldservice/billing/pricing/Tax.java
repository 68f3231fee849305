package dev.fieldservice.billing.pricing;

/**
 * How a line is taxed.
 *
 * @param exemptionReason null where nothing has to be said
 */
public record Tax(TaxCategory category, TaxLevel level, String exemptionReason) {

    static final Tax STANDARD = of(TaxCategory.S);

    public static Tax of(TaxCategory category) {
        return of(category, TaxLevel.STANDARD, null);
    }

    /**
     * @param level null for the standard rate
     * @param why null if it goes without saying
     */
    public static Tax of(TaxCategory category, TaxLevel level, String why) {
        return new Tax(
                category, level == null ? TaxLevel.STANDARD : level, why == null ? category.exemptionReason() : why);
    }
}
