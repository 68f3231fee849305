package dev.fieldservice.ticket.wire;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.inbox.Handlers;
import dev.fieldservice.platform.inbox.Listening;
import dev.fieldservice.ticket.coverage.JobReport;
import dev.fieldservice.ticket.tickets.TicketConsumers;
import jakarta.enterprise.context.ApplicationScoped;

/** The table of message handlers: a row for each event and version from other services. */
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
                .on(Topics.ORDER_HOLD_CHANGED, 1, TicketConsumers.OrderHoldChanged.class, tickets::orderHoldChanged)
                .on(Topics.VISIT_PROGRESSED, 1, TicketConsumers.VisitProgressed.class, tickets::visitProgressed)
                .on(Topics.JOB_CLOSED, 1, JobReport.class, tickets::jobClosed)
                .on(Topics.INVOICE_ISSUED, 1, TicketConsumers.InvoiceIssued.class, tickets::invoiceIssued)
                .on(Topics.CREDIT_NOTE_ISSUED, 1, TicketConsumers.CreditNoteIssued.class, tickets::creditNoteIssued)
                .on(Topics.NOTHING_TO_BILL, 1, TicketConsumers.NothingToBill.class, tickets::nothingToBill);
    }
}
