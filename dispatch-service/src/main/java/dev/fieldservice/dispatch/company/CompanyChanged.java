package dev.fieldservice.dispatch.company;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What is needed here of the company. */
public record CompanyChanged(
        UUID companyId,
        long companyVersion,
        String timeZone,
        List<String> languages,
        List<WorkCalendar.WorkingDay> workingHours,
        LocalDate calendarFrom,
        LocalDate calendarThrough,
        List<WorkCalendar.SpecialDay> specialDays) {}
