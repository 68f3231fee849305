package dev.fieldservice.inventory.wire;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.inventory.locations.StockLocation;
import dev.fieldservice.inventory.parts.Part;
import dev.fieldservice.platform.retelling.Retelling;
import dev.fieldservice.platform.retelling.Tellings;
import jakarta.enterprise.context.ApplicationScoped;

/** The table of events that can be replayed: a row for each event that carries a state. */
@ApplicationScoped
public class InventoryRetelling implements Retelling {

    @Override
    public Tellings tellings() {
        return Tellings.table()
                .on(Topics.PART_REGISTERED, Part.class, (part, by) -> part.tell())
                .on(Topics.STOCK_LOCATION_REGISTERED, StockLocation.class, (location, by) -> location.tell());
    }
}
