package dev.fieldservice.dispatch.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.AssetRef;
import dev.fieldservice.contracts.ContactRef;
import dev.fieldservice.contracts.CustomerRef;
import dev.fieldservice.contracts.LocationRef;
import dev.fieldservice.dispatch.worktypes.GivenWorkType;
import dev.fieldservice.dispatch.worktypes.ServiceType;
import dev.fieldservice.platform.offers.Offers;
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

        @Offers("/v1/service-orders/{id}")
        @Schema(description = "The commands that the caller may give now, as they stand in the URL")
        List<String> allowedCommands,

        @Schema(nullable = true, description = "What an order on hold waits for")
        HoldReason holdReason,

        @Schema(nullable = true, description = "Why it is in this state, where somebody said so")
        String reason,

        @Schema(description = "A visit could not finish the job; another one is to be planned")
        boolean followUpRequired,

        @Schema(description = "By the last visit, for the one that is to follow")
        LeftOver leftOver,

        @Schema(
                nullable = true,
                description = "Whether what the next visit is to take along is there; absent where nothing is planned")
        PartsReadiness parts,

        @Schema(
                nullable = true,
                description = "The ticket was cancelled or rejected: nothing new is begun, and what has begun is to be"
                        + " stopped")
        CalledOff calledOff,

        UUID ticketId,
        String ticketNumber,
        ServiceType serviceType,
        Priority priority,
        String summary,
        @Schema(nullable = true) String instructions,

        @Schema(description = "Of the ticket and of the work type")
        List<String> requiredSkills,

        @Schema(description = "Of the required skills, those that nobody has who is to go now")
        List<String> missingSkills,

        @Schema(nullable = true, description = "The kind of work; what follows from it is proposed where it is planned")
        GivenWorkType workType,

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

    /** When the customer no longer wanted it, and why. */
    @Schema(name = "CalledOffOrder")
    public record CalledOff(Instant at, String reason) {

        static CalledOff of(ServiceOrder o) {
            return o.isCalledOff() ? new CalledOff(o.calledOffAt, o.calledOffBecause) : null;
        }
    }

    /** An order with all its visits, and what those who are to go cannot do. */
    record Whole(ServiceOrder order, List<Appointment> appointments, List<String> missingSkills) {}

    static ServiceOrderView of(Whole whole) {
        ServiceOrder o = whole.order();
        JobCard card = o.jobCard;
        return new ServiceOrderView(
                o.id(),
                o.number,
                o.state,
                o.allowedCommands(),
                o.holdReason,
                o.reason,
                o.followUpRequired,
                o.leftOver,
                o.parts,
                CalledOff.of(o),
                o.ticketId,
                o.ticketNumber,
                o.serviceType,
                o.priority,
                card.summary(),
                card.instructions(),
                o.skills(),
                whole.missingSkills(),
                o.workType,
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
