package dev.fieldservice.workorder.workorders;

import dev.fieldservice.workorder.visits.Assignment;
import java.util.List;
import java.util.UUID;

/** What this service needs of dispatch's event. */
public record OrderAssigned(
        UUID orderId,
        String orderNumber,
        UUID ticketId,
        String ticketNumber,
        UUID appointmentId,
        long assignmentVersion,
        List<Assignment.Technician> technicians,
        Assignment.Window window,
        JobCard jobCard,
        List<Assignment.PlannedPart> plannedParts) {

    Assignment assignment() {
        return new Assignment(technicians, window, plannedParts);
    }
}
