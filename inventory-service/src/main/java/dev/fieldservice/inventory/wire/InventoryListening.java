package dev.fieldservice.inventory.wire;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.inventory.stock.PartsConsumed;
import dev.fieldservice.inventory.stock.StockConsumers;
import dev.fieldservice.platform.inbox.Handlers;
import dev.fieldservice.platform.inbox.Listening;
import jakarta.enterprise.context.ApplicationScoped;

/** What is heard from the other services: a row for each event and version. */
@ApplicationScoped
public class InventoryListening implements Listening {

    private final StockConsumers stock;

    public InventoryListening(StockConsumers stock) {
        this.stock = stock;
    }

    @Override
    public Handlers handlers() {
        return Handlers.table().on(Topics.PARTS_CONSUMED, 1, PartsConsumed.class, stock::partsConsumed);
    }
}
