package dev.fieldservice.billing.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The prices, rates and tax rules in force within some days, by the day from which they hold; what is missing has not been set.
 *
 * @param taxRates of category S
 * @param company how the company taxes: S by the rules, anything else for all that it sells
 * @param sellerCountry null as long as it is not known
 * @param languages in which one writes to the buyer; the first that there is counts
 */
public record Prices(
        String currency,
        Map<UUID, List<Listed>> parts,
        Map<WorkKind, List<Listed>> hourlyRates,
        Map<TaxLevel, List<Listed>> taxRates,
        List<TaxRule> rules,
        PriceRules priceRules,
        Tax company,
        String sellerCountry,
        List<String> languages) {

    private static final BigDecimal UNTAXED = new BigDecimal("0.00");
    private static final Deal NOBODY = new Deal(null, null, null, null, null, null);

    /** What one unit costs; by the list, and the rules for whom it is sold to. */
    public Quote quote(Asked asked) {
        return Quote.of(this, asked);
    }

    Optional<Listed> part(UUID partId, Deal deal, LocalDate day) {
        return partId == null ? Optional.empty() : Listed.on(day, deal, parts.get(partId));
    }

    Optional<Listed> hour(WorkKind kind, Deal deal, LocalDate day) {
        return Listed.on(day, deal, hourlyRates.get(kind));
    }

    /** Only category S has rates; the others are zero (EN 16931, BR-Z-05, BR-E-05, BR-AE-05 …). */
    public Optional<BigDecimal> taxPercent(Tax tax, LocalDate day) {
        return tax.category() == TaxCategory.S ? taxRate(tax, day).map(Listed::amount) : Optional.of(UNTAXED);
    }

    private Optional<Listed> taxRate(Tax tax, LocalDate day) {
        return tax.category() == TaxCategory.S ? Listed.on(day, NOBODY, taxRates.get(tax.level())) : Optional.empty();
    }

    /** Which rate of which day it is that counts. */
    public TaxReason reason(Taxed taxed, LocalDate day) {
        Optional<Listed> rate = taxRate(taxed.tax(), day);
        return new TaxReason(
                taxed.basis(),
                taxed.rule().map(TaxRule::id).orElse(null),
                taxed.rule().map(rule -> rule.validFrom).orElse(null),
                rate.map(Listed::id).orElse(null),
                rate.map(Listed::from).orElse(null));
    }

    /**
     * How a line is taxed: the first of these that says something. The company taxes all alike; a rule about the customer; a
     * buyer from another country of the Union; a rule about the part or the kind of work; the standard rate.
     *
     * @param partId null for work
     * @param kind null for a part
     */
    public Taxed tax(Sale sale, UUID partId, WorkKind kind, LocalDate day) {
        if (company.category() != TaxCategory.S) {
            return Taxed.by(TaxReason.Basis.COMPANY, company);
        }
        Optional<TaxRule> customers =
                rule(day, rule -> rule.customerId != null && rule.customerId.equals(sale.customerId()));
        if (customers.isPresent() && customers.get().category != TaxCategory.S) {
            return Taxed.by(TaxReason.Basis.CUSTOMER_RULE, customers.get());
        }
        Sale sold = sale.sellerCountry() == null ? sale.from(sellerCountry) : sale;
        return Optional.of(sold)
                .filter(any -> customers.isEmpty())
                .flatMap(any -> CrossBorder.of(any, partId != null))
                .map(tax -> Taxed.by(TaxReason.Basis.CROSS_BORDER, tax))
                .or(() -> rule(day, rule -> rule.isAbout(partId, kind))
                        .map(rule -> Taxed.by(TaxReason.Basis.PART_OR_WORK_RULE, rule)))
                .or(() -> customers.map(rule -> Taxed.by(TaxReason.Basis.CUSTOMER_RULE, rule)))
                .orElse(Taxed.by(TaxReason.Basis.STANDARD, Tax.STANDARD));
    }

    private Optional<TaxRule> rule(LocalDate day, Predicate<TaxRule> wanted) {
        return rules.stream()
                .filter(rule -> !rule.validFrom.isAfter(day))
                .filter(wanted)
                .max(Comparator.comparing(rule -> rule.validFrom));
    }
}
