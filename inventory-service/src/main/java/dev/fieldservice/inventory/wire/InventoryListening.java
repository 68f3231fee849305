package dev.fieldservice.inventory.wire;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.inventory.company.CompanyChanged;
import dev.fieldservice.inventory.company.CompanyConsumers;
import dev.fieldservice.inventory.reservations.OrderAssigned;
import dev.fieldservice.inventory.reservations.OrderUnassigned;
import dev.fieldservice.inventory.reservations.PlanConsumers;
import dev.fieldservice.inventory.reservations.VisitProgressed;
import dev.fieldservice.inventory.stock.PartsConsumed;
import dev.fieldservice.inventory.stock.StockConsumers;
import dev.fieldservice.platform.inbox.Handlers;
import dev.fieldservice.platform.inbox.Listening;
import jakarta.enterprise.context.ApplicationScoped;

/** The table of message handlers: a row for each event and version from other services. */
@ApplicationScoped
public class InventoryListening implements Listening {

    private final StockConsumers stock;
    private final PlanConsumers plans;

    public InventoryListening(StockConsumers stock, PlanConsumers plans) {
        this.stock = stock;
        this.plans = plans;
    }

    @Override
    public Handlers handlers() {
        return Handlers.table()
                .on(Topics.PARTS_CONSUMED, 1, PartsConsumed.class, stock::partsConsumed)
                .on(Topics.COMPANY_CHANGED, 1, CompanyChanged.class, CompanyConsumers::keep)
                .on(Topics.ORDER_ASSIGNED, 1, OrderAssigned.class, plans::assigned)
                .on(Topics.ORDER_UNASSIGNED, 1, OrderUnassigned.class, plans::unassigned)
                .on(Topics.VISIT_PROGRESSED, 1, VisitProgressed.class, plans::progressed);
    }
}
