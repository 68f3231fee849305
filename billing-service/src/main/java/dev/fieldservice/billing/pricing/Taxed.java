package dev.fieldservice.billing.pricing;

import java.util.Optional;

/** How something is taxed, and by what. @param rule empty where no rule says it */
public record Taxed(Tax tax, TaxReason.Basis basis, Optional<TaxRule> rule) {

    public static Taxed by(TaxReason.Basis basis, Tax tax) {
        return new Taxed(tax, basis, Optional.empty());
    }

    static Taxed by(TaxReason.Basis basis, TaxRule rule) {
        return new Taxed(rule.tax(), basis, Optional.of(rule));
    }
}
