package dev.fieldservice.ticket.company;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fieldservice.ticket.Frigotehnica;

/** Calendars of companies without a database. */
public final class Calendars {

    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();

    private Calendars() {}

    public static WorkDays frigotehnica() {
        return new WorkTime(JSON.convertValue(Frigotehnica.details(), CompanyDetails.class), new PublicHolidays());
    }
}
