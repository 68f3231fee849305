package dev.fieldservice.workorder.steps;

import dev.fieldservice.contracts.Text;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.workorder.visits.Outcome;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the technician says at the end. */
@Schema(name = "Completion")
public record Completion(
        @NotNull Outcome outcome,

        @Schema(nullable = true, description = "Another visit is needed; always so if INCOMPLETE")
        Boolean followUpRequired,

        @Size(min = 1, max = 1000)
        @Pattern(regexp = Text.LINES)
        @Schema(
                nullable = true,
                description =
                        "What was done, in the place of what giveAccount said; part of what the customer signs. What was"
                                + " said before stands where it is absent")
        String remark,

        @Size(max = 20)
        @Schema(nullable = true, description = "What is left for the visit that is to follow; only where one is needed")
        List<@NotBlank @Size(max = 500) @Pattern(regexp = Text.LINES) String> leftOpen,

        @Size(max = 50)
        @Schema(nullable = true, description = "Without which it cannot be done; only where another visit is needed")
        List<@NotNull @Valid PartNeeded> partsNeeded,

        @Schema(nullable = true, description = "By the device's clock; the server's if absent")
        Instant occurredAt) {

    List<String> open() {
        return Optional.ofNullable(leftOpen).orElse(List.of());
    }

    List<PartNeeded> parts() {
        return Optional.ofNullable(partsNeeded).orElse(List.of());
    }

    /** Refused with 422 where something is left and yet nobody comes again. */
    void requireFollowUpForWhatIsLeft() {
        boolean isLeft = !open().isEmpty() || !parts().isEmpty();
        if (isLeft && !needsFollowUp()) {
            throw new Refusal.RuleViolated(
                            "nothing-to-follow-up", "What is left needs another visit: say that one is required.")
                    .refused();
        }
    }

    /** Refused with 422 where everything is done and yet somebody should come again. */
    public boolean needsFollowUp() {
        boolean isWished = Boolean.TRUE.equals(followUpRequired);
        return switch (outcome) {
            case INCOMPLETE -> true;
            case CANNOT_COMPLETE -> isWished;
            case COMPLETE -> {
                if (isWished) {
                    throw new Refusal.RuleViolated(
                                    "nothing-to-follow-up",
                                    "Work that needs another visit is INCOMPLETE, not COMPLETE.")
                            .refused();
                }
                yield false;
            }
        };
    }
}
