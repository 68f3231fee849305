package dev.fieldservice.ticket.company;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The company as it is shown: send it back, changed, to change it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Company")
public record CompanyView(
        String tradeName,
        @Schema(nullable = true) Seller seller,
        String timeZone,
        String currency,
        List<String> languages,
        List<WorkingDay> workingHours,
        @Schema(nullable = true) String publicHolidays,
        List<SpecialDays> specialDays) {

    static CompanyView of(Company company) {
        CompanyDetails d = company.details;
        return new CompanyView(
                d.tradeName(),
                d.seller(),
                d.timeZone(),
                d.currency(),
                d.languages(),
                d.workingHours(),
                d.publicHolidays(),
                d.specialDays());
    }
}
