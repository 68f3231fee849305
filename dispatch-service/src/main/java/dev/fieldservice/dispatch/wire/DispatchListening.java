package dev.fieldservice.dispatch.wire;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.dispatch.company.CompanyChanged;
import dev.fieldservice.dispatch.company.CompanyConsumers;
import dev.fieldservice.dispatch.orders.FieldReports;
import dev.fieldservice.dispatch.orders.JobCompleted;
import dev.fieldservice.dispatch.orders.ServiceOrders;
import dev.fieldservice.dispatch.orders.TicketCancelled;
import dev.fieldservice.dispatch.orders.TicketCreated;
import dev.fieldservice.dispatch.orders.VisitProgressed;
import dev.fieldservice.platform.inbox.Handlers;
import dev.fieldservice.platform.inbox.Listening;
import jakarta.enterprise.context.ApplicationScoped;

/** What is heard from the other services: a row for each event and version. */
@ApplicationScoped
public class DispatchListening implements Listening {

    private final ServiceOrders orders;
    private final FieldReports reports;

    public DispatchListening(ServiceOrders orders, FieldReports reports) {
        this.orders = orders;
        this.reports = reports;
    }

    @Override
    public Handlers handlers() {
        return Handlers.table()
                .on(Topics.TICKET_CREATED, 1, TicketCreated.class, orders::create)
                .on(Topics.TICKET_CANCELLED, 1, TicketCancelled.class, orders::cancel)
                .on(Topics.VISIT_PROGRESSED, 1, VisitProgressed.class, reports::progressed)
                .on(Topics.JOB_COMPLETED, 1, JobCompleted.class, reports::completed)
                .on(Topics.JOB_CLOSED, 1, FieldReports.JobClosed.class, reports::closed)
                .on(Topics.COMPANY_CHANGED, 1, CompanyChanged.class, CompanyConsumers::keep);
    }
}
