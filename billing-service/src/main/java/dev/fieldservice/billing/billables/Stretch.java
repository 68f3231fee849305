package dev.fieldservice.billing.billables;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of a time entry that lies on one day of the site's clock: what a line of the invoice bills. It is billed in minutes to
 * the thousandth, as finely as quantities are, so that many short entries come to what one long entry does and only the amount
 * is rounded; each day has what the entry comes to by its end less what it came to before, so that the days of an entry add up to
 * it. Minutes are what people read off the clock, and a minute at a price for 60 of them is exact where an hour's hundredth is
 * not.
 *
 * @param minutes how many are billed
 */
record Stretch(LocalDate day, Instant from, Instant to, BigDecimal minutes) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final String MIDNIGHT = "24:00";
    private static final int DECIMALS = 3;
    private static final long MILLIS_PER_THOUSANDTH = Duration.ofMinutes(1).toMillis() / 1000;

    /** In order; none where the device's clock ran backwards. */
    static List<Stretch> of(Instant start, Instant end, ZoneId zone) {
        List<Stretch> days = new ArrayList<>();
        Instant from = start;
        while (from.isBefore(end)) {
            LocalDate day = from.atZone(zone).toLocalDate();
            Instant midnight = day.plusDays(1).atStartOfDay(zone).toInstant();
            Instant to = midnight.isBefore(end) ? midnight : end;
            days.add(new Stretch(day, from, to, minutes(start, to).subtract(minutes(start, from))));
            from = to;
        }
        return days;
    }

    private static BigDecimal minutes(Instant from, Instant to) {
        long millis = Duration.between(from, to).toMillis();
        return BigDecimal.valueOf((millis + MILLIS_PER_THOUSANDTH / 2) / MILLIS_PER_THOUSANDTH, DECIMALS);
    }

    /** By the site's clock; with the offset from UTC where the clocks change on that day, and a time alone may come twice. */
    String words(ZoneId zone) {
        return "%s %s–%s".formatted(day, clock(from.atZone(zone), zone), end(zone));
    }

    private String end(ZoneId zone) {
        ZonedDateTime at = to.atZone(zone);
        if (at.toLocalDate().equals(day)) {
            return clock(at, zone);
        }
        return MIDNIGHT + offset(zone.getRules().getOffset(to.minusNanos(1)), zone);
    }

    private String clock(ZonedDateTime at, ZoneId zone) {
        return CLOCK.format(at) + offset(at.getOffset(), zone);
    }

    private String offset(ZoneOffset offset, ZoneId zone) {
        return clocksChange(zone) ? offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId() : "";
    }

    private boolean clocksChange(ZoneId zone) {
        Instant begins = day.atStartOfDay(zone).toInstant();
        Instant ends = day.plusDays(1).atStartOfDay(zone).toInstant();
        ZoneOffsetTransition next = zone.getRules().nextTransition(begins.minusNanos(1));
        return next != null && next.getInstant().isBefore(ends);
    }
}
