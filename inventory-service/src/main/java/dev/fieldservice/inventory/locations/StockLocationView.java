package dev.fieldservice.inventory.locations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "StockLocation")
public record StockLocationView(
        UUID id,
        LocationKind kind,
        String name,
        @Schema(nullable = true) UUID technicianId,
        @Schema(nullable = true) String responsible) {

    static StockLocationView of(StockLocation l) {
        return new StockLocationView(l.id(), l.kind, l.name, l.technicianId, l.responsible);
    }
}
