package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.hours.Stretch;
import dev.fieldservice.billing.pricing.Asked;
import dev.fieldservice.billing.pricing.ChargeKind;
import dev.fieldservice.billing.pricing.Deal;
import dev.fieldservice.billing.pricing.PriceRule;
import dev.fieldservice.billing.pricing.PriceRules;
import dev.fieldservice.billing.pricing.RuleRef;
import dev.fieldservice.billing.pricing.WorkKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the lines of a job charge by the rules in force: the fixed price of its kind of work, each usage, each stretch of labour and
 * what is added to it, travel with its kilometres or to a zone, and a call-out for each visit. Time is cut at midnight and exactly where another band begins; what
 * rounds to no thousandth of a minute is not charged.
 */
final class Charges {

    private final Work work;
    private final PriceRules rules;
    private final Deal deal;
    private final AddedTime added;

    private Charges(Work work, PriceRules rules, Deal deal) {
        this.work = work;
        this.rules = rules;
        this.deal = deal;
        this.added = new AddedTime(rules, deal);
    }

    static List<Charge> of(Work work, PriceRules rules, Deal deal) {
        return new Charges(work, rules, deal).all();
    }

    /** A stretch within one band. */
    record Piece(Work.Spent entry, Stretch stretch, Optional<PriceRule> band) {}

    private List<Charge> all() {
        List<Piece> labour = pieces(WorkKind.LABOUR);
        List<Piece> travel = pieces(WorkKind.TRAVEL);
        return Stream.of(
                        rules.fixedPrice(deal).stream().map(rule -> Charge.fixedPrice(work, rule.ref())),
                        work.used().stream().map(Charge::part),
                        labour.stream().map(this::charge),
                        rules.includes(deal, ChargeKind.LABOUR) ? Stream.<Charge>empty() : added.to(labour),
                        travel.stream().map(this::charge),
                        new Kilometres(rules, deal).of(work),
                        zones(labour, travel),
                        callOuts(labour, travel))
                .flatMap(each -> each)
                .toList();
    }

    private Charge charge(Piece piece) {
        Optional<RuleRef> band = piece.band().map(PriceRule::ref);
        return Charge.time(piece.entry(), piece.stretch(), band, work.zone());
    }

    private List<Piece> pieces(WorkKind kind) {
        return work.spent().stream()
                .filter(entry -> entry.kind() == kind)
                .flatMap(entry -> pieces(entry).stream())
                .filter(piece -> piece.stretch().minutes().signum() > 0)
                .toList();
    }

    private List<Piece> pieces(Work.Spent entry) {
        ChargeKind kind = LineKind.of(entry.kind()).charge();
        List<Stretch> cut =
                Stretch.of(entry.startedAt(), entry.endedAt(), work.zone(), day -> rules.borders(kind, deal, day));
        List<Piece> pieces = new ArrayList<>();
        for (Stretch stretch : cut) {
            Optional<PriceRule> band =
                    rules.band(new Asked(kind, null, stretch.day(), stretch.begins(work.zone()), deal, null));
            Piece next = new Piece(entry, stretch, band);
            if (!pieces.isEmpty() && goesOn(pieces.getLast(), next)) {
                next = new Piece(entry, pieces.removeLast().stretch().with(stretch), band);
            }
            pieces.add(next);
        }
        return pieces;
    }

    private static boolean goesOn(Piece last, Piece next) {
        return last.stretch().day().equals(next.stretch().day()) && last.band().equals(next.band());
    }

    private Stream<Charge> zones(List<Piece> labour, List<Piece> travel) {
        boolean isIncluded = rules.includes(deal, ChargeKind.TRAVEL_ZONE) || rules.includes(deal, ChargeKind.TRAVEL);
        return isIncluded
                ? Stream.empty()
                : firsts(labour, travel)
                        .flatMap(first -> rules
                                .zone(deal, first.stretch().day())
                                .map(rule -> Charge.zone(
                                        first.entry(), first.stretch().day(), rule.ref()))
                                .stream());
    }

    private Stream<Charge> callOuts(List<Piece> labour, List<Piece> travel) {
        return rules.includes(deal, ChargeKind.CALL_OUT)
                ? Stream.empty()
                : firsts(labour, travel)
                        .flatMap(first -> rules
                                .callOut(deal, first.stretch().day())
                                .map(rule -> Charge.callOut(
                                        first.entry(), first.stretch().day(), rule.ref()))
                                .stream());
    }

    /** With what each visit began. */
    private static Stream<Piece> firsts(List<Piece> labour, List<Piece> travel) {
        Map<Integer, Piece> first = new LinkedHashMap<>();
        Stream.concat(labour.stream(), travel.stream())
                .sorted(Comparator.comparing(piece -> piece.stretch().from()))
                .forEach(piece -> first.putIfAbsent(piece.entry().visit(), piece));
        return first.values().stream();
    }
}
