package dev.fieldservice.workorder.steps;

import dev.fieldservice.contracts.Text;
import dev.fieldservice.workorder.visits.GpsFix;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why, where and when a technician does not go on for now. */
@Schema(name = "Interruption")
public record Interruption(
        @NotBlank
        @Size(max = 1000)
        @Pattern(regexp = Text.LINES)
        @Schema(description = "Why, for those who read the history", examples = "Aștept cheia de la tablou")
        String reason,

        @Schema(nullable = true) GpsFix position,

        @Schema(nullable = true, description = "By the device's clock; the server's if absent")
        Instant occurredAt) {

    MoveRequest move() {
        return new MoveRequest(position, occurredAt);
    }
}
