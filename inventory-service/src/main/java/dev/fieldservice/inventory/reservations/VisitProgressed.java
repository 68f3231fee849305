package dev.fieldservice.inventory.reservations;

import java.util.Optional;
import java.util.UUID;

/**
 * What this service needs of {@code visit-progressed}.
 *
 * @param crewGoesOn true if only one of the crew drops out; null if nothing is said of it
 * @param assignmentVersion the newest plan that was known; null where nothing is said of it
 */
public record VisitProgressed(
        UUID orderId, UUID appointmentId, State state, Boolean crewGoesOn, Long assignmentVersion) {

    /** Of a visit. */
    public enum State {
        ACCEPTED,
        REJECTED,
        TRAVELLING,
        ON_SITE,
        IN_PROGRESS,
        PAUSED,
        COMPLETED,
        PARTIALLY_COMPLETED,
        CANNOT_COMPLETE
    }

    /** The newest plan of the visit for which nothing is needed any more; empty if the visit goes on. */
    Optional<Long> endsPlan() {
        return switch (state) {
            case COMPLETED, PARTIALLY_COMPLETED, CANNOT_COMPLETE -> Optional.of(Long.MAX_VALUE);
            case REJECTED ->
                Boolean.TRUE.equals(crewGoesOn)
                        ? Optional.empty()
                        : Optional.of(Optional.ofNullable(assignmentVersion).orElse(Long.MAX_VALUE));
            case ACCEPTED, TRAVELLING, ON_SITE, IN_PROGRESS, PAUSED -> Optional.empty();
        };
    }
}
