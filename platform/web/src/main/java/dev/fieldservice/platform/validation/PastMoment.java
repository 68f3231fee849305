package dev.fieldservice.platform.validation;

import dev.fieldservice.platform.problems.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/** The bounds of moments as of which numbers are asked: they are worked out of what has moved since. */
public final class PastMoment {

    private static final int FARTHEST_IN_DAYS = 31;

    private PastMoment() {}

    /** @param moment null if it was not given, and then the answer is null too */
    public static Instant require(String pointer, OffsetDateTime moment, Instant now) {
        if (moment == null) {
            return null;
        }
        Instant past = moment.toInstant();
        if (past.isAfter(now) || past.isBefore(now.minus(Duration.ofDays(FARTHEST_IN_DAYS)))) {
            throw Refusal.Invalid.field(
                            pointer,
                            "out-of-range",
                            "A moment of the last %d days is expected.".formatted(FARTHEST_IN_DAYS))
                    .refused();
        }
        return past;
    }
}
