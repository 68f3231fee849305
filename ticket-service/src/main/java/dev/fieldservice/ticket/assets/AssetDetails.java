package dev.fieldservice.ticket.assets;

import dev.fieldservice.contracts.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the back office enters about a machine. */
public record AssetDetails(
        @NotNull UUID customerId,

        @NotNull @Schema(description = "The site where it stands")
        UUID locationId,

        @NotBlank @Size(max = 200) @Pattern(regexp = Text.LINE) @Schema(examples = "Chiller lactate 1")
        String name,

        @Size(min = 1, max = 100) @Pattern(regexp = Text.LINE) @Schema(nullable = true, examples = "FX40-2021-004417")
        String serialNumber,

        @Size(min = 1, max = 100) @Pattern(regexp = Text.LINE) @Schema(nullable = true)
        String manufacturer,

        @Size(min = 1, max = 100) @Pattern(regexp = Text.LINE) @Schema(nullable = true)
        String model) {}
