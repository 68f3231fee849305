package dev.fieldservice.ticket.company;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The company as other services are told of it: the whole of it, with the calendar worked out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CompanyChangedPayload(
        UUID companyId,
        long companyVersion,
        String tradeName,
        Seller seller,
        String timeZone,
        String currency,
        List<String> languages,
        List<WorkingDay> workingHours,
        LocalDate calendarFrom,
        LocalDate calendarThrough,
        List<CalendarDay> specialDays) {

    public static CompanyChangedPayload of(CompanyEvent.Changed event) {
        Company company = event.company();
        CompanyDetails details = company.details;
        return new CompanyChangedPayload(
                company.id(),
                company.version(),
                details.tradeName(),
                details.seller(),
                details.timeZone(),
                details.currency(),
                details.languages(),
                details.workingHours(),
                event.calendar().from(),
                event.calendar().through(),
                event.calendar().exceptions());
    }
}
