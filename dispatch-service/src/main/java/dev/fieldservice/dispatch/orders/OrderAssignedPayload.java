package dev.fieldservice.dispatch.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.dispatch.worktypes.GivenWorkType;
import dev.fieldservice.dispatch.worktypes.PlannedPart;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * {@code order-assigned} v1: the whole job card, so that the phone needs nothing else.
 *
 * @param workTypeId null if it is no work of a kind that is defined
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderAssignedPayload(
        UUID orderId,
        String orderNumber,
        UUID ticketId,
        String ticketNumber,
        long ticketVersion,
        UUID appointmentId,
        long assignmentVersion,
        List<Member> technicians,
        Window window,
        JobCard jobCard,
        List<PlannedPart> plannedParts,
        UUID workTypeId,
        List<UUID> territoryIds,
        Instant assignedAt) {

    /** One of those who go; exactly one of them leads. */
    public record Member(UUID id, String name, boolean lead) {

        static Member of(Assignee a) {
            return new Member(a.technicianId, a.name, a.lead);
        }
    }

    public static OrderAssignedPayload of(OrderEvent.Assigned event) {
        ServiceOrder order = event.order();
        Appointment appointment = event.appointment();
        return new OrderAssignedPayload(
                order.id(),
                order.number,
                order.ticketId,
                order.ticketNumber,
                order.ticketVersion,
                appointment.id(),
                event.assignmentVersion(),
                appointment.technicians.stream().map(Member::of).toList(),
                appointment.window(),
                order.jobCard,
                appointment.plannedParts.items(),
                Optional.ofNullable(order.workType).map(GivenWorkType::id).orElse(null),
                List.of(order.territoryIds),
                event.assignedAt());
    }
}
