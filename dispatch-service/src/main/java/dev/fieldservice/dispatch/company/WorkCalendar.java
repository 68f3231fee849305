package dev.fieldservice.dispatch.company;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/**
 * When the company works, as the ticket service has worked it out: the ordinary week, and every day on which other hours
 * hold, public holidays among them.
 *
 * @param from the first day for which the special days are complete
 * @param through the last one
 */
public record WorkCalendar(
        List<WorkingDay> workingHours, LocalDate from, LocalDate through, List<SpecialDay> specialDays) {

    /** By the company's clock, as HH:mm; {@code to} may be 24:00. */
    public record Hours(String from, String to) {}

    public record WorkingDay(DayOfWeek day, List<Hours> hours) {}

    public record SpecialDay(LocalDate date, String name, boolean publicHoliday, List<Hours> hours) {}

    public WorkCalendar {
        workingHours = workingHours == null ? List.of() : List.copyOf(workingHours);
        specialDays = specialDays == null ? List.of() : List.copyOf(specialDays);
    }
}
