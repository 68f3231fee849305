package dev.fieldservice.billing.pricing;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The price rules that hold within some days. Of one name and subject the newest counts; of several the most special: a
 * contract's before the customer's before everybody's, then one about a part or a machine, then one about some kinds.
 *
 * @param currency of the amounts that count
 * @param holidays public ones, of the company's calendar
 */
public record PriceRules(List<PriceRule> all, String currency, Set<LocalDate> holidays) {

    private static final Comparator<PriceRule> NEWEST =
            Comparator.<PriceRule, LocalDate>comparing(rule -> rule.validFrom).thenComparing(PriceRule::id);

    private static final Comparator<PriceRule> MOST_SPECIAL = Comparator.comparing(PriceRule::scope)
            .thenComparing(rule -> rule.partId != null || rule.assetId != null)
            .thenComparing(rule -> rule.terms.kinds() != null)
            .thenComparing(NEWEST);

    private static final Comparator<PriceRule> MOST_SPECIAL_THEN_DEAREST = Comparator.comparing(PriceRule::scope)
            .thenComparing(PriceRule::percent)
            .thenComparing(NEWEST);

    /** What identifies a rule through all its versions. */
    private record Identity(
            PriceTerms.Effect effect, String name, UUID customer, UUID contract, UUID asset, UUID part) {
        static Identity of(PriceRule rule) {
            return new Identity(
                    rule.terms.effect(), rule.name, rule.customerId, rule.contractId, rule.assetId, rule.partId);
        }
    }

    /** The band that a moment of work falls into; empty where the ordinary rate counts. */
    public Optional<PriceRule> band(Asked asked) {
        return bands(asked.kind(), asked.deal(), asked.day())
                .filter(rule -> rule.terms.band().holds(asked.time()))
                .max(MOST_SPECIAL_THEN_DEAREST);
    }

    /** The times of a day at which another band may begin. */
    public Stream<LocalTime> borders(ChargeKind kind, Deal deal, LocalDate day) {
        return bands(kind, deal, day)
                .map(rule -> rule.terms.band().hours())
                .filter(Objects::nonNull)
                .flatMap(hours -> hours.stream().flatMap(DayHours::borders))
                .distinct();
    }

    private Stream<PriceRule> bands(ChargeKind kind, Deal deal, LocalDate day) {
        return kind.isTime()
                ? inForce(PriceTerms.Effect.BAND, deal, day)
                        .filter(rule -> rule.terms.areAbout(kind))
                        .filter(rule -> rule.terms.band().isOn(day.getDayOfWeek(), holidays.contains(day)))
                : Stream.empty();
    }

    /** What a visit that begins on the day is charged with; the most special that says it. */
    public Optional<PriceRule> callOut(Deal deal, LocalDate day) {
        return visit(
                deal,
                day,
                terms -> terms.callOutFee() != null
                        && terms.callOutFee().currency().equals(currency));
    }

    /** What a kilometre that is driven on the day costs. */
    public Optional<PriceRule> kilometres(Deal deal, LocalDate day) {
        return visit(
                deal,
                day,
                terms -> terms.pricePerKilometre() != null
                        && terms.pricePerKilometre().currency().equals(currency));
    }

    /** How its time is rounded. */
    public Optional<PriceRule> rounding(Deal deal, LocalDate day) {
        return visit(deal, day, terms -> terms.rounding() != null);
    }

    /** How much time is charged at least. */
    public Optional<PriceRule> minimum(Deal deal, LocalDate day) {
        return visit(deal, day, terms -> terms.minimumMinutes() != null);
    }

    /** What travel to the site costs for each visit; of several zones in which it lies, the narrowest of the most special. */
    public Optional<PriceRule> zone(Deal deal, LocalDate day) {
        return inForce(PriceTerms.Effect.ZONE, deal, day)
                .filter(rule -> rule.currency.equals(currency))
                .filter(rule -> rule.terms.zone().narrowness(deal.site()).isPresent())
                .max(Comparator.comparing(PriceRule::scope)
                        .thenComparing(rule ->
                                rule.terms.zone().narrowness(deal.site()).getAsInt())
                        .thenComparing(NEWEST));
    }

    /** The zone that includes something of the way. */
    Optional<PriceRule> onTheWay(Asked asked) {
        return asked.kind() == ChargeKind.TRAVEL || asked.kind() == ChargeKind.KILOMETRES
                ? zone(asked.deal(), asked.day()).filter(rule -> rule.terms.areAbout(asked.kind()))
                : Optional.empty();
    }

    private Optional<PriceRule> visit(Deal deal, LocalDate day, Predicate<PriceTerms.VisitTerms> says) {
        return inForce(PriceTerms.Effect.VISIT, deal, day)
                .filter(rule -> says.test(rule.terms.visit()))
                .max(MOST_SPECIAL);
    }

    /** Of the kind of work that was done. */
    public Optional<PriceRule> fixedPrice(Deal deal) {
        return inForce(PriceTerms.Effect.FIXED_PRICE, deal, deal.doneOn())
                .filter(rule -> rule.workTypeId.equals(deal.workTypeId()) && rule.currency.equals(currency))
                .max(MOST_SPECIAL);
    }

    /** Whether the fixed price of the job includes this. */
    public boolean includes(Deal deal, ChargeKind kind) {
        return fixedPrice(deal).filter(rule -> rule.terms.areAbout(kind)).isPresent();
    }

    /** The fixed price that includes something. */
    Optional<PriceRule> including(Asked asked) {
        return asked.kind() == ChargeKind.FIXED_PRICE
                ? Optional.empty()
                : fixedPrice(asked.deal()).filter(rule -> rule.terms.areAbout(asked.kind()));
    }

    Optional<PriceRule> discount(Asked asked) {
        return about(PriceTerms.Effect.DISCOUNT, asked).max(MOST_SPECIAL);
    }

    Optional<PriceRule> coverage(Asked asked) {
        return about(PriceTerms.Effect.COVERAGE, asked).max(MOST_SPECIAL);
    }

    private Stream<PriceRule> about(PriceTerms.Effect effect, Asked asked) {
        return inForce(effect, asked.deal(), asked.day())
                .filter(rule -> rule.terms.areAbout(asked.kind()))
                .filter(rule -> rule.partId == null || rule.partId.equals(asked.partId()))
                .filter(rule ->
                        rule.assetId == null || rule.assetId.equals(asked.deal().assetId()));
    }

    private Stream<PriceRule> inForce(PriceTerms.Effect effect, Deal deal, LocalDate day) {
        return all.stream()
                .filter(rule -> rule.terms.effect() == effect)
                .filter(rule -> Validity.holds(day, rule.validFrom, rule.validThrough))
                .filter(rule -> deal.isOf(rule.customerId, rule.contractId))
                .collect(Collectors.toMap(Identity::of, rule -> rule, PriceRules::newer))
                .values()
                .stream();
    }

    private static PriceRule newer(PriceRule one, PriceRule other) {
        return NEWEST.compare(one, other) < 0 ? other : one;
    }
}
