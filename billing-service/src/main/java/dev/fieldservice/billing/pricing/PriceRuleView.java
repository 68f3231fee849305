package dev.fieldservice.billing.pricing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PriceRule")
public record PriceRuleView(
        UUID id,
        String name,
        @Schema(nullable = true) UUID customerId,
        @Schema(nullable = true) UUID contractId,
        @Schema(nullable = true) UUID assetId,
        @Schema(nullable = true) UUID partId,
        @Schema(nullable = true) UUID workTypeId,
        @Schema(nullable = true) List<ChargeKind> kinds,
        @Schema(nullable = true) PriceTerms.Band band,
        @Schema(nullable = true) PriceTerms.VisitTerms visit,
        @Schema(nullable = true) PriceTerms.FixedPrice fixedPrice,
        @Schema(nullable = true) PriceTerms.Discount discount,
        @Schema(nullable = true) PriceTerms.Coverage coverage,
        @Schema(nullable = true) PriceTerms.Zone zone,
        String reason,
        LocalDate validFrom,
        @Schema(nullable = true) LocalDate validThrough,

        @Schema(nullable = true, description = "Once it was taken out of force")
        Withdrawal withdrawal) {

    static PriceRuleView of(PriceRule r) {
        return new PriceRuleView(
                r.id(),
                r.name,
                r.customerId,
                r.contractId,
                r.assetId,
                r.partId,
                r.workTypeId,
                r.terms.kinds(),
                r.terms.band(),
                r.terms.visit(),
                r.terms.fixedPrice(),
                r.terms.discount(),
                r.terms.coverage(),
                r.terms.zone(),
                r.reason,
                r.validFrom,
                r.validThrough,
                r.withdrawal);
    }
}
