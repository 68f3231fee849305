package dev.fieldservice.dispatch.orders;

import java.time.Instant;
import java.util.UUID;

/**
 * What planning needs of {@code visit-progressed}.
 *
 * @param position where the device was; null where it did not know
 * @param crewGoesOn with REJECTED: the technician alone drops out of the crew
 * @param assignmentVersion the newest decision that the field had heard of; null in what was told before it said so
 */
public record VisitProgressed(
        UUID orderId,
        UUID appointmentId,
        long progressVersion,
        AppointmentLifecycle.State state,
        UUID technicianId,
        Instant occurredAt,
        Whereabouts position,
        String reason,
        boolean crewGoesOn,
        Long assignmentVersion) {

    /** Says whether the field had not heard of that plan. */
    boolean isOfPlanBefore(long version) {
        return assignmentVersion != null && assignmentVersion < version;
    }
}
