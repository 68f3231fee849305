package dev.fieldservice.inventory.stock;

import dev.fieldservice.inventory.locations.Transit;
import dev.fieldservice.platform.aggregates.Identified;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;

/** How much of a part is at a place: the sum of its movements. Written by the {@link Ledger} alone. */
@Entity
@Immutable
public class StockLevel implements Identified {

    @Id
    UUID id;

    UUID partId;
    UUID locationId;
    String unit;
    BigDecimal onHand;

    /** Reserved for orders, of what is here. */
    BigDecimal allocated;

    @Formula("stock_on_order(part_id, location_id)")
    BigDecimal onOrder;

    @Formula("(select p.number from part p where p.id = part_id)")
    String partNumber;

    @Formula("(select p.name from part p where p.id = part_id)")
    String partName;

    @Formula("(select l.name from stock_location l where l.id = location_id)")
    String locationName;

    protected StockLevel() {}

    String locationName() {
        return locationId.equals(Transit.ID) ? Transit.NAME : locationName;
    }

    @Override
    public UUID id() {
        return id;
    }
}
