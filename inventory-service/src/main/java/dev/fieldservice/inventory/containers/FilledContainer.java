package dev.fieldservice.inventory.containers;

import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.contracts.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What went into a container. */
@Schema(name = "FilledContainer")
public record FilledContainer(
        @NotNull Source source,

        @NotNull @Valid @Schema(description = "In the part's unit, or in another in which it is handled")
        Quantity quantity,

        @Size(min = 1, max = 1000)
        @Pattern(regexp = Text.LINES)
        @Schema(nullable = true, description = "What for, or out of what", examples = "Recuperat din vitrina nr. 3")
        String reason) {

    /** Where it comes from. */
    @Schema(name = "FillingSource")
    public enum Source {
        /** What stands at the place in no container. */
        STOCK,
        /** A customer's machine. */
        RECOVERED
    }
}
