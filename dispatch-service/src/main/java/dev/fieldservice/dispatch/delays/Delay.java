package dev.fieldservice.dispatch.delays;

import dev.fieldservice.contracts.Text;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the technician, or the dispatcher, tells about being late. */
public record Delay(
        @NotNull @Schema(description = "When the technician will be there")
        Instant expectedArrival,

        @Size(min = 1, max = 300)
        @Pattern(regexp = Text.LINE)
        @Schema(nullable = true, description = "The customer reads it")
        String reason) {

    private static final Duration FARTHEST = Duration.ofDays(31);

    public Delay {
        expectedArrival = expectedArrival == null ? null : expectedArrival.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Refused with 422 if the new time is over, or farther away than a delay can be. */
    void requireAhead(Instant now) {
        if (expectedArrival.isBefore(now)) {
            throw Refusal.RuleViolated.at("/expectedArrival", "arrival-in-the-past", "The expected arrival is over.");
        }
        if (expectedArrival.isAfter(now.plus(FARTHEST))) {
            throw Refusal.RuleViolated.at("/expectedArrival", "too-far", "This is no delay: plan another appointment.");
        }
    }
}
