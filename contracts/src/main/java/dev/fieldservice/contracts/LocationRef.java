package dev.fieldservice.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.zone.ZoneRulesProvider;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The site where the work is done, as events show it: enough to find it and to get in. */
@Schema(description = "The site where the work is done")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LocationRef(
        @NotNull UUID id,

        @Schema(description = "Name of the site", examples = "Magazin Cotroceni")
        @NotBlank
        @Size(max = 200)
        @Pattern(regexp = Text.LINE)
        String name,

        @NotNull @Valid Address address,

        @Valid @Schema(nullable = true, description = "Absent where nobody knows it yet")
        GeoPoint position,

        @Schema(description = "IANA time zone of the site", examples = "Europe/Bucharest")
        @NotBlank
        @Size(max = 64)
        @Pattern(regexp = "^[A-Za-z0-9_+/-]*$")
        String timeZone,

        @Schema(description = "How to get in", examples = "Poarta din spate, cod la pază", nullable = true)
        @Size(min = 1, max = 2000)
        @Pattern(regexp = Text.LINES)
        String accessNotes) {

    /** @throws IllegalArgumentException when the time zone does not exist: every visit would be planned at a wrong hour */
    public LocationRef {
        if (timeZone != null && !ZoneRulesProvider.getAvailableZoneIds().contains(timeZone)) {
            throw new IllegalArgumentException("timeZone is not an IANA time zone");
        }
    }
}
