package dev.fieldservice.dispatch.territories;

import dev.fieldservice.contracts.GeoPoint;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Territory")
public record TerritoryView(UUID id, String name, List<GeoPoint> boundary) {

    static TerritoryView of(ServiceTerritory t) {
        return new TerritoryView(t.id(), t.name, t.boundary.corners());
    }
}
