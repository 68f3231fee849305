package dev.fieldservice.billing.costs;

import dev.fieldservice.contracts.Text;
import dev.fieldservice.contracts.UnitPrice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an hour or a kilometre costs the company in truth, from the same day on. */
public record CostRateCorrection(
        @Schema(nullable = true, description = "Needed with LABOUR and TRAVEL, and only with these") @Valid
        UnitPrice hourlyCost,

        @Schema(nullable = true, description = "Needed with KILOMETRES, and only with these") @Valid
        UnitPrice kilometreCost,

        @NotBlank
        @Size(max = 1000)
        @Pattern(regexp = Text.LINES)
        @Schema(description = "Stays to be seen with the rate")
        String reason) {

    /** The one that is given. */
    UnitPrice cost() {
        return hourlyCost == null ? kilometreCost : hourlyCost;
    }
}
