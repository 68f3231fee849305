package dev.fieldservice.ticket.tickets;

import dev.fieldservice.platform.events.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** What others are told about tickets. */
public sealed interface TicketEvent extends DomainEvent {

    record Created(Ticket ticket, Parties parties) implements TicketEvent {}

    record Cancelled(UUID ticketId, String reason, Instant at) implements TicketEvent {}
}
