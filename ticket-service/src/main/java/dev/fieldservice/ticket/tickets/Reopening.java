package dev.fieldservice.ticket.tickets;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.ticket.tickets.TicketLifecycle.Command;
import dev.fieldservice.ticket.tickets.TicketLifecycle.State;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Takes the work of a resolved ticket up once more, as a further order: what was closed and billed stays as it was.
 *
 * @param within counted from when the last of its work was closed
 */
record Reopening(Ticket ticket, Duration within) {

    void offer(Instant now) {
        ticket.staysResolved = isTooLate(now);
    }

    private boolean isTooLate(Instant now) {
        return ticket.state == State.RESOLVED
                && now.isAfter(ticket.lastClosedAt(now).plus(within));
    }

    /**
     * Dispatch makes the order under this id. It is one of the ticket's from now on: an invoice of what was done before, whenever it
     * is heard of, does not close the ticket.
     */
    void reopen(UUID furtherOrderId, String why, By by) {
        if (isTooLate(by.at())) {
            throw new Refusal.Conflict(
                            "reopen-too-late",
                            "Its work was closed more than %d days ago. Open a new ticket with followUpOf instead."
                                    .formatted(within.toDays()))
                    .refused();
        }
        ticket.moveTo(Command.REOPEN, by, why);
        ticket.workBegunAt = ticket.hasBegun() ? ticket.workBegunAt : ticket.lastClosedAt(by.at());
        ticket.furtherOrderId = furtherOrderId;
        ticket.orders.add(new TicketOrder(furtherOrderId, ticket));
        ticket.promise.change(clocks -> clocks.reopened(by.at()));
        ticket.tell(by);
    }
}
