package dev.fieldservice.billing.hours;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The part of a time entry that lies on one day of the site's clock, and between the times of that day at which something else may
 * count: what a line of the invoice bills. It is billed in minutes to
 * the thousandth, as finely as quantities are, so that many short entries come to what one long entry does and only the amount
 * is rounded; each day has what the entry comes to by its end less what it came to before, so that the days of an entry add up to
 * it. Minutes are what people read off the clock, and a minute at a price for 60 of them is exact where an hour's hundredth is
 * not.
 *
 * @param minutes how many are billed
 */
public record Stretch(LocalDate day, Instant from, Instant to, BigDecimal minutes) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final String MIDNIGHT = "24:00";
    private static final int DECIMALS = 3;
    private static final long MILLIS_PER_THOUSANDTH = Duration.ofMinutes(1).toMillis() / 1000;

    /** In order, day by day; none where the device's clock ran backwards. */
    public static List<Stretch> of(Instant start, Instant end, ZoneId zone) {
        return of(start, end, zone, day -> Stream.empty());
    }

    /**
     * The same, cut also whenever the site's clock shows one of the times of the day; where the clocks change it may show it twice or
     * skip it.
     */
    public static List<Stretch> of(
            Instant start, Instant end, ZoneId zone, Function<LocalDate, Stream<LocalTime>> borders) {
        List<Stretch> stretches = new ArrayList<>();
        Instant from = start;
        while (from.isBefore(end)) {
            LocalDate day = from.atZone(zone).toLocalDate();
            Instant midnight = day.plusDays(1).atStartOfDay(zone).toInstant();
            Instant after = from;
            Instant to = Stream.concat(Stream.of(midnight, end), instants(day, borders.apply(day), zone))
                    .filter(after::isBefore)
                    .min(Instant::compareTo)
                    .orElseThrow();
            stretches.add(new Stretch(day, from, to, minutes(start, to).subtract(minutes(start, from))));
            from = to;
        }
        return stretches;
    }

    /** When the clock shows the times, and when it jumps, if it does: after that it may show what it showed before. */
    private static Stream<Instant> instants(LocalDate day, Stream<LocalTime> times, ZoneId zone) {
        List<LocalTime> borders = times.toList();
        Stream<Instant> jump = borders.isEmpty() ? Stream.empty() : jump(day, zone).stream();
        return Stream.concat(
                jump,
                borders.stream()
                        .map(day::atTime)
                        .flatMap(at ->
                                zone.getRules().getValidOffsets(at).stream().map(at::toInstant)));
    }

    /** This and the one that follows it, as one. */
    public Stretch with(Stretch next) {
        return new Stretch(day, from, next.to, minutes.add(next.minutes));
    }

    /** When it begins, by the site's clock. */
    public LocalTime begins(ZoneId zone) {
        return from.atZone(zone).toLocalTime();
    }

    private static BigDecimal minutes(Instant from, Instant to) {
        long millis = Duration.between(from, to).toMillis();
        return BigDecimal.valueOf((millis + MILLIS_PER_THOUSANDTH / 2) / MILLIS_PER_THOUSANDTH, DECIMALS);
    }

    /** By the site's clock; with the offset from UTC where the clocks change on that day, and a time alone may come twice. */
    public String begin(ZoneId zone) {
        return clock(from.atZone(zone), zone);
    }

    /** The same; midnight at its end is 24:00. */
    public String end(ZoneId zone) {
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
        return jump(day, zone).isPresent();
    }

    private static Optional<Instant> jump(LocalDate day, ZoneId zone) {
        Instant begins = day.atStartOfDay(zone).toInstant();
        Instant ends = day.plusDays(1).atStartOfDay(zone).toInstant();
        return Optional.ofNullable(zone.getRules().nextTransition(begins.minusNanos(1)))
                .map(ZoneOffsetTransition::getInstant)
                .filter(at -> at.isBefore(ends));
    }
}
