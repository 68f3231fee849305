package dev.fieldservice.dispatch.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.platform.events.DomainEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The domain events about service orders, which others are told. */
public sealed interface OrderEvent extends DomainEvent {

    record Created(UUID orderId, String number, UUID ticketId, Instant createdAt) implements OrderEvent {}

    record Cancelled(UUID orderId, UUID ticketId, String reason, Instant cancelledAt) implements OrderEvent {}

    /** @param holdReason null when it goes on */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HoldChanged(UUID orderId, UUID ticketId, HoldReason holdReason, boolean isCustomersTime, Instant changedAt)
            implements OrderEvent {}

    record Assigned(ServiceOrder order, Appointment appointment, long assignmentVersion, Instant assignedAt)
            implements OrderEvent {}

    record Unassigned(
            UUID orderId,
            UUID ticketId,
            UUID appointmentId,
            long assignmentVersion,
            List<UUID> technicianIds,
            String reason,
            Instant unassignedAt)
            implements OrderEvent {}
}
