package dev.fieldservice.workorder.steps;

import dev.fieldservice.contracts.Text;
import dev.fieldservice.workorder.visits.GpsFix;
import dev.fieldservice.workorder.visits.PauseKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why, where and since when work rests. */
@Schema(name = "Pause")
public record Pause(
        @NotBlank
        @Size(max = 1000)
        @Pattern(regexp = Text.LINES)
        @Schema(description = "Why, for those who read the history", examples = "Aștept cheia de la tablou")
        String reason,

        @Schema(nullable = true, description = "As what the time is proposed; BREAK if absent")
        PauseKind kind,

        @Schema(nullable = true) GpsFix position,

        @Schema(nullable = true, description = "By the device's clock; the server's if absent")
        Instant occurredAt) {

    Interruption interruption() {
        return new Interruption(reason, position, occurredAt);
    }

    PauseKind kindOrBreak() {
        return Optional.ofNullable(kind).orElse(PauseKind.BREAK);
    }
}
