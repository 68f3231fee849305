package dev.fieldservice.ticket.plans;

import dev.fieldservice.ticket.company.WorkDays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a plan should do, found by asking of each single day whether it is one: without any library of rules. */
record Model(LocalDate first, Predicate<LocalDate> rule, Season season, Set<LocalDate> holidays) implements WorkDays {

    /** A rule as it is written, and as it is asked for. */
    record Rule(String text, Predicate<LocalDate> ofDay) {}

    static Rule daily(LocalDate first, int interval) {
        return new Rule("FREQ=DAILY;INTERVAL=" + interval, day -> ChronoUnit.DAYS.between(first, day) % interval == 0);
    }

    static Rule weekly(LocalDate first, int interval, DayOfWeek one, DayOfWeek other) {
        LocalDate monday = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Rule(
                "FREQ=WEEKLY;INTERVAL=%d;BYDAY=%s,%s".formatted(interval, two(one), two(other)),
                day -> ChronoUnit.WEEKS.between(monday, day) % interval == 0
                        && (day.getDayOfWeek() == one || day.getDayOfWeek() == other));
    }

    /** @param ofMonth counted from the end if it is negative */
    static Rule monthly(LocalDate first, int interval, int ofMonth) {
        return new Rule(
                "FREQ=MONTHLY;INTERVAL=%d;BYMONTHDAY=%d".formatted(interval, ofMonth),
                day -> months(first, day) % interval == 0
                        && day.getDayOfMonth() == (ofMonth > 0 ? ofMonth : day.lengthOfMonth() + 1 + ofMonth));
    }

    static Rule weekdayOfMonth(LocalDate first, int interval, int which, DayOfWeek weekday) {
        return new Rule(
                "FREQ=MONTHLY;INTERVAL=%d;BYDAY=%d%s".formatted(interval, which, two(weekday)),
                day -> months(first, day) % interval == 0
                        && day.equals(day.with(TemporalAdjusters.dayOfWeekInMonth(which, weekday))));
    }

    static Rule yearly(LocalDate first, int interval, int month, int ofMonth) {
        return new Rule(
                "FREQ=YEARLY;INTERVAL=%d;BYMONTH=%d;BYMONTHDAY=%d".formatted(interval, month, ofMonth),
                day -> (day.getYear() - first.getYear()) % interval == 0
                        && day.getMonthValue() == month
                        && day.getDayOfMonth() == ofMonth);
    }

    private static long months(LocalDate first, LocalDate day) {
        return ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(day));
    }

    private static String two(DayOfWeek day) {
        return day.name().substring(0, 2);
    }

    @Override
    public boolean areWorkedOn(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }

    @Override
    public Optional<String> occasion(LocalDate day) {
        return holidays.contains(day) ? Optional.of("Sărbătoare") : Optional.empty();
    }

    boolean isInSeason(LocalDate day) {
        int month = day.getMonthValue();
        int from = season.fromMonth();
        int through = season.throughMonth();
        for (int each = from; ; each = each % 12 + 1) {
            if (each == month) {
                return true;
            }
            if (each == through) {
                return false;
            }
        }
    }

    /** The days on which something is planned and in season, through a day. */
    List<LocalDate> planned(LocalDate through) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(through); day = day.plusDays(1)) {
            if (rule.test(day) && isInSeason(day)) {
                days.add(day);
            }
        }
        return days;
    }

    /** When something planned for a day is done. */
    LocalDate done(LocalDate planned) {
        LocalDate next = planned;
        while (!areWorkedOn(next)) {
            next = next.plusDays(1);
        }
        if (isInSeason(next)) {
            return next;
        }
        LocalDate before = planned;
        while (!areWorkedOn(before)) {
            before = before.minusDays(1);
        }
        return isInSeason(before) ? before : planned;
    }

    /** The days on which something is done where nothing ever fails. */
    List<LocalDate> done(List<LocalDate> planned) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day : planned) {
            if (days.isEmpty() || done(day).isAfter(days.getLast())) {
                days.add(done(day));
            }
        }
        return days;
    }
}
