package dev.fieldservice.inventory.containers;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a container goes. */
@Schema(name = "MovedContainer")
public record MovedContainer(
        @NotNull @Schema(description = "A warehouse or a vehicle")
        UUID toLocationId) {}
