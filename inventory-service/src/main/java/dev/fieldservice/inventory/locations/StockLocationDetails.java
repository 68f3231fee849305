package dev.fieldservice.inventory.locations;

import dev.fieldservice.contracts.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the store enters about a place that holds stock. */
public record StockLocationDetails(
        @NotNull LocationKind kind,

        @NotBlank @Size(max = 200) @Pattern(regexp = Text.LINE) @Schema(examples = "Duba lui Tudor")
        String name,

        @Schema(nullable = true, description = "Who drives the vehicle; each technician has one vehicle at most")
        UUID technicianId,

        @Size(min = 1, max = 200)
        @Pattern(regexp = Text.LINE)
        @Schema(nullable = true, description = "Who answers for the stock here; the storekeepers where nobody is named")
        String responsible) {}
