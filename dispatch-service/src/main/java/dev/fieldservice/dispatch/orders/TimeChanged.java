package dev.fieldservice.dispatch.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The time of a visit that takes longer than was expected; or that has ended, is expected to end earlier, or will not take place
 * as it was planned: what those who go, or were to go, have planned after it can be expected anew.
 *
 * @param longer it takes longer; of those queued before there was such a thing it is not known, and false
 */
public record TimeChanged(UUID appointmentId, List<UUID> technicianIds, Instant start, Instant end, boolean longer) {

    private static final Duration HORIZON = Duration.ofDays(1);

    /** Nothing that is planned from then on waits for it. */
    Instant horizon() {
        return end.plus(HORIZON);
    }
}
