package dev.fieldservice.billing.exchangerates;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.billing.pricing.Withdrawal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ExchangeRate")
public record ExchangeRateView(
        UUID id,
        String currency,

        @Schema(description = "On which the bank told it") LocalDate day,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(description = "Lei for one unit", type = SchemaType.STRING, examples = "5.092100")
        BigDecimal lei,

        @Schema(nullable = true, description = "Once it was taken out of force")
        Withdrawal withdrawal) {

    static ExchangeRateView of(ExchangeRate r) {
        return new ExchangeRateView(r.id(), r.currency, r.day, r.lei, r.withdrawal);
    }
}
