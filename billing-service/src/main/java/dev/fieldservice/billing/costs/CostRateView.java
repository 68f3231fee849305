package dev.fieldservice.billing.costs;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.billing.pricing.Correction;
import dev.fieldservice.billing.pricing.Withdrawal;
import dev.fieldservice.contracts.UnitPrice;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CostRate")
public record CostRateView(
        UUID id,
        CostKind kind,

        @Schema(nullable = true, description = "Absent for all who have no rate of their own")
        UUID technicianId,

        @Schema(nullable = true, description = "Of LABOUR and TRAVEL")
        UnitPrice hourlyCost,

        @Schema(nullable = true, description = "Of KILOMETRES")
        UnitPrice kilometreCost,

        @Schema(description = "First day of work that it holds for")
        LocalDate validFrom,

        @Schema(description = "What it said before, oldest first")
        List<Correction> corrections,

        @Schema(nullable = true, description = "Once it was taken out of force")
        Withdrawal withdrawal) {

    static CostRateView of(CostRate r) {
        return new CostRateView(
                r.id(),
                r.kind,
                r.technicianId,
                r.kind == CostKind.KILOMETRES ? null : r.unitCost(),
                r.kind == CostKind.KILOMETRES ? r.unitCost() : null,
                r.validFrom(),
                r.corrections(),
                r.withdrawal().orElse(null));
    }
}
