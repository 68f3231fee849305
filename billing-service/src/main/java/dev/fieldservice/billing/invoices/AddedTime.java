package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.documents.LineText;
import dev.fieldservice.billing.pricing.Deal;
import dev.fieldservice.billing.pricing.PriceRule;
import dev.fieldservice.billing.pricing.PriceRules;
import dev.fieldservice.billing.pricing.PriceTerms.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is charged beyond what each technician worked in a visit: up to the quarter of an hour that was started, and at least the
 * minimum. The rules are those of the day on which that technician began; it is priced as the last of the work is.
 */
record AddedTime(PriceRules rules, Deal deal) {

    private static final BigDecimal QUARTER = new BigDecimal(15);

    private record Whose(int visit, Object technician) {
        static Whose of(Work.Spent entry) {
            return new Whose(
                    entry.visit(),
                    Stream.of(entry.technicianId(), entry.technician())
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(""));
        }
    }

    Stream<Charge> to(List<Charges.Piece> labour) {
        Map<Whose, List<Charges.Piece>> byVisit = labour.stream()
                .sorted(Comparator.comparing(piece -> piece.stretch().from()))
                .collect(Collectors.groupingBy(
                        piece -> Whose.of(piece.entry()), LinkedHashMap::new, Collectors.toList()));
        return byVisit.values().stream().flatMap(pieces -> added(pieces).stream());
    }

    private Optional<Charge> added(List<Charges.Piece> pieces) {
        LocalDate day = pieces.getFirst().stretch().day();
        BigDecimal worked =
                pieces.stream().map(piece -> piece.stretch().minutes()).reduce(BigDecimal.ZERO, BigDecimal::add);
        Optional<PriceRule> minimum = rules.minimum(deal, day).filter(rule -> worked.compareTo(least(rule)) < 0);
        if (minimum.isPresent()) {
            BigDecimal least = least(minimum.get());
            LineText text = LineText.minimum(last(pieces).technician(), lastDay(pieces), least);
            return Optional.of(charge(pieces, least.subtract(worked), text, minimum.get()));
        }
        return rules.rounding(deal, day)
                .filter(rule -> rule.rounding() == Rounding.STARTED_QUARTER)
                .flatMap(rule -> Optional.of(toTheQuarter(worked))
                        .filter(more -> more.signum() > 0)
                        .map(more -> charge(
                                pieces,
                                more,
                                LineText.startedQuarter(last(pieces).technician(), lastDay(pieces)),
                                rule)));
    }

    private static BigDecimal least(PriceRule rule) {
        return new BigDecimal(rule.minimumMinutes());
    }

    private static BigDecimal toTheQuarter(BigDecimal worked) {
        return worked.divide(QUARTER, 0, RoundingMode.CEILING).multiply(QUARTER).subtract(worked);
    }

    private static Charge charge(List<Charges.Piece> pieces, BigDecimal minutes, LineText text, PriceRule rule) {
        return Charge.added(last(pieces), pieces.getLast().stretch(), minutes, text, rule.ref());
    }

    private static Work.Spent last(List<Charges.Piece> pieces) {
        return pieces.getLast().entry();
    }

    private static LocalDate lastDay(List<Charges.Piece> pieces) {
        return pieces.getLast().stretch().day();
    }
}
