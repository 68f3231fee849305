package dev.fieldservice.inventory.suppliers;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.fieldservice.contracts.UnitPrice;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "SupplierPart", description = "How a supplier sells a part")
public record SupplierPartView(
        UUID id,
        UUID supplierId,
        UUID partId,
        String partNumber,
        String supplierNumber,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(type = SchemaType.STRING, maxLength = 20, description = "In the part's unit")
        BigDecimal packSize,

        @Schema(description = "Unit code of UN/ECE Recommendation 20")
        String unit,

        UnitPrice unitPrice,
        int leadTimeDays,
        boolean preferred,
        boolean offered) {

    static SupplierPartView of(SupplierPart p) {
        return new SupplierPartView(
                p.id(),
                p.supplierId,
                p.partId,
                p.partNumber,
                p.supplierNumber,
                p.packSize,
                p.unit,
                p.price(),
                p.leadTimeDays,
                p.preferred,
                p.offered);
    }
}
