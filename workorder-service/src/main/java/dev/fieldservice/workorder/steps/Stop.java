package dev.fieldservice.workorder.steps;

import dev.fieldservice.contracts.Text;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the technician says about a job that was called off. */
@Schema(name = "Stop")
public record Stop(
        @Size(min = 1, max = 1000)
        @Pattern(regexp = Text.LINES)
        @Schema(nullable = true, description = "How it was left; part of what the customer signs")
        String remark,

        @Schema(nullable = true, description = "By the device's clock; the server's if absent")
        Instant occurredAt) {

    private static final Stop HERE_AND_NOW = new Stop(null, null);

    /** @param request null if there was no body */
    static Stop of(Stop request) {
        return Optional.ofNullable(request).orElse(HERE_AND_NOW);
    }
}
