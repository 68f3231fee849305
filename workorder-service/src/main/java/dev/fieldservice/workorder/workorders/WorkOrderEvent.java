package dev.fieldservice.workorder.workorders;

import dev.fieldservice.platform.events.DomainEvent;
import dev.fieldservice.workorder.parts.PartUsageView;
import dev.fieldservice.workorder.visits.Outcome;
import dev.fieldservice.workorder.visits.Position;
import dev.fieldservice.workorder.visits.VisitLifecycle;
import java.time.Instant;
import java.util.UUID;

/** What others are told about the work. */
public sealed interface WorkOrderEvent extends DomainEvent {

    /**
     * @param position null if the step has none
     * @param reason null if there is nothing to add
     */
    record VisitProgressed(
            UUID orderId,
            UUID ticketId,
            UUID appointmentId,
            long progressVersion,
            VisitLifecycle.State state,
            UUID technicianId,
            Instant occurredAt,
            Position position,
            String reason)
            implements WorkOrderEvent {}

    record PartsConsumed(UUID orderId, UUID ticketId, PartUsageView usage) implements WorkOrderEvent {}

    record JobCompleted(
            UUID orderId,
            UUID ticketId,
            UUID appointmentId,
            Outcome outcome,
            boolean followUpRequired,
            Instant completedAt)
            implements WorkOrderEvent {}

    record JobClosed(JobClosedPayload job) implements WorkOrderEvent {}
}
