package dev.fieldservice.ticket.company;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When one works: the ordinary week, the holidays, and the days on which other hours hold. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "WorkCalendar")
public record CalendarDetails(
        @NotNull @Size(max = 7) @Schema(description = "The ordinary week; a day that is not listed is free")
        List<@NotNull @Valid WorkingDay> workingHours,

        @Pattern(regexp = CompanyDetails.HOLIDAYS)
        @Schema(
                nullable = true,
                maxLength = 6,
                description =
                        "Whose public holidays are free: ISO 3166-1 alpha-2 or ISO 3166-2 code; left out for none",
                examples = "RO")
        String publicHolidays,

        @NotNull @Size(max = 100) @Schema(description = "Days on which other hours hold, whatever else the day is")
        List<@NotNull @Valid SpecialDays> specialDays) {

    /** Refused with 400 and everything that is wrong. @param pointer of the calendar itself */
    public void require(PublicHolidays holidays, String pointer) {
        CalendarRules.require(this, holidays, pointer);
    }
}
