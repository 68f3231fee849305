package dev.fieldservice.ticket.tickets;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.platform.offers.Offers;
import dev.fieldservice.ticket.tickets.TicketLifecycle.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Ticket")
public record TicketView(
        UUID id,
        String number,
        State state,

        @Offers("/v1/tickets/{id}")
        @Schema(description = "The commands that the caller may give now, as they stand in the URL")
        List<String> allowedCommands,

        @Schema(
                nullable = true,
                description = "Why the customer is waited for, why it was called off, or why it was opened again")
        String reason,

        Channel channel,
        ServiceType serviceType,
        Priority priority,
        String summary,
        @Schema(nullable = true) String instructions,
        UUID customerId,
        UUID contactId,
        UUID locationId,
        @Schema(nullable = true) UUID assetId,
        List<String> requiredSkills,
        @Schema(nullable = true) UUID followUpOf,
        Instant respondBy,
        Instant resolveBy,

        @Schema(nullable = true, description = "Since when something that the customer has written waits to be read")
        Instant unreadSince,

        Instant createdAt,

        @Schema(
                nullable = true,
                description = "The maintenance plan that made it; absent for what a customer asked for")
        UUID planId,

        @Schema(nullable = true, description = "The day on which planned work is to be done, by the site's clock")
        LocalDate plannedFor,

        @Schema(
                nullable = true,
                description = "The contract under which it was asked for, as it stood then; absent if there is none")
        UUID contractId,

        @Schema(
                nullable = true,
                description = "The warranty of the machine, of several the oldest; absent if there is none")
        UUID warrantyId,

        @Schema(description = "Who was told by name that a promised time came to a mark; oldest first")
        List<Escalation> escalations,

        @Schema(description = "How many attachments stand; they are listed at attachments, below this address")
        int attachmentCount,

        @Schema(description = "The work done for it, as far as this service has heard")
        List<Order> orders) {

    /** One service order of the ticket. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TicketOrder")
    public record Order(
            UUID orderId,
            @Schema(nullable = true) String number,
            @Schema(nullable = true) Instant closedAt,

            @Schema(nullable = true, description = "Invoiced, or found to have nothing to bill")
            Instant settledAt,

            @Schema(nullable = true) UUID invoiceId,
            @Schema(nullable = true) String invoiceNumber) {

        static Order of(TicketOrder o) {
            return new Order(o.orderId, o.number, o.closedAt, o.settledAt, o.invoiceId, o.invoice);
        }
    }

    public static TicketView of(Ticket t) {
        return new TicketView(
                t.id(),
                t.number,
                t.state,
                t.allowedCommands(),
                t.reason,
                t.channel,
                t.serviceType,
                t.priority,
                t.summary,
                t.instructions,
                t.customerId,
                t.contactId,
                t.locationId,
                t.assetId,
                List.of(t.requiredSkills),
                t.followUpOf,
                t.promise.respondBy,
                t.promise.resolveBy,
                t.unreadSince,
                t.createdAt,
                Optional.ofNullable(t.planned).map(PlannedWork::planId).orElse(null),
                Optional.ofNullable(t.planned).map(PlannedWork::plannedFor).orElse(null),
                Optional.ofNullable(t.promise.agreement)
                        .map(under -> under.ref().contractId())
                        .orElse(null),
                Optional.ofNullable(t.promise.agreement)
                        .map(under -> under.ref().warrantyId())
                        .orElse(null),
                t.promise.escalations().all(),
                t.attached.files().size(),
                t.orders.stream().map(Order::of).toList());
    }
}
