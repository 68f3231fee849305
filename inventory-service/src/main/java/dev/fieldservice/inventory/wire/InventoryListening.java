package dev.fieldservice.inventory.wire;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.inventory.company.CompanyChanged;
import dev.fieldservice.inventory.company.CompanyConsumers;
import dev.fieldservice.inventory.stock.PartsConsumed;
import dev.fieldservice.inventory.stock.StockConsumers;
import dev.fieldservice.platform.inbox.Handlers;
import dev.fieldservice.platform.inbox.Listening;
import jakarta.enterprise.context.ApplicationScoped;

/** The table of message handlers: a row for each event and version from other services. */
@ApplicationScoped
public class InventoryListening implements Listening {

    private final StockConsumers stock;

    public InventoryListening(StockConsumers stock) {
        this.stock = stock;
    }

    @Override
    public Handlers handlers() {
        return Handlers.table()
                .on(Topics.PARTS_CONSUMED, 1, PartsConsumed.class, stock::partsConsumed)
                .on(Topics.COMPANY_CHANGED, 1, CompanyChanged.class, CompanyConsumers::keep);
    }
}
