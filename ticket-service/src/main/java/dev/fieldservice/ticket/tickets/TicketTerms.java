package dev.fieldservice.ticket.tickets;

import dev.fieldservice.ticket.contracts.Agreement;
import dev.fieldservice.ticket.promises.Target;
import dev.fieldservice.ticket.promises.Times;

/**
 * On which terms a request is taken.
 *
 * @param agreement null where it is under no contract and no warranty
 */
record TicketTerms(Agreement agreement, Target target, Times times) {}
