package dev.fieldservice.inventory.returns;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.inventory.returns.SupplierReturnLifecycle.State;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A return to a supplier as it stands in a list. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SupplierReturnSummary")
public record SupplierReturnSummary(
        UUID id,
        String number,
        State state,
        UUID supplierId,
        String supplierName,
        Instant draftedAt,
        @Schema(nullable = true) Instant sentAt,

        @Schema(nullable = true, description = "The supplier's own number of what credits it")
        String creditNote) {

    static SupplierReturnSummary of(SupplierReturn r) {
        return new SupplierReturnSummary(
                r.id(), r.number, r.state, r.supplierId, r.supplierName, r.draftedAt, r.sentAt, r.creditNote);
    }
}
