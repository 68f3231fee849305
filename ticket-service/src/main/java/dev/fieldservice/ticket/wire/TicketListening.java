package dev.fieldservice.ticket.wire;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.inbox.Handlers;
import dev.fieldservice.platform.inbox.Listening;
import dev.fieldservice.ticket.tickets.TicketConsumers;
import jakarta.enterprise.context.ApplicationScoped;

/** What is heard from the other services: a row for each event and version. */
@ApplicationScoped
public class TicketListening implements Listening {

    private final TicketConsumers tickets;

    public TicketListening(TicketConsumers tickets) {
        this.tickets = tickets;
    }

    @Override
    public Handlers handlers() {
        return Handlers.table()
                .on(Topics.ORDER_CREATED, 1, TicketConsumers.OrderCreated.class, tickets::orderCreated)
                .on(Topics.ORDER_CANCELLED, 1, TicketConsumers.OrderCancelled.class, tickets::orderCancelled)
                .on(Topics.JOB_CLOSED, 1, TicketConsumers.JobClosed.class, tickets::jobClosed)
                .on(Topics.INVOICE_ISSUED, 1, TicketConsumers.InvoiceIssued.class, tickets::invoiceIssued)
                .on(Topics.NOTHING_TO_BILL, 1, TicketConsumers.NothingToBill.class, tickets::nothingToBill);
    }
}
