package dev.fieldservice.dispatch.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.AssetRef;
import dev.fieldservice.contracts.ContactRef;
import dev.fieldservice.contracts.CustomerRef;
import dev.fieldservice.contracts.LocationRef;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ServiceOrder")
public record ServiceOrderView(
        UUID id,
        String number,
        OrderLifecycle.State state,

        @Schema(description = "What the order takes now, as it stands in the URL")
        List<String> allowedCommands,

        @Schema(nullable = true, description = "What an order on hold waits for")
        HoldReason holdReason,

        @Schema(nullable = true, description = "Why it is in this state, where somebody said so")
        String reason,

        @Schema(description = "A visit could not finish the job; another one is to be planned")
        boolean followUpRequired,

        UUID ticketId,
        String ticketNumber,
        ServiceType serviceType,
        Priority priority,
        String summary,
        @Schema(nullable = true) String instructions,
        List<String> requiredSkills,
        CustomerRef customer,
        @Schema(description = "The person to meet") ContactRef contact,
        LocationRef location,
        @Schema(nullable = true) AssetRef asset,
        Links links,
        Instant respondBy,
        Instant resolveBy,
        Instant createdAt,

        @Schema(description = "Grows with each assignment and withdrawal")
        long assignmentVersion,

        @Schema(description = "Oldest first, those cancelled included")
        List<AppointmentView> appointments) {

    /** An order with all its visits. */
    record Whole(ServiceOrder order, List<Appointment> appointments) {}

    static ServiceOrderView of(Whole whole) {
        ServiceOrder o = whole.order();
        JobCard card = o.jobCard;
        return new ServiceOrderView(
                o.id(),
                o.number,
                o.state,
                OrderLifecycle.COMMANDS.words(o.state),
                o.holdReason,
                o.reason,
                o.followUpRequired,
                o.ticketId,
                o.ticketNumber,
                o.serviceType,
                o.priority,
                card.summary(),
                card.instructions(),
                List.of(o.requiredSkills),
                card.customer(),
                card.contact(),
                card.location(),
                card.asset(),
                Links.to(card.location()),
                o.respondBy,
                o.resolveBy,
                o.createdAt,
                o.assignmentVersion,
                whole.appointments().stream()
                        .map(visit -> AppointmentView.of(new OrderVisit(o, visit)))
                        .toList());
    }
}
