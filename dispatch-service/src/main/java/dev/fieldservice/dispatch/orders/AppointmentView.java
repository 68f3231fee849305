package dev.fieldservice.dispatch.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.dispatch.worktypes.PlannedPart;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Appointment")
public record AppointmentView(
        UUID id,
        UUID orderId,
        String orderNumber,
        UUID ticketId,
        AppointmentLifecycle.State state,
        List<Member> technicians,
        Window window,

        @Schema(nullable = true, description = "If it differs from the start of the window; until somebody is there")
        Instant expectedArrival,

        @Schema(nullable = true, description = "If it differs from the end of the window; of what has not ended")
        Instant expectedEnd,

        @Schema(nullable = true, description = "When somebody set out, or began")
        Instant begunAt,

        @Schema(nullable = true, description = "When somebody was there")
        Instant arrivedAt,

        @Schema(nullable = true, description = "When the visit ended: from then on its technicians are free")
        Instant endedAt,

        @Schema(
                nullable = true,
                description =
                        "When the customer said that the time they were told suits them; until they are told another")
        Instant confirmedAt,

        List<PlannedPart> plannedParts,

        @Schema(nullable = true, description = "Why it is in this state, where somebody said so")
        String reason) {

    /** One of those who go. */
    @Schema(name = "Assignee")
    public record Member(
            UUID id,
            String name,
            @Schema(description = "Exactly one leads") boolean lead) {

        static Member of(Assignee a) {
            return new Member(a.technicianId, a.name, a.lead);
        }
    }

    public static AppointmentView of(OrderVisit visit) {
        ServiceOrder order = visit.order();
        Appointment a = visit.appointment();
        return new AppointmentView(
                a.id(),
                order.id(),
                order.number,
                order.ticketId,
                a.state,
                a.technicians.stream().map(Member::of).toList(),
                a.window(),
                a.mayBeDelayed() ? a.times.expectedArrival : null,
                a.state.isPlanned() || a.state.isUnderWay() ? a.times.busyUntil : null,
                a.times.begunAt,
                a.times.arrivedAt,
                a.times.endedAt,
                a.times.confirmed().orElse(null),
                a.plannedParts.items(),
                a.reason);
    }
}
