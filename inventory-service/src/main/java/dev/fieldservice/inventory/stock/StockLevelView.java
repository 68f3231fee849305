package dev.fieldservice.inventory.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "StockLevel")
public record StockLevelView(Part part, Location location, StockAmount onHand) {

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
        return new StockLevelView(
                new Part(l.partId, l.partNumber, l.partName),
                new Location(l.locationId, l.locationName),
                new StockAmount(l.onHand, l.unit));
    }
}
