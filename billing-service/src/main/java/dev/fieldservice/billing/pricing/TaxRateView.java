package dev.fieldservice.billing.pricing;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TaxRate")
public record TaxRateView(
        UUID id,
        TaxCategory category,
        TaxLevel level,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING, examples = "21.00")
        BigDecimal percent,

        @Schema(description = "First day of work that it holds for")
        LocalDate validFrom,

        @Schema(description = "What it said before, oldest first")
        List<Correction> corrections,

        @Schema(nullable = true, description = "Once it was taken out of force")
        Withdrawal withdrawal) {

    static TaxRateView of(TaxRate r) {
        return new TaxRateView(
                r.id(), r.category, r.level, r.percent, r.validFrom, r.corrections.items(), r.withdrawal);
    }
}
