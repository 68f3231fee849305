package dev.fieldservice.billing.accounting;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.billing.pricing.TaxCategory;
import dev.fieldservice.contracts.Money;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was booked on an account, and how it was taxed. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AccountTotal")
public record AccountTotal(
        @Schema(examples = "4427") String account,

        @Schema(nullable = true, description = "UNCL 5305; of what is sold and its tax")
        TaxCategory taxCategory,

        @Schema(nullable = true, type = SchemaType.STRING, examples = "21.00")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal taxPercent,

        Money debit,
        Money credit) {

    static AccountTotal of(Tuple row) {
        String currency = row.get("currency", String.class);
        return new AccountTotal(
                row.get("account", String.class),
                Optional.ofNullable(row.get("tax_category", String.class))
                        .map(TaxCategory::valueOf)
                        .orElse(null),
                row.get("tax_percent", BigDecimal.class),
                new Money(row.get("debit", BigDecimal.class), currency),
                new Money(row.get("credit", BigDecimal.class), currency));
    }
}
