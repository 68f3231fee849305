package dev.fieldservice.ticket.company;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * When one works, day by day: special days first, then public holidays, then the ordinary week. Made for a span of
 * days, because holidays are worked out year by year.
 */
final class WorkCalendar {

    private final Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
    private final Map<LocalDate, String> holidays = new HashMap<>();
    private final CalendarDetails calendar;
    private final LocalDate from;
    private final LocalDate through;

    private WorkCalendar(CalendarDetails calendar, LocalDate from, LocalDate through) {
        this.calendar = calendar;
        this.from = from;
        this.through = through;
    }

    /** @param through the last day, included */
    static WorkCalendar of(CompanyDetails company, PublicHolidays holidays, LocalDate from, LocalDate through) {
        Locale language = Locale.forLanguageTag(company.languages().getFirst());
        return of(company.calendar(), language, holidays, from, through);
    }

    /** @param language in which holidays are named */
    static WorkCalendar of(
            CalendarDetails details, Locale language, PublicHolidays holidays, LocalDate from, LocalDate through) {
        WorkCalendar calendar = new WorkCalendar(details, from, through);
        details.workingHours().forEach(day -> calendar.week.put(day.day(), sorted(day.hours())));
        Optional.ofNullable(details.publicHolidays()).ifPresent(code -> {
            for (int year = from.getYear(); year <= through.getYear(); year++) {
                calendar.holidays.putAll(holidays.of(code, year, language));
            }
        });
        return calendar;
    }

    LocalDate from() {
        return from;
    }

    LocalDate through() {
        return through;
    }

    /** Every day. */
    List<CalendarDay> days() {
        return from.datesUntil(through.plusDays(1)).map(this::day).toList();
    }

    /** Only the days that are not as their weekday: public holidays and special days. */
    List<CalendarDay> exceptions() {
        return days().stream().filter(day -> day.name() != null).toList();
    }

    private CalendarDay day(LocalDate date) {
        Optional<SpecialDays> special = calendar.specialDays().stream()
                .filter(days -> days.covers(date))
                .findFirst();
        String holiday = holidays.get(date);
        return special.map(days -> new CalendarDay(date, days.name(), holiday != null, sorted(days.hours())))
                .orElseGet(() -> holiday == null
                        ? new CalendarDay(date, null, false, week.getOrDefault(date.getDayOfWeek(), List.of()))
                        : new CalendarDay(date, holiday, true, List.of()));
    }

    private static List<Hours> sorted(List<Hours> hours) {
        List<Hours> sorted = new ArrayList<>(hours);
        sorted.sort(Comparator.comparing(Hours::from));
        return List.copyOf(sorted);
    }
}
