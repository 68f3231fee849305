package dev.fieldservice.ticket.tickets;

import dev.fieldservice.ticket.tickets.TicketLifecycle.State;
import java.time.Instant;
import java.util.UUID;

/** A ticket as it stands in a list. */
public record TicketSummary(
        UUID id,
        String number,
        State state,
        ServiceType serviceType,
        Priority priority,
        String summary,
        UUID customerId,
        UUID locationId,
        Instant respondBy,
        Instant resolveBy,
        Instant createdAt) {

    static TicketSummary of(Ticket t) {
        return new TicketSummary(
                t.id(),
                t.number,
                t.state,
                t.serviceType,
                t.priority,
                t.summary,
                t.customerId,
                t.locationId,
                t.promise.respondBy,
                t.promise.resolveBy,
                t.createdAt);
    }
}
