package dev.fieldservice.inventory.stock;

import dev.fieldservice.platform.problems.Refusal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The moment as of which somebody wants to know. */
public final class Moment {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    private Moment() {}

    /** Java takes years that no database holds. @param asOf null for now */
    public static Optional<Instant> of(OffsetDateTime asOf) {
        if (asOf != null && (asOf.getYear() < FIRST_YEAR || asOf.getYear() > LAST_YEAR)) {
            throw Refusal.Invalid.field(
                            "asOf", "too-far", "A year from %d to %d is expected.".formatted(FIRST_YEAR, LAST_YEAR))
                    .refused();
        }
        return Optional.ofNullable(asOf).map(OffsetDateTime::toInstant);
    }
}
