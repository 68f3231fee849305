package dev.fieldservice.inventory.containers;

import dev.fieldservice.contracts.Money;
import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.contracts.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A container with nothing in it: what it came with is received, what was there without one is filled in. */
@Schema(name = "NewContainer")
public record NewContainer(
        @NotNull @Schema(description = "What it is for; of a part that is not counted in pieces")
        UUID partId,

        @NotNull @Schema(description = "Where it is") UUID locationId,

        @NotBlank
        @Size(max = 100)
        @Pattern(regexp = Text.LINE)
        @Schema(description = "As it stands on it; each container has its own", examples = "CIL-0471")
        String number,

        @NotNull @Valid @Schema(description = "What it weighs empty")
        Quantity tare,

        @NotNull @Valid @Schema(description = "How much of the part may be in it")
        Quantity capacity,

        @Schema(nullable = true, description = "Whose it is; absent for the company's own")
        UUID supplierId,

        @Valid @Schema(nullable = true, description = "What was paid for it until it is returned")
        Money deposit) {}
