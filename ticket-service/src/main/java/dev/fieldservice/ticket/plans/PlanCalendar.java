package dev.fieldservice.ticket.plans;

import dev.fieldservice.ticket.company.WorkDays;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Where the days of a schedule go: into its season, and onto days on which the company works. */
final class PlanCalendar {

    /** So many days without work mean that there is no calendar: then every day is as good. */
    private static final int LONGEST_PAUSE_IN_DAYS = 400;

    private final PlanSchedule schedule;
    private final WorkDays company;

    PlanCalendar(PlanSchedule schedule, WorkDays company) {
        this.schedule = schedule;
        this.company = company;
    }

    /** The days of its rule after one, also those on which nothing is done. */
    Stream<PlannedDay> after(LocalDate day) {
        return Recurrence.of(schedule).after(day).map(this::place);
    }

    /**
     * A day of a rule outside the season is left out: the rule has others. What follows from the last time, or from a meter, waits for
     * the season.
     */
    PlannedDay place(LocalDate planned) {
        PlannedDay day = PlannedDay.done(planned);
        if (schedule.inSeason(planned)) {
            return onWorkingDay(day);
        }
        String why = planned + " lies outside the season";
        return switch (schedule.rhythm()) {
            case RULE -> day.leftOut(DayReason.OUT_OF_SEASON, why);
            case AFTER_DONE, METER ->
                onWorkingDay(day.movedTo(schedule.season().nextFrom(planned), DayReason.OUT_OF_SEASON, why));
        };
    }

    /** What should have been done before that day, and was not: it is done as soon as it can be, of a rule in this season or not at all. */
    PlannedDay late(PlannedDay missed, LocalDate today) {
        long days = schedule.rhythm() == PlanSchedule.Rhythm.RULE ? 1 : LONGEST_PAUSE_IN_DAYS;
        return today.datesUntil(today.plusDays(days))
                .map(this::place)
                .filter(day -> day.isDone() && !day.on().isBefore(today))
                .findFirst()
                .map(day -> missed.movedTo(day.on(), DayReason.MISSED, "it was not made in time"))
                .orElseGet(() -> missed.leftOut(DayReason.MISSED, "it was not made in time, and the season is over"));
    }

    /** The next day of work; where that lies behind the season, the last in it. */
    private PlannedDay onWorkingDay(PlannedDay day) {
        if (!schedule.movesToWorkingDays() || company.areWorkedOn(day.on())) {
            return day;
        }
        String why = company.occasion(day.on())
                .map(name -> "%s (%s) is no working day".formatted(day.on(), name))
                .orElse(day.on() + " is no working day");
        return nearest(day.on(), each -> each.plusDays(1))
                .or(() -> nearest(day.on(), each -> each.minusDays(1)))
                .map(work -> day.movedTo(work, DayReason.NOT_A_WORKING_DAY, why))
                .orElse(day);
    }

    private Optional<LocalDate> nearest(LocalDate from, UnaryOperator<LocalDate> step) {
        return Stream.iterate(step.apply(from), schedule::inSeason, step)
                .limit(LONGEST_PAUSE_IN_DAYS)
                .filter(company::areWorkedOn)
                .findFirst();
    }
}
