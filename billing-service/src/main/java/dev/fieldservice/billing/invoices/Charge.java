package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.documents.LineText;
import dev.fieldservice.billing.hours.Stretch;
import dev.fieldservice.billing.pricing.RuleRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * What a line charges, without its price.
 *
 * @param partId null for all but a part
 * @param description as somebody wrote it; null where the text is data
 * @param text which each language words; null where somebody wrote it
 * @param priceBase the price is for so many of the unit
 * @param performedOn the day whose price and tax rate count
 * @param beganAt of time, the moment whose band counts; null for all else
 */
record Charge(
        LineKind kind,
        UUID partId,
        String description,
        LineText text,
        BigDecimal quantity,
        String unit,
        BigDecimal priceBase,
        LocalDate performedOn,
        Instant beganAt,
        LineOrigin origin) {

    private static final String MINUTE = "MIN";
    private static final String KILOMETRE = "KMT";
    private static final String ONE = "EA";
    private static final BigDecimal MINUTES_PER_HOUR = new BigDecimal(60);

    /** What tells it from all others of its invoice, whatever the rules make of it. */
    record Key(LineKind kind, UUID sourceId, LocalDate performedOn, Instant beganAt) {}

    Key key() {
        return new Key(kind, origin.id(), performedOn, beganAt);
    }

    static Charge part(Work.Used used) {
        return new Charge(
                LineKind.PART,
                used.partId(),
                used.description(),
                null,
                used.quantity().amount(),
                used.quantity().unit(),
                BigDecimal.ONE,
                used.on(),
                null,
                LineOrigin.usage(used.usageId()));
    }

    static Charge time(Work.Spent entry, Stretch stretch, Optional<RuleRef> band, ZoneId zone) {
        LineText.Kind what = switch (entry.kind()) {
            case LABOUR -> LineText.Kind.LABOUR;
            case TRAVEL -> LineText.Kind.TRAVEL;
        };
        return minutes(
                LineKind.of(entry.kind()),
                LineText.time(
                        what,
                        entry.technician(),
                        stretch,
                        zone,
                        band.map(RuleRef::name).orElse(null)),
                stretch.minutes(),
                stretch,
                LineOrigin.time(entry, stretch, band.orElse(null)));
    }

    /** After the last of what a technician worked in a visit. */
    static Charge added(Work.Spent last, Stretch stretch, BigDecimal minutes, LineText text, RuleRef rule) {
        return minutes(LineKind.ADDED_TIME, text, minutes, stretch, LineOrigin.added(last, rule));
    }

    private static Charge minutes(
            LineKind kind, LineText text, BigDecimal minutes, Stretch stretch, LineOrigin origin) {
        return new Charge(
                kind,
                null,
                null,
                text,
                minutes,
                MINUTE,
                MINUTES_PER_HOUR,
                stretch.day(),
                stored(stretch.from()),
                origin);
    }

    /** As finely as a database keeps it. */
    private static Instant stored(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    /** @param free of each visit */
    static Charge kilometres(Work.Spent journey, LocalDate on, BigDecimal charged, BigDecimal free, RuleRef rule) {
        return new Charge(
                LineKind.KILOMETRES,
                null,
                null,
                LineText.kilometres(journey.technician(), on, charged, journey.kilometres(), free),
                charged,
                KILOMETRE,
                BigDecimal.ONE,
                on,
                null,
                LineOrigin.journey(journey, rule));
    }

    /** Once for a visit, whose first entry this is. */
    static Charge callOut(Work.Spent first, LocalDate on, RuleRef rule) {
        return once(LineKind.CALL_OUT, null, LineText.visit(rule.name(), on), on, LineOrigin.visit(first, rule));
    }

    /** The same. */
    static Charge zone(Work.Spent first, LocalDate on, RuleRef rule) {
        return once(LineKind.TRAVEL_ZONE, null, LineText.zone(rule.name(), on), on, LineOrigin.visit(first, rule));
    }

    static Charge fixedPrice(Work work, RuleRef rule) {
        return once(LineKind.FIXED_PRICE, rule.name(), null, work.doneOn(), LineOrigin.job(work.orderId(), rule));
    }

    private static Charge once(LineKind kind, String what, LineText text, LocalDate on, LineOrigin origin) {
        return new Charge(kind, null, what, text, BigDecimal.ONE, ONE, BigDecimal.ONE, on, null, origin);
    }
}
