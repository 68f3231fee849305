package dev.fieldservice.dispatch.wire;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.dispatch.company.CompanyChanged;
import dev.fieldservice.dispatch.company.CompanyConsumers;
import dev.fieldservice.dispatch.orders.FieldReports;
import dev.fieldservice.dispatch.orders.JobCompleted;
import dev.fieldservice.dispatch.orders.PartsConsumers;
import dev.fieldservice.dispatch.orders.TicketTold;
import dev.fieldservice.dispatch.orders.VisitProgressed;
import dev.fieldservice.dispatch.tickets.TicketConsumers;
import dev.fieldservice.dispatch.workdays.StepConsumers;
import dev.fieldservice.platform.inbox.Handlers;
import dev.fieldservice.platform.inbox.Listening;
import jakarta.enterprise.context.ApplicationScoped;

/** The table of message handlers: a row for each event and version from other services. */
@ApplicationScoped
public class DispatchListening implements Listening {

    private final TicketConsumers tickets;
    private final FieldReports reports;
    private final StepConsumers steps;
    private final PartsConsumers parts;

    public DispatchListening(TicketConsumers tickets, FieldReports reports, StepConsumers steps, PartsConsumers parts) {
        this.tickets = tickets;
        this.reports = reports;
        this.steps = steps;
        this.parts = parts;
    }

    @Override
    public Handlers handlers() {
        return Handlers.table()
                .on(Topics.TICKET_CREATED, 1, TicketTold.class, tickets::told)
                .on(Topics.TICKET_CHANGED, 1, TicketTold.class, tickets::told)
                .on(Topics.VISIT_PROGRESSED, 1, VisitProgressed.class, steps::progressed)
                .on(Topics.JOB_COMPLETED, 1, JobCompleted.class, reports::completed)
                .on(Topics.JOB_CLOSED, 1, FieldReports.JobClosed.class, reports::closed)
                .on(Topics.PARTS_READINESS, 1, PartsConsumers.PartsTold.class, parts::told)
                .on(Topics.COMPANY_CHANGED, 1, CompanyChanged.class, CompanyConsumers::keep);
    }
}
