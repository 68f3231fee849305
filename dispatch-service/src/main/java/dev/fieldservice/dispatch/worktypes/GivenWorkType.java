package dev.fieldservice.dispatch.worktypes;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The work type of an order, with what planning needs of it, as it was when it was given to the order. */
@Schema(name = "GivenWorkType", description = "The kind of work, and what follows from it for planning")
public record GivenWorkType(
        UUID id,
        String code,
        String name,
        int expectedMinutes,
        List<String> skills,

        @Schema(description = "Taken along where an assignment names no parts")
        List<PlannedPart> plannedParts) {

    /** How long a visit usually takes. */
    public Duration duration() {
        return Duration.ofMinutes(expectedMinutes);
    }
}
