package dev.fieldservice.ticket.tickets;

import dev.fieldservice.ticket.promises.Clocks;
import java.time.Instant;
import java.util.UUID;

/** {@code sla-warned} v1: so much of a promised time is over. Ids only: it says nothing of people. */
public record SlaWarnedPayload(
        UUID ticketId,
        String number,
        UUID customerId,
        Priority priority,
        Clocks.Kind clock,
        int percent,
        Instant reachedAt,
        Instant dueAt,
        Instant warnedAt) {

    public static SlaWarnedPayload of(TicketEvent.Warned event) {
        Ticket ticket = event.ticket();
        return new SlaWarnedPayload(
                ticket.id(),
                ticket.number,
                ticket.customerId,
                ticket.priority,
                event.mark().kind(),
                event.mark().percent(),
                event.mark().at(),
                event.mark().dueAt(),
                event.at());
    }
}
