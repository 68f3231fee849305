package dev.fieldservice.dispatch.workdays;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.dispatch.calendar.CalendarEntry;
import dev.fieldservice.dispatch.orders.OrderVisit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A technician's day as it is shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MyDay(
        LocalDate date,

        @Schema(nullable = true, description = "If the technician has ended the day")
        Instant endedAt,

        @Schema(description = "What is over; what goes on; what is planned, by when it is expected; and what is paused")
        List<CalendarEntry> appointments) {

    /** @param day null if the technician has not used it yet */
    static MyDay of(LocalDate date, WorkDay day, List<OrderVisit> appointments) {
        Instant endedAt = Optional.ofNullable(day).map(known -> known.endedAt).orElse(null);
        return new MyDay(
                date, endedAt, appointments.stream().map(CalendarEntry::of).toList());
    }

    /** The answer to "what next?". */
    @Schema(name = "NextAppointment")
    public record Next(
            LocalDate date,

            @Schema(nullable = true, description = "Null if nothing more is planned today")
            CalendarEntry appointment,

            @Schema(description = "How many orders wait in the open pool")
            long openOrders) {

        static Next of(WorkDay day) {
            CalendarEntry next =
                    day.unfinished.stream().findFirst().map(CalendarEntry::of).orElse(null);
            return new Next(day.day, next, day.openOrders);
        }
    }

    /** The answer to "that is it for today". */
    @Schema(name = "EndedDay")
    public record Ended(
            LocalDate date,
            Instant endedAt,

            @Schema(description = "What was planned for today and is not finished")
            List<CalendarEntry> remaining) {

        static Ended of(WorkDay day) {
            return new Ended(
                    day.day,
                    day.endedAt,
                    day.unfinished.stream().map(CalendarEntry::of).toList());
        }
    }
}
