package dev.fieldservice.workorder.workorders;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What this service needs of dispatch's event. */
public record OrderUnassigned(
        UUID orderId,
        UUID appointmentId,
        long assignmentVersion,
        List<UUID> technicianIds,
        String reason,
        Instant unassignedAt) {}
