package dev.fieldservice.ticket.tickets;

import dev.fieldservice.platform.events.DomainEvent;
import dev.fieldservice.ticket.promises.Clocks;
import java.time.Instant;

/** The domain events about tickets, which others are told. */
public sealed interface TicketEvent extends DomainEvent {

    record Created(Ticket ticket, Parties parties) implements TicketEvent {}

    /** It, or whom and what it is about, was corrected, or whether work is wanted was decided anew. */
    record Changed(Ticket ticket, Parties parties, Instant at) implements TicketEvent {}

    /** One of its clocks has come to a mark. */
    record Warned(Ticket ticket, Clocks.Mark mark, Instant at) implements TicketEvent {}
}
