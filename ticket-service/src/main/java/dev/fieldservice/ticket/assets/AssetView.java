package dev.fieldservice.ticket.assets;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Asset")
public record AssetView(
        UUID id,
        UUID customerId,
        UUID locationId,
        String name,
        @Schema(nullable = true) String serialNumber,
        @Schema(nullable = true) String manufacturer,
        @Schema(nullable = true) String model,

        @Schema(nullable = true, description = "The machine that it is a part of; absent where it stands by itself")
        UUID partOf,

        @Schema(nullable = true, description = "Absent while it is in use")
        Instant retiredAt,

        @Schema(nullable = true) String retiredBecause) {

    public static AssetView of(Asset a) {
        return new AssetView(
                a.id(),
                a.customerId,
                a.locationId,
                a.name,
                a.serialNumber,
                a.manufacturer,
                a.model,
                a.partOf,
                a.retiredAt,
                a.retiredBecause);
    }
}
