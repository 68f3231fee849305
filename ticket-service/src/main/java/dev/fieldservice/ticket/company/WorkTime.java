package dev.fieldservice.ticket.company;

import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The time in which one works, by a calendar in its zone. Spans of a day are moments by that zone: what the clock skips in spring does not
 * count, and what it shows twice in autumn counts twice, where one works then.
 */
public final class WorkTime implements WorkDays {

    /** So many days without an hour of work mean that there is no calendar: then all time counts. */
    private static final int LONGEST_PAUSE_IN_DAYS = 400;

    private static final String MIDNIGHT = "24:00";

    private final CalendarDetails calendar;
    private final Locale language;
    private final PublicHolidays holidays;
    private final ZoneId zone;
    private final Map<Integer, Map<LocalDate, CalendarDay>> years = new HashMap<>();

    WorkTime(CompanyDetails company, PublicHolidays holidays) {
        this(
                company.calendar(),
                Locale.forLanguageTag(company.languages().getFirst()),
                ZoneId.of(company.timeZone()),
                holidays);
    }

    WorkTime(CalendarDetails calendar, Locale language, ZoneId zone, PublicHolidays holidays) {
        this.calendar = calendar;
        this.language = language;
        this.zone = zone;
        this.holidays = holidays;
    }

    /** Of the company as it is now. */
    public static Uni<WorkTime> read(Mutiny.Session session, PublicHolidays holidays) {
        return holidays.prepared()
                .chain(() -> session.find(Company.class, Company.ID))
                .map(company -> new WorkTime(company.details, holidays));
    }

    /** By a calendar of its own. */
    public static Uni<WorkTime> of(CalendarDetails calendar, ZoneId zone, PublicHolidays holidays) {
        return holidays.prepared(calendar.publicHolidays())
                .map(ready -> new WorkTime(calendar, Locale.ROOT, zone, holidays));
    }

    /** The day that it is for the company. */
    public static Uni<LocalDate> today(Tx tx) {
        return tx.session()
                .find(Company.class, Company.ID)
                .map(company -> tx.by().at().atZone(company.zone()).toLocalDate());
    }

    /** The moment at which a day begins for the company. */
    public static Uni<Instant> beginning(Tx tx, LocalDate day) {
        return tx.session()
                .find(Company.class, Company.ID)
                .map(company -> day.atStartOfDay(company.zone()).toInstant());
    }

    /** Zero where it does not lie before. */
    public Duration between(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        LocalDate last = to.atZone(zone).toLocalDate();
        for (LocalDate day = from.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            for (Stretch stretch : stretches(day)) {
                sum = sum.plus(common(stretch.begins(), stretch.ends(), from, to));
            }
        }
        return sum;
    }

    private static Duration common(Instant begins, Instant ends, Instant from, Instant to) {
        Instant first = later(begins, from);
        Instant last = ends.isAfter(to) ? to : ends;
        return first.isBefore(last) ? Duration.between(first, last) : Duration.ZERO;
    }

    /** The moment at which so much time of work is over. */
    public Instant plus(Instant from, Duration time) {
        Duration left = time;
        LocalDate day = from.atZone(zone).toLocalDate();
        for (int pause = 0; pause < LONGEST_PAUSE_IN_DAYS; pause++) {
            for (Stretch stretch : stretches(day)) {
                Instant begins = later(stretch.begins(), from);
                Duration length = common(begins, stretch.ends(), begins, Instant.MAX);
                if (length.compareTo(left) >= 0 && !length.isZero()) {
                    return begins.plus(left);
                }
                if (!length.isZero()) {
                    pause = 0;
                    left = left.minus(length);
                }
            }
            day = day.plusDays(1);
        }
        return from.plus(time);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    /** A span of a day, as moments. */
    private record Stretch(Instant begins, Instant ends) {}

    /** Those that meet in the hour that comes twice do not have it in common. */
    private List<Stretch> stretches(LocalDate day) {
        List<Stretch> stretches = new ArrayList<>();
        Instant over = Instant.MIN;
        for (Hours span : hours(day)) {
            Stretch stretch = new Stretch(later(begins(day, span), over), ends(day, span));
            stretches.add(stretch);
            over = later(stretch.ends(), over);
        }
        return stretches;
    }

    private Instant begins(LocalDate day, Hours span) {
        return day.atTime(LocalTime.parse(span.from())).atZone(zone).toInstant();
    }

    private Instant ends(LocalDate day, Hours span) {
        return span.to().equals(MIDNIGHT)
                ? day.plusDays(1).atStartOfDay(zone).toInstant()
                : day.atTime(LocalTime.parse(span.to()))
                        .atZone(zone)
                        .withLaterOffsetAtOverlap()
                        .toInstant();
    }

    @Override
    public boolean areWorkedOn(LocalDate day) {
        return !hours(day).isEmpty();
    }

    @Override
    public Optional<String> occasion(LocalDate day) {
        return Optional.ofNullable(day(day).name());
    }

    private List<Hours> hours(LocalDate day) {
        return day(day).hours();
    }

    private CalendarDay day(LocalDate day) {
        return years.computeIfAbsent(day.getYear(), this::year).get(day);
    }

    private Map<LocalDate, CalendarDay> year(int year) {
        Map<LocalDate, CalendarDay> days = new HashMap<>();
        WorkCalendar.of(calendar, language, holidays, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
                .days()
                .forEach(day -> days.put(day.date(), day));
        return days;
    }
}
