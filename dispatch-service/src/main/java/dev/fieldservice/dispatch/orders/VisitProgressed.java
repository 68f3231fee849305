package dev.fieldservice.dispatch.orders;

import java.time.Instant;
import java.util.UUID;

/**
 * What planning needs of {@code visit-progressed}.
 *
 * @param crewGoesOn with REJECTED: the technician alone drops out of the crew
 */
public record VisitProgressed(
        UUID orderId,
        UUID appointmentId,
        long progressVersion,
        AppointmentLifecycle.State state,
        UUID technicianId,
        Instant occurredAt,
        String reason,
        boolean crewGoesOn) {}
