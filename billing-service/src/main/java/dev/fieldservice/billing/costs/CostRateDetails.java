package dev.fieldservice.billing.costs;

import dev.fieldservice.contracts.UnitPrice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the accountant enters about the cost of an hour or of a kilometre. */
public record CostRateDetails(
        @NotNull CostKind kind,

        @Schema(nullable = true, description = "Whose it is, if it is not that of all who have no rate of their own")
        UUID technicianId,

        @Schema(nullable = true, description = "Needed with LABOUR and TRAVEL, and only with these") @Valid
        UnitPrice hourlyCost,

        @Schema(nullable = true, description = "Needed with KILOMETRES, and only with these") @Valid
        UnitPrice kilometreCost,

        @NotNull @Schema(description = "First day of work that costs this", examples = "2026-03-01")
        LocalDate validFrom) {

    /** That of its kind. */
    UnitPrice cost() {
        return kind == CostKind.KILOMETRES ? kilometreCost : hourlyCost;
    }
}
