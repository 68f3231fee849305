package dev.fieldservice.inventory.containers;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.Money;
import dev.fieldservice.inventory.containers.ContainerLifecycle.State;
import dev.fieldservice.inventory.locations.Visibility;
import dev.fieldservice.inventory.stock.StockAmount;
import dev.fieldservice.platform.offers.Offers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Container")
public record ContainerView(
        UUID id,
        String number,
        State state,

        @Offers("/v1/containers/{id}")
        @Schema(description = "The commands that the caller may give now, as they stand in the URL")
        List<String> allowedCommands,

        UUID partId,
        String partNumber,
        String partName,

        @Schema(nullable = true, description = "Where it is in stock")
        UUID locationId,

        @Schema(nullable = true) String locationName,

        @Schema(
                description =
                        "What is in it, of what is on hand there; negative where more was used of it than was known to be in it")
        StockAmount content,

        @Schema(description = "What it weighs empty") StockAmount tare,

        @Schema(description = "How much may be in it") StockAmount capacity,

        @Schema(nullable = true, description = "Whose it is; absent for the company's own")
        UUID supplierId,

        @Schema(nullable = true, description = "What was paid for it until it is returned")
        Money deposit,

        @Schema(nullable = true, description = "When it was weighed last")
        Instant weighedAt,

        Instant registeredAt,
        Instant changedAt) {

    /** For whoever has commanded it. */
    static ContainerView of(Container c) {
        return seenBy(c, new Visibility(Optional.empty()));
    }

    static ContainerView seenBy(Container c, Visibility visibility) {
        return shown(
                c,
                new PastContainers.Past(c.id(), c.state, c.locationId, c.locationName, c.content),
                c.allowedCommands(visibility));
    }

    /** As it was; nobody commands the past. */
    static ContainerView asOf(Container c, PastContainers.Past past) {
        return shown(c, past, List.of());
    }

    private static ContainerView shown(Container c, PastContainers.Past past, List<String> allowedCommands) {
        return new ContainerView(
                c.id(),
                c.number,
                past.state(),
                allowedCommands,
                c.partId,
                c.partNumber,
                c.partName,
                past.location(),
                past.locationName(),
                new StockAmount(past.content(), c.unit),
                new StockAmount(c.tare, c.unit),
                new StockAmount(c.capacity, c.unit),
                c.supplierId,
                c.deposit == null ? null : new Money(c.deposit, c.depositCurrency),
                c.weighedAt,
                c.registeredAt,
                c.changedAt);
    }
}
