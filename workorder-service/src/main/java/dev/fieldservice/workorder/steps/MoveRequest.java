package dev.fieldservice.workorder.steps;

import dev.fieldservice.workorder.visits.GpsFix;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where and when a technician moved on. */
@Schema(name = "MoveRequest")
public record MoveRequest(
        @Schema(nullable = true) GpsFix position,

        @Schema(nullable = true, description = "By the device's clock; the server's if absent")
        Instant occurredAt) {

    private static final MoveRequest HERE_AND_NOW = new MoveRequest(null, null);

    /** @param request null if there was no body */
    static MoveRequest of(MoveRequest request) {
        return Optional.ofNullable(request).orElse(HERE_AND_NOW);
    }
}
