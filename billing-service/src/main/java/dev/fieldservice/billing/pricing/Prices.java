package dev.fieldservice.billing.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The prices, rates and tax rules in force within some days, by the day from which they hold; what is missing has not been set.
 *
 * @param taxRates of category S
 * @param company how the company taxes: S by the rules, anything else for all that it sells
 * @param sellerCountry null as long as it is not known
 */
public record Prices(
        String currency,
        Map<UUID, NavigableMap<LocalDate, BigDecimal>> parts,
        Map<WorkKind, NavigableMap<LocalDate, BigDecimal>> hourlyRates,
        Map<TaxLevel, NavigableMap<LocalDate, BigDecimal>> taxRates,
        List<TaxRule> rules,
        Tax company,
        String sellerCountry) {

    private static final NavigableMap<LocalDate, BigDecimal> NEVER_SET = new TreeMap<>();
    private static final BigDecimal UNTAXED = new BigDecimal("0.00");

    public Optional<BigDecimal> part(UUID partId, LocalDate day) {
        return on(day, parts.get(partId));
    }

    public Optional<BigDecimal> hour(WorkKind kind, LocalDate day) {
        return on(day, hourlyRates.get(kind));
    }

    /** Only category S has rates; the others are zero (EN 16931, BR-Z-05, BR-E-05, BR-AE-05 …). */
    public Optional<BigDecimal> taxPercent(Tax tax, LocalDate day) {
        return tax.category() == TaxCategory.S ? on(day, taxRates.get(tax.level())) : Optional.of(UNTAXED);
    }

    /**
     * How a line is taxed: the first of these that says something. The company taxes all alike; a rule about the customer; a
     * buyer from another country of the Union; a rule about the part or the kind of work; the standard rate.
     *
     * @param partId null for work
     * @param kind null for a part
     */
    public Tax tax(Sale sale, UUID partId, WorkKind kind, LocalDate day) {
        if (company.category() != TaxCategory.S) {
            return company;
        }
        Optional<TaxRule> customers =
                rule(day, rule -> rule.customerId != null && rule.customerId.equals(sale.customerId()));
        if (customers.isPresent() && customers.get().category != TaxCategory.S) {
            return customers.get().tax();
        }
        Sale sold = sale.sellerCountry() == null ? sale.from(sellerCountry) : sale;
        return Optional.of(sold)
                .filter(any -> customers.isEmpty())
                .flatMap(any -> CrossBorder.of(any, partId != null))
                .or(() -> rule(day, rule -> rule.isAbout(partId, kind)).map(TaxRule::tax))
                .or(() -> customers.map(TaxRule::tax))
                .orElse(Tax.STANDARD);
    }

    private Optional<TaxRule> rule(LocalDate day, Predicate<TaxRule> wanted) {
        return rules.stream()
                .filter(rule -> !rule.validFrom.isAfter(day))
                .filter(wanted)
                .max(Comparator.comparing(rule -> rule.validFrom));
    }

    private static Optional<BigDecimal> on(LocalDate day, NavigableMap<LocalDate, BigDecimal> since) {
        return Optional.ofNullable(Optional.ofNullable(since).orElse(NEVER_SET).floorEntry(day))
                .map(Map.Entry::getValue);
    }
}
