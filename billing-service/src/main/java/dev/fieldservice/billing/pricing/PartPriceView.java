package dev.fieldservice.billing.pricing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.UnitPrice;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PartPrice")
public record PartPriceView(
        UUID id,
        UUID partId,

        @Schema(nullable = true, description = "Absent as long as nothing was heard of the part")
        String partNumber,

        @Schema(nullable = true) String partName,
        UnitPrice unitPrice,

        @Schema(nullable = true, description = "Whose it is; everybody's if absent")
        UUID customerId,

        @Schema(nullable = true, description = "Of which contract it is; of none if absent")
        UUID contractId,

        @Schema(description = "First day of work that it holds for")
        LocalDate validFrom,

        @Schema(nullable = true, description = "Last day of work that it holds for; until the next if absent")
        LocalDate validThrough,

        @Schema(description = "What it said before, oldest first")
        List<Correction> corrections,

        @Schema(nullable = true, description = "Once it was taken out of force")
        Withdrawal withdrawal) {

    static PartPriceView of(PartPrice p) {
        return new PartPriceView(
                p.id(),
                p.partId,
                p.partNumber,
                p.partName,
                new UnitPrice(p.unitPrice, p.currency),
                p.customerId,
                p.contractId,
                p.validFrom,
                p.validThrough,
                p.corrections.items(),
                p.withdrawal);
    }
}
