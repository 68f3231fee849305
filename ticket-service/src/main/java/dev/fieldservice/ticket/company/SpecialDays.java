package dev.fieldservice.ticket.company;

import dev.fieldservice.contracts.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Days on which other hours hold than on the weekday: a holiday on which one works, a shut-down, half of Christmas Eve. */
@Schema(description = "Days on which other hours hold, whatever weekday or holiday they are")
public record SpecialDays(
        @NotNull @Schema(examples = "2026-08-03") LocalDate from,

        @NotNull
        @Schema(
                description = "The last of them; the same as from for one day, at most a year later",
                examples = "2026-08-14")
        LocalDate through,

        @NotBlank @Size(max = 100) @Pattern(regexp = Text.LINE) @Schema(examples = "Concediu colectiv")
        String name,

        @NotNull @Size(max = 6) @Schema(description = "None: closed")
        List<@NotNull @Valid Hours> hours) {

    boolean covers(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(through);
    }

    boolean overlaps(SpecialDays other) {
        return !from.isAfter(other.through) && !other.from.isAfter(through);
    }
}
