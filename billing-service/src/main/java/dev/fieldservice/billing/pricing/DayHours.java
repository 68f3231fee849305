package dev.fieldservice.billing.pricing;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A span of one day, by the site's clock. Written as HH:mm, so that text sorts as time does. */
@Schema(name = "BandHours", description = "A span of one day, by the site's clock; a night is two of them")
public record DayHours(
        @NotNull @Pattern(regexp = "^([01][0-9]|2[0-3]):[0-5][0-9]$") @Schema(maxLength = 5, examples = "22:00")
        String from,

        @NotNull
        @Pattern(regexp = "^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$")
        @Schema(maxLength = 5, description = "24:00 is the end of the day", examples = "24:00")
        String to) {

    private static final String MIDNIGHT = "24:00";

    boolean endsAfterItStarts() {
        return from.compareTo(to) < 0;
    }

    boolean hold(LocalTime time) {
        return !time.isBefore(LocalTime.parse(from))
                && end().map(time::isBefore).orElse(true);
    }

    /** When it begins and ends within the day. */
    Stream<LocalTime> borders() {
        return Stream.concat(Stream.of(LocalTime.parse(from)), end().stream());
    }

    /** Empty if it is the day's. */
    private Optional<LocalTime> end() {
        return to.equals(MIDNIGHT) ? Optional.empty() : Optional.of(LocalTime.parse(to));
    }
}
