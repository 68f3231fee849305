package dev.fieldservice.billing.pricing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.UnitPrice;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "LabourRate")
public record LabourRateView(
        UUID id,
        WorkKind kind,
        UnitPrice hourlyRate,

        @Schema(nullable = true, description = "Whose it is; everybody's if absent")
        UUID customerId,

        @Schema(nullable = true, description = "Of which contract it is; of none if absent")
        UUID contractId,

        @Schema(nullable = true, description = "For which type of work it is; for any if absent")
        UUID workTypeId,

        @Schema(description = "First day of work that it holds for")
        LocalDate validFrom,

        @Schema(nullable = true, description = "Last day of work that it holds for; until the next if absent")
        LocalDate validThrough,

        @Schema(description = "What it said before, oldest first")
        List<Correction> corrections,

        @Schema(nullable = true, description = "Once it was taken out of force")
        Withdrawal withdrawal) {

    static LabourRateView of(LabourRate r) {
        return new LabourRateView(
                r.id(),
                r.kind,
                new UnitPrice(r.hourlyRate, r.currency),
                r.customerId,
                r.contractId,
                r.workTypeId,
                r.validFrom,
                r.validThrough,
                r.corrections.items(),
                r.withdrawal);
    }
}
