package dev.fieldservice.billing.invoices;

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
 * @param priceBase the price is for so many of the unit
 * @param performedOn the day whose price and tax rate count
 * @param beganAt of time, the moment whose band counts; null for all else
 */
record Charge(
        LineKind kind,
        UUID partId,
        String description,
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
                used.quantity().amount(),
                used.quantity().unit(),
                BigDecimal.ONE,
                used.on(),
                null,
                LineOrigin.usage(used.usageId()));
    }

    static Charge time(Work.Spent entry, Stretch stretch, Optional<RuleRef> band, ZoneId zone) {
        String what = who(entry, word(entry)) + ", " + stretch.words(zone)
                + band.map(rule -> ", " + rule.name()).orElse("");
        return minutes(
                LineKind.of(entry.kind()),
                what,
                stretch.minutes(),
                stretch,
                LineOrigin.time(entry, stretch, band.orElse(null)));
    }

    /** After the last of what a technician worked in a visit. */
    static Charge added(Work.Spent last, Stretch stretch, BigDecimal minutes, String why, RuleRef rule) {
        return minutes(
                LineKind.ADDED_TIME,
                who(last, word(last)) + ", " + stretch.day() + ", " + why,
                minutes,
                stretch,
                LineOrigin.added(last, rule));
    }

    private static Charge minutes(LineKind kind, String what, BigDecimal minutes, Stretch stretch, LineOrigin origin) {
        return new Charge(
                kind, null, what, minutes, MINUTE, MINUTES_PER_HOUR, stretch.day(), stored(stretch.from()), origin);
    }

    /** As finely as a database keeps it. */
    private static Instant stored(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    /** @param words how many of all are charged */
    static Charge kilometres(Work.Spent journey, LocalDate on, BigDecimal charged, String words, RuleRef rule) {
        return new Charge(
                LineKind.KILOMETRES,
                null,
                who(journey, "Kilometres") + ", " + on + ", " + words,
                charged,
                KILOMETRE,
                BigDecimal.ONE,
                on,
                null,
                LineOrigin.journey(journey, rule));
    }

    /** Once for a visit, whose first entry this is. */
    static Charge callOut(Work.Spent first, LocalDate on, RuleRef rule) {
        return once(LineKind.CALL_OUT, rule.name() + ", " + on, on, LineOrigin.visit(first, rule));
    }

    static Charge fixedPrice(Work work, RuleRef rule) {
        return once(LineKind.FIXED_PRICE, rule.name(), work.doneOn(), LineOrigin.job(work.orderId(), rule));
    }

    private static Charge once(LineKind kind, String what, LocalDate on, LineOrigin origin) {
        return new Charge(kind, null, what, BigDecimal.ONE, ONE, BigDecimal.ONE, on, null, origin);
    }

    private static String who(Work.Spent entry, String what) {
        return entry.technician() == null ? what : what + ", " + entry.technician();
    }

    private static String word(Work.Spent entry) {
        return switch (entry.kind()) {
            case LABOUR -> "Labour";
            case TRAVEL -> "Travel";
        };
    }
}
