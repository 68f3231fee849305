package dev.fieldservice.billing.pricing;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "TaxRate")
public record TaxRateView(
        UUID id,
        TaxCategory category,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING, examples = "21.00")
        BigDecimal percent,

        LocalDate validFrom) {

    static TaxRateView of(TaxRate r) {
        return new TaxRateView(r.id(), r.category, r.percent, r.validFrom);
    }
}
