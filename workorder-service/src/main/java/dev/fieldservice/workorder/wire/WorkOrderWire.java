package dev.fieldservice.workorder.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.events.DomainEvent;
import dev.fieldservice.platform.events.Wire;
import dev.fieldservice.workorder.events.JobClosed;
import dev.fieldservice.workorder.events.WorkOrderEvent;
import dev.fieldservice.workorder.visits.NeededPart;
import dev.fieldservice.workorder.visits.Outcome;
import dev.fieldservice.workorder.visits.Position;
import dev.fieldservice.workorder.visits.VisitLifecycle;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The mapping of domain events to messages: names and versions are chosen in this switch and nowhere else. */
@ApplicationScoped
public class WorkOrderWire implements Wire {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Place(double latitude, double longitude, Double accuracyMetres) {

        /** Null where the fix says nothing. */
        static Place of(Position position) {
            return Optional.ofNullable(position)
                    .filter(Position::saysWhere)
                    .map(p -> new Place(p.latitude(), p.longitude(), p.accuracyMetres()))
                    .orElse(null);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VisitProgressed(
            UUID orderId,
            UUID ticketId,
            UUID appointmentId,
            long progressVersion,
            VisitLifecycle.State state,
            UUID technicianId,
            Instant occurredAt,
            Place position,
            String reason,
            Boolean crewGoesOn,
            long assignmentVersion) {

        static VisitProgressed of(WorkOrderEvent.VisitProgressed e) {
            return new VisitProgressed(
                    e.orderId(),
                    e.ticketId(),
                    e.appointmentId(),
                    e.progressVersion(),
                    e.state(),
                    e.technicianId(),
                    e.occurredAt(),
                    Place.of(e.position()),
                    e.reason(),
                    e.crewGoesOn() ? true : null,
                    e.assignmentVersion());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
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
            UUID reversalOf) {

        static PartsConsumed of(WorkOrderEvent.PartsConsumed e) {
            return new PartsConsumed(
                    e.usageId(),
                    e.orderId(),
                    e.ticketId(),
                    e.partId(),
                    e.quantity(),
                    e.stockLocationId(),
                    e.installedSerial(),
                    e.removedSerial(),
                    e.removedPartId(),
                    e.containerNumber(),
                    e.technicianId(),
                    e.occurredAt(),
                    e.reversalOf());
        }
    }

    record JobCompleted(
            UUID orderId,
            UUID ticketId,
            UUID appointmentId,
            Outcome outcome,
            boolean followUpRequired,
            List<String> leftOpen,
            List<NeededPart> partsNeeded,
            Instant completedAt,
            boolean amended,
            long progressVersion) {

        static JobCompleted of(WorkOrderEvent.JobCompleted e) {
            return new JobCompleted(
                    e.orderId(),
                    e.ticketId(),
                    e.appointmentId(),
                    e.outcome(),
                    e.followUpRequired(),
                    e.left().leftOpen(),
                    e.left().partsNeeded(),
                    e.completedAt(),
                    e.amended(),
                    e.progressVersion());
        }
    }

    @Override
    public Message write(DomainEvent event) {
        return switch ((WorkOrderEvent) event) {
            case WorkOrderEvent.VisitProgressed e ->
                message(Topics.VISIT_PROGRESSED, e.orderId(), VisitProgressed.of(e));
            case WorkOrderEvent.PartsConsumed e -> message(Topics.PARTS_CONSUMED, e.orderId(), PartsConsumed.of(e));
            case WorkOrderEvent.JobCompleted e -> message(Topics.JOB_COMPLETED, e.orderId(), JobCompleted.of(e));
            case JobClosed e -> message(Topics.JOB_CLOSED, e.orderId(), e);
        };
    }

    private static Message message(String topic, UUID key, Object payload) {
        return new Message(topic, 1, key.toString(), payload);
    }
}
