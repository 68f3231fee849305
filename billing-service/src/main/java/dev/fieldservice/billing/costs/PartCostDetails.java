package dev.fieldservice.billing.costs;

import dev.fieldservice.contracts.UnitPrice;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the accountant enters about a part's cost. */
public record PartCostDetails(
        @NotNull @Schema(description = "One that is registered; one of just now is heard of in a moment")
        UUID partId,

        @NotNull UnitPrice unitCost,

        @NotNull @Schema(description = "First day of use that costs this", examples = "2026-03-01")
        LocalDate validFrom) {}
