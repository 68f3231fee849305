package dev.fieldservice.platform.validation;

import dev.fieldservice.platform.problems.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/** The bounds of moments as of which numbers are asked: they are worked out of what has moved since. */
public final class PastMoment {

    private static final int FARTHEST_IN_DAYS = 31;

    /** By how much the clocks of two servers may differ. */
    private static final Duration OTHER_CLOCK = Duration.ofMinutes(1);

    private PastMoment() {}

    /** @param moment null if it was not given, and then the answer is null too */
    public static Instant require(String pointer, OffsetDateTime moment, Instant now) {
        if (moment == null) {
            return null;
        }
        return require(pointer, moment.toInstant(), now, Duration.ZERO);
    }

    /**
     * Of a moment that another server has required by its own clock before it passed it on.
     *
     * @return not after now
     */
    public static Instant requirePassedOn(String pointer, OffsetDateTime moment, Instant now) {
        if (moment == null) {
            return null;
        }
        Instant past = require(pointer, moment.toInstant(), now, OTHER_CLOCK);
        return past.isAfter(now) ? now : past;
    }

    private static Instant require(String pointer, Instant past, Instant now, Duration tolerance) {
        Instant farthest = now.minus(Duration.ofDays(FARTHEST_IN_DAYS)).minus(tolerance);
        if (past.isAfter(now.plus(tolerance)) || past.isBefore(farthest)) {
            throw Refusal.Invalid.field(
                            pointer,
                            "out-of-range",
                            "A moment of the last %d days is expected.".formatted(FARTHEST_IN_DAYS))
                    .refused();
        }
        return past;
    }
}
