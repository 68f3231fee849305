package dev.fieldservice.ticket;

import dev.fieldservice.platform.testing.StatesDocument;
import dev.fieldservice.ticket.incoming.IncomingMailLifecycle;
import dev.fieldservice.ticket.tickets.TicketLifecycle;
import org.junit.jupiter.api.Test;

/** What each state of this service's machines means to the other services is decided, and stands in docs/states.md. */
class StatesTest {

    @Test
    void everyOtherServiceHasDecidedAboutEveryState() {
        StatesDocument.check("Ticket", "ticket", TicketLifecycle.State.class);
        StatesDocument.check("Incoming mail", "ticket", IncomingMailLifecycle.State.class);
    }
}
