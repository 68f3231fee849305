package dev.fieldservice.ticket.company;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One day of the company's calendar. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CalendarDay(
        LocalDate date,

        @Schema(nullable = true, description = "What makes it other than its weekday: the holiday or the special day")
        String name,

        @Schema(description = "Whether it is a public holiday, even if one works")
        boolean publicHoliday,

        @Schema(description = "In the order of the day; none: closed", maxItems = 6)
        List<Hours> hours) {}
