package dev.fieldservice.workorder.wire;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.inbox.Handlers;
import dev.fieldservice.platform.inbox.Listening;
import dev.fieldservice.workorder.parts.Catalogue;
import dev.fieldservice.workorder.workorders.AssignmentConsumers;
import dev.fieldservice.workorder.workorders.OrderAssigned;
import dev.fieldservice.workorder.workorders.OrderUnassigned;
import jakarta.enterprise.context.ApplicationScoped;

/** What is heard from the other services: a row for each event and version. */
@ApplicationScoped
public class WorkOrderListening implements Listening {

    @Override
    public Handlers handlers() {
        return Handlers.table()
                .on(Topics.ORDER_ASSIGNED, 1, OrderAssigned.class, AssignmentConsumers::assigned)
                .on(Topics.ORDER_UNASSIGNED, 1, OrderUnassigned.class, AssignmentConsumers::unassigned)
                .on(Topics.PART_REGISTERED, 1, Catalogue.PartRegistered.class, Catalogue::keep)
                .on(Topics.STOCK_LOCATION_REGISTERED, 1, Catalogue.StockLocationRegistered.class, Catalogue::keep);
    }
}
