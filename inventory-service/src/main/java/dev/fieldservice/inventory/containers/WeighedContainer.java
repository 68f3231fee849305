package dev.fieldservice.inventory.containers;

import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.contracts.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the scales say. */
@Schema(name = "WeighedContainer")
public record WeighedContainer(
        @NotNull @Valid @Schema(description = "The container with what is in it")
        Quantity gross,

        @Size(min = 1, max = 1000)
        @Pattern(regexp = Text.LINES)
        @Schema(
                nullable = true,
                description = "Why it is more or less than was known to be in it; demanded where it is",
                examples = "Ventilul pierdea")
        String reason) {}
