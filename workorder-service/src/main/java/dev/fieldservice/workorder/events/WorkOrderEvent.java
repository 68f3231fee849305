package dev.fieldservice.workorder.events;

import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.platform.events.DomainEvent;
import dev.fieldservice.workorder.visits.LeftOver;
import dev.fieldservice.workorder.visits.Outcome;
import dev.fieldservice.workorder.visits.Position;
import dev.fieldservice.workorder.visits.VisitLifecycle;
import java.time.Instant;
import java.util.UUID;

/**
 * The domain events about the work, which others are told. The facts of all rooms stand here side by side, in plain values, so
 * that the switch in {@code wire} does not compile until it has decided about each; they are raised by whoever causes them.
 */
public sealed interface WorkOrderEvent extends DomainEvent
        permits WorkOrderEvent.VisitProgressed, WorkOrderEvent.PartsConsumed, WorkOrderEvent.JobCompleted, JobClosed {

    /**
     * @param position null if the step has none
     * @param reason null if there is nothing to add
     * @param crewGoesOn with REJECTED: the technician alone drops out
     * @param assignmentVersion the newest decision of dispatch that was known, whether or not it came too late
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
            String reason,
            boolean crewGoesOn,
            long assignmentVersion)
            implements WorkOrderEvent {}

    /**
     * @param installedSerial null if it has none, as {@code removedSerial}
     * @param removedPartId null if nothing came out
     * @param containerNumber of the container out of which it came; null if none was named
     * @param reversalOf the usage that this one takes back; null if it takes none back
     */
    record PartsConsumed(
            UUID usageId,
            UUID orderId,
            UUID ticketId,
            UUID partId,
            Quantity quantity,
            UUID stockLocationId,
            String installedSerial,
            String removedSerial,
            UUID removedPartId,
            String containerNumber,
            UUID technicianId,
            Instant occurredAt,
            UUID reversalOf)
            implements WorkOrderEvent {}

    /**
     * @param amended only what is left is said anew; that the visit is over was told before
     * @param progressVersion of the step that ended the visit
     */
    record JobCompleted(
            UUID orderId,
            UUID ticketId,
            UUID appointmentId,
            Outcome outcome,
            boolean followUpRequired,
            LeftOver left,
            Instant completedAt,
            boolean amended,
            long progressVersion)
            implements WorkOrderEvent {}
}
