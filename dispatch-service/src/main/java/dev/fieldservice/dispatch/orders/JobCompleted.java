package dev.fieldservice.dispatch.orders;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What planning needs of {@code job-completed}.
 *
 * @param leftOpen null if it was not said, as {@code partsNeeded}
 * @param progressVersion of the step that ended the visit; null if it was not said
 * @param amended null if it was not said
 */
public record JobCompleted(
        UUID orderId,
        UUID appointmentId,
        Outcome outcome,
        boolean followUpRequired,
        List<String> leftOpen,
        List<LeftOver.NeededPart> partsNeeded,
        Instant completedAt,
        Boolean amended,
        Long progressVersion) {

    /** Not another end, but more about the one that was told before. */
    boolean amends() {
        return Boolean.TRUE.equals(amended);
    }

    LeftOver left() {
        return new LeftOver(
                Optional.ofNullable(leftOpen).orElse(List.of()),
                Optional.ofNullable(partsNeeded).orElse(List.of()));
    }
}
