package dev.fieldservice.billing.costs;

import dev.fieldservice.contracts.Text;
import dev.fieldservice.contracts.UnitPrice;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an hour costs the company in truth, from the same day on. */
public record CostRateCorrection(
        @NotNull UnitPrice hourlyCost,

        @NotBlank
        @Size(max = 1000)
        @Pattern(regexp = Text.LINES)
        @Schema(description = "Stays to be seen with the rate")
        String reason) {}
