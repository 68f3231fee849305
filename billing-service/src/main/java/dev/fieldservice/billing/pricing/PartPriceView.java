package dev.fieldservice.billing.pricing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
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
        LocalDate validFrom) {

    static PartPriceView of(PartPrice p, BillingTerms terms) {
        return new PartPriceView(
                p.id(), p.partId, p.partNumber, p.partName, new UnitPrice(p.unitPrice, terms.currency()), p.validFrom);
    }
}
