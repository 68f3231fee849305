package dev.fieldservice.ticket.company;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A span of one day in which one works, by the clock of the calendar. Written as HH:mm, so that text sorts as time does. */
@Schema(
        name = "Hours",
        description =
                "A span of one day in which one works, by the clock of the company or of the site whose calendar it is")
public record Hours(
        @NotNull @Pattern(regexp = Hours.START) @Schema(maxLength = 5, examples = "08:00")
        String from,

        @NotNull
        @Pattern(regexp = Hours.END)
        @Schema(maxLength = 5, description = "24:00 is the end of the day", examples = "17:00")
        String to) {

    static final String START = "^([01][0-9]|2[0-3]):[0-5][0-9]$";
    static final String END = "^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$";

    boolean endsAfterItStarts() {
        return from.compareTo(to) < 0;
    }

    boolean overlaps(Hours other) {
        return from.compareTo(other.to) < 0 && other.from.compareTo(to) < 0;
    }

    /** Whether one of those before the given place overlaps it. */
    static boolean overlapsEarlier(List<Hours> hours, int place) {
        return hours.subList(0, place).stream().anyMatch(hours.get(place)::overlaps);
    }
}
