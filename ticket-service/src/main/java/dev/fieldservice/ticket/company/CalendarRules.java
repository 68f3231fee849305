package dev.fieldservice.ticket.company;

import dev.fieldservice.platform.problems.FieldError;
import dev.fieldservice.platform.problems.Refusal;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What makes sense of a calendar, beyond the form of each field. */
final class CalendarRules {

    static final int FIRST_YEAR = 2000;
    static final int LAST_YEAR = 2200;

    private static final Period LONGEST = Period.ofYears(1);

    private CalendarRules() {}

    /** Refused with 400 and everything that is wrong. */
    static void require(CalendarDetails calendar, PublicHolidays holidays, String owner) {
        List<FieldError> errors = of(calendar, holidays, owner).toList();
        if (!errors.isEmpty()) {
            throw new Refusal.Invalid("invalid-request", "The request has invalid content.", errors).refused();
        }
    }

    /** @param owner the pointer of what the calendar is a part of; empty for all of the body */
    static Stream<FieldError> of(CalendarDetails calendar, PublicHolidays holidays, String owner) {
        return Stream.of(week(calendar, owner), specialDays(calendar, owner), publicHolidays(calendar, holidays, owner))
                .flatMap(Function.identity());
    }

    private static Stream<FieldError> week(CalendarDetails calendar, String owner) {
        Set<Object> seen = new HashSet<>();
        return each(
                calendar.workingHours(),
                (day, at) -> Stream.concat(
                        objection(
                                seen.add(day.day()),
                                owner + "/workingHours/" + at + "/day",
                                "repeated",
                                "Each day of the week stands once, with all its hours."),
                        hours(day.hours(), owner + "/workingHours/" + at)));
    }

    private static Stream<FieldError> specialDays(CalendarDetails calendar, String owner) {
        List<SpecialDays> all = calendar.specialDays();
        return each(all, (days, at) -> {
            String place = owner + "/specialDays/" + at;
            return Stream.of(
                            objection(isDated(days.from()), place + "/from", "too-far", years()),
                            objection(isDated(days.through()), place + "/through", "too-far", years()),
                            objection(
                                    !days.through().isBefore(days.from()),
                                    place + "/through",
                                    "before-from",
                                    "through must not be before from."),
                            objection(
                                    !isDated(days.from())
                                            || !days.through()
                                                    .isAfter(days.from().plus(LONGEST)),
                                    place + "/through",
                                    "too-long",
                                    "At most a year at once."),
                            objection(
                                    days.through().isBefore(days.from())
                                            || all.subList(0, at).stream().noneMatch(days::overlaps),
                                    place + "/from",
                                    "overlaps",
                                    "Other hours are already given for one of these days."),
                            hours(days.hours(), place))
                    .flatMap(Function.identity());
        });
    }

    private static Stream<FieldError> hours(List<Hours> hours, String owner) {
        return each(
                hours,
                (span, at) -> Stream.concat(
                        objection(
                                span.endsAfterItStarts(),
                                owner + "/hours/" + at + "/to",
                                "before-from",
                                "to must be after from."),
                        objection(
                                !Hours.overlapsEarlier(hours, at),
                                owner + "/hours/" + at + "/from",
                                "overlaps",
                                "These hours overlap others of the same day.")));
    }

    private static Stream<FieldError> publicHolidays(CalendarDetails calendar, PublicHolidays holidays, String owner) {
        return objection(
                calendar.publicHolidays() == null || holidays.areKnownOf(calendar.publicHolidays()),
                owner + "/publicHolidays",
                "unknown-holidays",
                "The public holidays of this country or part of it are not known; enter them as special days.");
    }

    private static boolean isDated(LocalDate date) {
        return date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR;
    }

    private static String years() {
        return "A year from %d to %d is expected.".formatted(FIRST_YEAR, LAST_YEAR);
    }

    interface AtPlace<T> {
        Stream<FieldError> check(T one, int place);
    }

    static <T> Stream<FieldError> each(List<T> all, AtPlace<T> rule) {
        return IntStream.range(0, all.size()).boxed().flatMap(at -> rule.check(all.get(at), at));
    }

    static Stream<FieldError> objection(boolean isRight, String pointer, String code, String detail) {
        return isRight ? Stream.empty() : Stream.of(new FieldError(pointer, code, detail));
    }
}
