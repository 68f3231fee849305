package dev.fieldservice.dispatch.territories;

import dev.fieldservice.contracts.GeoPoint;
import dev.fieldservice.contracts.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the back office enters about a territory. */
public record TerritoryDetails(
        @NotBlank @Size(max = 200) @Pattern(regexp = Text.LINE) @Schema(examples = "București Vest")
        String name,

        @NotNull @Size(min = 3, max = 200) @Schema(description = "Corners, in order; the last is joined to the first")
        List<@NotNull @Valid GeoPoint> boundary) {}
