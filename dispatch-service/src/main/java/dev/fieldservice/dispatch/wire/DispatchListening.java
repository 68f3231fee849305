package dev.fieldservice.dispatch.wire;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.dispatch.orders.JobCompleted;
import dev.fieldservice.dispatch.orders.OrderConsumers;
import dev.fieldservice.dispatch.orders.TicketCancelled;
import dev.fieldservice.dispatch.orders.TicketCreated;
import dev.fieldservice.dispatch.orders.VisitProgressed;
import dev.fieldservice.platform.inbox.Handlers;
import dev.fieldservice.platform.inbox.Listening;
import jakarta.enterprise.context.ApplicationScoped;

/** What is heard from the other services: a row for each event and version. */
@ApplicationScoped
public class DispatchListening implements Listening {

    private final OrderConsumers orders;

    public DispatchListening(OrderConsumers orders) {
        this.orders = orders;
    }

    @Override
    public Handlers handlers() {
        return Handlers.table()
                .on(Topics.TICKET_CREATED, 1, TicketCreated.class, orders::ticketCreated)
                .on(Topics.TICKET_CANCELLED, 1, TicketCancelled.class, orders::ticketCancelled)
                .on(Topics.VISIT_PROGRESSED, 1, VisitProgressed.class, orders::visitProgressed)
                .on(Topics.JOB_COMPLETED, 1, JobCompleted.class, orders::jobCompleted)
                .on(Topics.JOB_CLOSED, 1, OrderConsumers.JobClosed.class, orders::jobClosed);
    }
}
