package dev.fieldservice.dispatch.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.AssetRef;
import dev.fieldservice.contracts.ContactRef;
import dev.fieldservice.contracts.LocationRef;
import dev.fieldservice.dispatch.orders.AppointmentView;
import dev.fieldservice.dispatch.orders.JobCard;
import dev.fieldservice.dispatch.orders.Links;
import dev.fieldservice.dispatch.orders.OrderVisit;
import dev.fieldservice.dispatch.orders.Priority;
import dev.fieldservice.dispatch.worktypes.ServiceType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An appointment with all that was entered about the job: whom to meet, where, what for, and the way there. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CalendarEntry(
        AppointmentView appointment,
        ServiceType serviceType,
        Priority priority,
        String summary,
        @Schema(nullable = true) String instructions,
        UUID customerId,
        String customerName,
        @Schema(description = "The person to meet") ContactRef contact,
        LocationRef location,
        @Schema(nullable = true) AssetRef asset,
        Instant resolveBy,

        @Schema(description = "Grows with every change of the appointment or its order")
        long sequence,

        @Schema(description = "When the order was last changed")
        Instant changedAt,

        Links links) {

    public static CalendarEntry of(OrderVisit visit) {
        JobCard card = visit.order().jobCard();
        return new CalendarEntry(
                AppointmentView.of(visit),
                card.serviceType(),
                card.priority(),
                card.summary(),
                card.instructions(),
                card.customer().id(),
                card.customer().name(),
                card.contact(),
                card.location(),
                card.asset(),
                card.resolveBy(),
                visit.sequence(),
                visit.order().changedAt(),
                Links.to(card.location()));
    }
}
