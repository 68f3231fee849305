package dev.fieldservice.inventory.suppliers;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Supplier")
public record SupplierView(
        UUID id,
        String name,
        @Schema(nullable = true) String taxId,
        @Schema(nullable = true) String email,
        @Schema(nullable = true) String phone,

        @Schema(description = "ISO 4217 code") String currency,

        int paymentDays,

        @Schema(nullable = true, description = "In which orders are written to the supplier")
        String language) {

    static SupplierView of(Supplier s) {
        return new SupplierView(s.id(), s.name, s.taxId, s.email, s.phone, s.currency, s.paymentDays, s.language);
    }
}
