package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.pricing.Deal;
import dev.fieldservice.billing.pricing.PriceRule;
import dev.fieldservice.billing.pricing.PriceRules;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is charged for the kilometres of each journey: those that a visit has beyond its free ones, by the rule of the day on which the
 * journey began. Where no rule prices them, none are charged.
 */
record Kilometres(PriceRules rules, Deal deal) {

    private static final Comparator<Work.Spent> OLDEST_FIRST =
            Comparator.comparing(Work.Spent::startedAt).thenComparing(Work.Spent::entryId);

    Stream<Charge> of(Work work) {
        Map<Integer, BigDecimal> driven = new HashMap<>();
        return work.spent().stream()
                .filter(entry -> entry.kilometres() != null)
                .sorted(OLDEST_FIRST)
                .flatMap(journey -> {
                    BigDecimal before = driven.getOrDefault(journey.visit(), BigDecimal.ZERO);
                    driven.merge(journey.visit(), journey.kilometres(), BigDecimal::add);
                    LocalDate day = journey.startedAt().atZone(work.zone()).toLocalDate();
                    return rules.kilometres(deal, day).flatMap(rule -> charge(journey, day, before, rule)).stream();
                });
    }

    private static Optional<Charge> charge(Work.Spent journey, LocalDate day, BigDecimal before, PriceRule rule) {
        BigDecimal all = journey.kilometres();
        BigDecimal charged = beyond(rule, before.add(all)).subtract(beyond(rule, before));
        return charged.signum() == 0
                ? Optional.empty()
                : Optional.of(Charge.kilometres(
                        journey,
                        day,
                        charged,
                        charged.compareTo(all) == 0 ? BigDecimal.ZERO : rule.freeKilometres(),
                        rule.ref()));
    }

    private static BigDecimal beyond(PriceRule rule, BigDecimal driven) {
        return driven.subtract(rule.freeKilometres()).max(BigDecimal.ZERO);
    }
}
