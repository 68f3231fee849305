package dev.fieldservice.billing.pricing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TaxRule")
public record TaxRuleView(
        UUID id,
        @Schema(nullable = true) UUID customerId,
        @Schema(nullable = true) UUID partId,
        @Schema(nullable = true) WorkKind workKind,
        TaxCategory category,
        TaxLevel level,
        @Schema(nullable = true) String exemptionReason,
        String reason,
        LocalDate validFrom,

        @Schema(nullable = true, description = "Once it was taken out of force")
        Withdrawal withdrawal) {

    static TaxRuleView of(TaxRule r) {
        return new TaxRuleView(
                r.id(),
                r.customerId,
                r.partId,
                r.workKind,
                r.category,
                r.level,
                r.exemptionReason,
                r.reason,
                r.validFrom,
                r.withdrawal);
    }
}
