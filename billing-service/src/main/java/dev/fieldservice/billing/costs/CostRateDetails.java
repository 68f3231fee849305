package dev.fieldservice.billing.costs;

import dev.fieldservice.billing.pricing.WorkKind;
import dev.fieldservice.contracts.UnitPrice;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the accountant enters about the cost of an hour. */
public record CostRateDetails(
        @NotNull WorkKind kind,

        @Schema(nullable = true, description = "Whose hour, if it is not that of all who have no rate of their own")
        UUID technicianId,

        @NotNull UnitPrice hourlyCost,

        @NotNull @Schema(description = "First day of work that costs this", examples = "2026-03-01")
        LocalDate validFrom) {}
