package dev.fieldservice.ticket.tickets;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;

/** {@code ticket-created} v1: all that planning and the technician need, so that nobody has to ask back. */
public record TicketCreatedPayload(
        UUID ticketId, Work work, @JsonUnwrapped TicketCard card) {

    public static TicketCreatedPayload of(TicketEvent.Created event) {
        Ticket ticket = event.ticket();
        return new TicketCreatedPayload(ticket.id(), ticket.work(), TicketCard.of(ticket, event.parties()));
    }
}
