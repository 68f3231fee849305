package dev.fieldservice.inventory.counts;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to be counted. */
@Schema(name = "NewStockCount")
public record NewCount(
        @NotNull UUID locationId,

        @Size(min = 1, max = 200)
        @Schema(nullable = true, description = "All that the ledger has there, where left out")
        List<@NotNull UUID> partIds) {

    Optional<List<UUID>> named() {
        return Optional.ofNullable(partIds).map(ids -> ids.stream().distinct().toList());
    }
}
