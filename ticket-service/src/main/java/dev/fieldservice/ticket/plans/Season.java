package dev.fieldservice.ticket.plans;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The months in which the work may be done. */
@Schema(name = "MaintenanceSeason", description = "From a month through a month, also over the turn of the year")
public record Season(
        @NotNull @Min(1) @Max(12) @Schema(description = "1 is January", examples = "10")
        Integer fromMonth,

        @NotNull @Min(1) @Max(12) @Schema(description = "Included", examples = "4")
        Integer throughMonth) {

    boolean includes(LocalDate day) {
        int month = day.getMonthValue();
        return fromMonth <= throughMonth
                ? month >= fromMonth && month <= throughMonth
                : month >= fromMonth || month <= throughMonth;
    }

    /** The first day of the next one, of a day outside. */
    LocalDate nextFrom(LocalDate outside) {
        LocalDate begins = LocalDate.of(outside.getYear(), fromMonth, 1);
        return begins.isBefore(outside) ? begins.plusYears(1) : begins;
    }
}
