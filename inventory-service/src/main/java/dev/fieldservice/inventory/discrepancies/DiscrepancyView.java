package dev.fieldservice.inventory.discrepancies;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.inventory.discrepancies.DiscrepancyLifecycle.State;
import dev.fieldservice.platform.offers.Offers;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Discrepancy")
public record DiscrepancyView(
        UUID id,
        DiscrepancyKind kind,
        State state,

        @Offers("/v1/discrepancies/{id}")
        @Schema(description = "The commands that the caller may give now, as they stand in the URL")
        List<String> allowedCommands,

        UUID partId,
        UUID locationId,

        @Schema(nullable = true, description = "Of the piece that it is about, or the number of the container")
        String serial,

        @Schema(nullable = true, description = "The job whose usage brought it to light")
        UUID orderId,

        @Schema(nullable = true) UUID ticketId,

        @Schema(description = "Who has to clear it up: a person, or the role storekeeper")
        String owner,

        @Schema(description = "What is found; of negative stock the level as it is now, until it is resolved")
        String detail,

        Instant openedAt,
        @Schema(nullable = true) Instant resolvedAt,
        @Schema(nullable = true) String resolvedBy,
        @Schema(nullable = true) String resolution) {

    static DiscrepancyView of(Discrepancy d) {
        return new DiscrepancyView(
                d.id(),
                d.kind,
                d.state,
                DiscrepancyLifecycle.words(d.state),
                d.partId,
                d.locationId,
                d.serial,
                d.orderId,
                d.ticketId,
                d.owner,
                d.detail(),
                d.openedAt,
                d.resolvedAt,
                d.resolvedBy,
                d.resolution);
    }
}
