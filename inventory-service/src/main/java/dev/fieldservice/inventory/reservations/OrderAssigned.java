package dev.fieldservice.inventory.reservations;

import dev.fieldservice.contracts.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What this service needs of {@code order-assigned}. */
public record OrderAssigned(
        UUID orderId,
        UUID ticketId,
        UUID appointmentId,
        long assignmentVersion,
        List<Technician> technicians,
        Window window,
        List<PlannedPart> plannedParts,
        Instant assignedAt) {

    /** One of those who go. */
    public record Technician(UUID id, boolean lead) {}

    /** When the visit is to begin. */
    public record Window(Instant start) {}

    /** What they take along. */
    public record PlannedPart(UUID partId, Quantity quantity) {}

    /** Who drives the van that the parts are to be in. */
    UUID leader() {
        return technicians.stream()
                .filter(Technician::lead)
                .findFirst()
                .orElseGet(technicians::getFirst)
                .id();
    }
}
