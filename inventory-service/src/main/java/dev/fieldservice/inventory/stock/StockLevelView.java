package dev.fieldservice.inventory.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "StockLevel")
public record StockLevelView(
        Part part,
        Location location,
        @Schema(description = "What is there") StockAmount onHand,

        @Schema(description = "What of it is reserved for orders")
        StockAmount allocated,

        @Schema(description = "What is there and not reserved")
        StockAmount available,

        @Schema(description = "What has been ordered and has not come")
        StockAmount onOrder) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "StockedPart", description = "Without number and name if the part is not known")
    public record Part(
            UUID id,
            @Schema(nullable = true) String number,
            @Schema(nullable = true) String name) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "StockedLocation", description = "Without name if the location is not known")
    public record Location(UUID id, @Schema(nullable = true) String name) {}

    static StockLevelView of(StockLevel l) {
        return of(l, l.onHand, l.allocated, l.onOrder);
    }

    /** As it was then. */
    static StockLevelView of(StockLevel l, PastLevels.Past past) {
        return of(l, past.onHand(), past.allocated(), past.onOrder());
    }

    private static StockLevelView of(StockLevel l, BigDecimal onHand, BigDecimal allocated, BigDecimal onOrder) {
        return new StockLevelView(
                new Part(l.partId, l.partNumber, l.partName),
                new Location(l.locationId, l.locationName()),
                new StockAmount(onHand, l.unit),
                new StockAmount(allocated, l.unit),
                new StockAmount(onHand.subtract(allocated), l.unit),
                new StockAmount(onOrder, l.unit));
    }
}
