package dev.fieldservice.dispatch.orders;

import dev.fieldservice.platform.problems.Refusal;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When a visit is planned; the end is not part of it, so that windows which touch do not overlap. */
@Schema(description = "When the visit is planned; at most 14 days")
public record Window(@NotNull Instant start, @NotNull Instant end) {

    private static final Duration LONGEST = Duration.ofDays(14);
    private static final Duration FARTHEST = Duration.ofDays(3660);
    private static final Duration CLAIM = Duration.ofHours(2);

    public Window {
        start = start == null ? null : start.truncatedTo(ChronoUnit.SECONDS);
        end = end == null ? null : end.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Where a technician claims without saying when: from now, for two hours. */
    static Window from(Instant now) {
        return from(now, CLAIM);
    }

    static Window from(Instant now, Duration length) {
        Instant start = now.truncatedTo(ChronoUnit.MINUTES);
        return new Window(start, start.plus(length));
    }

    /** Refused with 400 if it is over, or cannot be planned at any time. */
    Window requirePlannable(Instant now) {
        requireSound(now);
        if (!end.isAfter(now)) {
            throw Refusal.Invalid.field("/window/end", "in-the-past", "The window is over already.")
                    .refused();
        }
        return this;
    }

    /** Refused with 400 if it ends before it starts, lasts too long, or is not of this decade. */
    void requireSound(Instant now) {
        if (!start.isBefore(end)) {
            throw Refusal.Invalid.field("/window/end", "before-start", "The end must be after the start.")
                    .refused();
        }
        if (Duration.between(now, start).abs().compareTo(FARTHEST) > 0) {
            throw Refusal.Invalid.field("/window/start", "too-far", "The start must be within ten years.")
                    .refused();
        }
        if (end.isAfter(start.plus(LONGEST))) {
            throw Refusal.Invalid.field("/window/end", "too-long", "A visit lasts at most 14 days.")
                    .refused();
        }
    }
}
