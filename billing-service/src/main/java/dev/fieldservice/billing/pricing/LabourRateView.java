package dev.fieldservice.billing.pricing;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "LabourRate")
public record LabourRateView(UUID id, WorkKind kind, UnitPrice hourlyRate, LocalDate validFrom) {

    static LabourRateView of(LabourRate r, BillingTerms terms) {
        return new LabourRateView(r.id(), r.kind, new UnitPrice(r.hourlyRate, terms.currency()), r.validFrom);
    }
}
