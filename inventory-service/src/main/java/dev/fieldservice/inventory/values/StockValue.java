package dev.fieldservice.inventory.values;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.Money;
import dev.fieldservice.contracts.UnitPrice;
import dev.fieldservice.inventory.locations.Transit;
import dev.fieldservice.inventory.stock.StockAmount;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a part at a place was worth. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "StockValue")
public record StockValue(
        UUID partId,

        @Schema(nullable = true, description = "Absent if the part is not known; so is the name")
        String partNumber,

        @Schema(nullable = true) String partName,
        UUID locationId,
        @Schema(nullable = true) String locationName,
        StockAmount onHand,

        @Schema(nullable = true, description = "The moving average; absent as long as no price of the part was told")
        UnitPrice unitCost,

        @Schema(
                nullable = true,
                description = "Quantity × average, half up; below zero where more was used than was known to be there")
        Money value,

        @JsonIgnore @Schema(hidden = true) UUID position) {

    static StockValue of(Tuple row) {
        BigDecimal onHand = row.get("on_hand", BigDecimal.class);
        BigDecimal average = row.get("average", BigDecimal.class);
        String currency = row.get("currency", String.class);
        UUID location = row.get("location_id", UUID.class);
        return new StockValue(
                row.get("part_id", UUID.class),
                row.get("part_number", String.class),
                row.get("part_name", String.class),
                location,
                location.equals(Transit.ID) ? Transit.NAME : row.get("location_name", String.class),
                new StockAmount(onHand, row.get("unit", String.class)),
                average == null ? null : new UnitPrice(average, currency),
                average == null ? null : Money.rounded(onHand.multiply(average), currency),
                row.get("id", UUID.class));
    }
}
