package dev.fieldservice.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The customer's machine, as events show it. */
@Schema(description = "The customer's machine")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AssetRef(
        @NotNull UUID id,

        @Schema(description = "What it is called on site", examples = "Chiller lactate 1")
        @NotBlank
        @Size(max = 200)
        @Pattern(regexp = Text.LINE)
        String name,

        @Schema(description = "Serial number on the plate", examples = "CH-2021-004417", nullable = true)
        @Size(min = 1, max = 100)
        @Pattern(regexp = Text.LINE)
        String serialNumber,

        @Schema(description = "Manufacturer", examples = "Frigomont", nullable = true)
        @Size(min = 1, max = 100)
        @Pattern(regexp = Text.LINE)
        String manufacturer,

        @Schema(description = "Model", examples = "FX-40", nullable = true)
        @Size(min = 1, max = 100)
        @Pattern(regexp = Text.LINE)
        String model) {}
