package dev.fieldservice.billing.company;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What is needed here of the company.
 *
 * @param seller null until somebody has entered it
 */
public record CompanyChanged(
        UUID companyId,
        long companyVersion,
        String tradeName,
        Seller seller,
        String timeZone,
        String currency,
        List<String> languages,
        List<SpecialDay> specialDays) {

    /** A day of the calendar that is not as its weekday. */
    public record SpecialDay(LocalDate date, boolean publicHoliday) {}
}
