package dev.fieldservice.workorder.wire;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.inbox.Handlers;
import dev.fieldservice.platform.inbox.Listening;
import dev.fieldservice.workorder.checklists.WorkTypeConsumers;
import dev.fieldservice.workorder.company.CompanyChanged;
import dev.fieldservice.workorder.company.CompanyConsumers;
import dev.fieldservice.workorder.customers.CustomerConsumers;
import dev.fieldservice.workorder.customers.CustomerConsumers.ContactChanged;
import dev.fieldservice.workorder.customers.CustomerConsumers.CustomerChanged;
import dev.fieldservice.workorder.parts.Catalogue;
import dev.fieldservice.workorder.reviews.JobReturns;
import dev.fieldservice.workorder.workorders.AssignmentConsumers;
import dev.fieldservice.workorder.workorders.JobReturned;
import dev.fieldservice.workorder.workorders.OrderAssigned;
import dev.fieldservice.workorder.workorders.OrderUnassigned;
import dev.fieldservice.workorder.workorders.TicketConsumers;
import dev.fieldservice.workorder.workorders.TicketTold;
import dev.fieldservice.workorder.worktypes.WorkType;
import jakarta.enterprise.context.ApplicationScoped;

/** The table of message handlers: a row for each event and version from other services. */
@ApplicationScoped
public class WorkOrderListening implements Listening {

    private final JobReturns returns;

    public WorkOrderListening(JobReturns returns) {
        this.returns = returns;
    }

    @Override
    public Handlers handlers() {
        return Handlers.table()
                .on(Topics.TICKET_CHANGED, 1, TicketTold.class, TicketConsumers::changed)
                .on(Topics.ORDER_ASSIGNED, 1, OrderAssigned.class, AssignmentConsumers::assigned)
                .on(Topics.ORDER_UNASSIGNED, 1, OrderUnassigned.class, AssignmentConsumers::unassigned)
                .on(Topics.WORK_TYPE_DEFINED, 1, WorkType.class, WorkTypeConsumers::defined)
                .on(Topics.PART_REGISTERED, 1, Catalogue.PartRegistered.class, Catalogue::keep)
                .on(Topics.STOCK_LOCATION_REGISTERED, 1, Catalogue.StockLocationRegistered.class, Catalogue::keep)
                .on(Topics.JOB_RETURNED, 1, JobReturned.class, returns::heard)
                .on(Topics.COMPANY_CHANGED, 1, CompanyChanged.class, CompanyConsumers::keep)
                .on(Topics.CUSTOMER_CHANGED, 1, CustomerChanged.class, CustomerConsumers::keep)
                .on(Topics.CONTACT_CHANGED, 1, ContactChanged.class, CustomerConsumers::keep);
    }
}
