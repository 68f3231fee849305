package dev.fieldservice.inventory.values;

import dev.fieldservice.contracts.Money;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What all stock was worth, in one currency. */
@Schema(name = "StockValueTotal")
public record StockValueTotal(
        @Schema(description = "Of each part at each place, rounded to the cent, and added up")
        Money value,

        @Schema(description = "Parts at places where there is some, or less than nothing")
        long stocked,

        @Schema(description = "Of these, without a cost: the value is too low by them")
        long withoutCost) {

    static StockValueTotal of(Tuple row) {
        return new StockValueTotal(
                new Money(row.get("value", BigDecimal.class), row.get("currency", String.class)),
                row.get("stocked", Long.class),
                row.get("without_cost", Long.class));
    }
}
