package dev.fieldservice.inventory.purchases;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.inventory.purchases.PurchaseOrderLifecycle.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A purchase order as it stands in a list. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PurchaseOrderSummary")
public record PurchaseOrderSummary(
        UUID id,
        String number,
        State state,
        UUID supplierId,
        String supplierName,
        UUID locationId,

        @Schema(description = "ISO 4217 code") String currency,

        Instant draftedAt,
        @Schema(nullable = true) Instant orderedAt,

        @Schema(nullable = true, description = "Once it is ordered")
        LocalDate expectedOn,

        @Schema(nullable = true, description = "Where it is late")
        Lateness late) {

    /** @param late null if it is not */
    static PurchaseOrderSummary of(PurchaseOrder o, Lateness late) {
        return new PurchaseOrderSummary(
                o.id(),
                o.number,
                o.state,
                o.supplierId,
                o.supplierName,
                o.locationId,
                o.currency,
                o.draftedAt,
                o.orderedAt,
                o.expectedOn,
                late);
    }
}
