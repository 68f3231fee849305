package dev.fieldservice.ticket.company;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fieldservice.ticket.Frigotehnica;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Calendars of companies without a database. */
public final class Calendars {

    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();

    private Calendars() {}

    public static WorkTime frigotehnica() {
        return of(Frigotehnica.details());
    }

    public static WorkTime dayAndNight() {
        Map<String, Object> details = Frigotehnica.details();
        details.remove("publicHolidays");
        details.put("specialDays", List.of());
        details.put(
                "workingHours",
                Stream.of(DayOfWeek.values())
                        .map(day -> Map.of("day", day, "hours", List.of(Map.of("from", "00:00", "to", "24:00"))))
                        .toList());
        return of(details);
    }

    private static WorkTime of(Map<String, Object> details) {
        return new WorkTime(JSON.convertValue(details, CompanyDetails.class), new PublicHolidays());
    }
}
