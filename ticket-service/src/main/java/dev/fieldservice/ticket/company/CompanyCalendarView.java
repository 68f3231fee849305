package dev.fieldservice.ticket.company;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When the company works, day by day. */
@Schema(name = "CompanyCalendar")
public record CompanyCalendarView(
        @Schema(description = "IANA time zone in which the hours count")
        String timeZone,

        @Schema(description = "Every day of the span, in order", maxItems = 400)
        List<CalendarDay> days) {}
