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
@Schema(name = "PartCost")
public record PartCostView(
        UUID id,
        UUID partId,

        @Schema(nullable = true, description = "Absent as long as nothing was heard of the part")
        String partNumber,

        @Schema(nullable = true) String partName,
        UnitPrice unitCost,

        @Schema(description = "First day of use that it holds for")
        LocalDate validFrom,

        @Schema(description = "What it said before, oldest first")
        List<Correction> corrections,

        @Schema(nullable = true, description = "Once it was taken out of force")
        Withdrawal withdrawal) {

    static PartCostView of(PartCost c) {
        return new PartCostView(
                c.id(),
                c.partId,
                c.partNumber,
                c.partName,
                c.unitCost(),
                c.validFrom(),
                c.corrections(),
                c.withdrawal().orElse(null));
    }
}
