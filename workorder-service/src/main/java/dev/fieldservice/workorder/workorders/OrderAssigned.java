package dev.fieldservice.workorder.workorders;

import dev.fieldservice.workorder.visits.Assignment;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What this service needs of dispatch's event.
 *
 * @param workTypeId null for a job of no kind in particular
 * @param ticketVersion of the ticket that the card shows; 0 if dispatch has not said
 * @param territoryIds in which the site lies; null if dispatch has not said
 */
public record OrderAssigned(
        UUID orderId,
        String orderNumber,
        UUID ticketId,
        String ticketNumber,
        long ticketVersion,
        UUID appointmentId,
        long assignmentVersion,
        List<Assignment.Technician> technicians,
        Assignment.Window window,
        JobCard jobCard,
        List<Assignment.PlannedPart> plannedParts,
        UUID workTypeId,
        List<UUID> territoryIds,
        Instant assignedAt) {

    Assignment assignment() {
        return new Assignment(technicians, window, plannedParts);
    }
}
