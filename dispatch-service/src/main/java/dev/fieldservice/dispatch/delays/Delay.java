package dev.fieldservice.dispatch.delays;

import dev.fieldservice.contracts.Text;
import dev.fieldservice.dispatch.orders.Window;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When the technician, or the dispatcher, says that the technician will be there; it replaces what was said before. */
public record Delay(
        @Schema(nullable = true, description = "When the technician will be there; or give delayMinutes")
        Instant expectedArrival,

        @Min(-FARTHEST_MINUTES)
        @Max(FARTHEST_MINUTES)
        @Schema(
                nullable = true,
                description =
                        "How long after the planned start, in all; below zero for earlier; or give expectedArrival")
        Integer delayMinutes,

        @Size(min = 1, max = 300)
        @Pattern(regexp = Text.LINE)
        @Schema(nullable = true, description = "The customer reads it")
        String reason) {

    private static final int FARTHEST_MINUTES = 720;
    private static final Duration FARTHEST = Duration.ofMinutes(FARTHEST_MINUTES);

    public Delay {
        expectedArrival = expectedArrival == null ? null : expectedArrival.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Refused with 400 unless exactly one of the two ways to say it is used. */
    void requireOneWay() {
        if ((expectedArrival == null) == (delayMinutes == null)) {
            throw Refusal.Invalid.field("/expectedArrival", "one-of", "Give either expectedArrival or delayMinutes.")
                    .refused();
        }
    }

    /** Refused with 422 if it is over, or farther from the plan than a delay can be. */
    Instant arrival(Window planned, Instant now) {
        Instant arrival =
                expectedArrival == null ? planned.start().plus(Duration.ofMinutes(delayMinutes)) : expectedArrival;
        String field = expectedArrival == null ? "/delayMinutes" : "/expectedArrival";
        if (Duration.between(planned.start(), arrival).abs().compareTo(FARTHEST) > 0) {
            throw Refusal.RuleViolated.at(
                    field,
                    "too-far",
                    "More than twelve hours from the planned start is no delay: plan the visit anew.");
        }
        if (arrival.isBefore(now)) {
            throw Refusal.RuleViolated.at(field, "arrival-in-the-past", "The expected arrival is over.");
        }
        return arrival;
    }
}
