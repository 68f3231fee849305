package dev.fieldservice.billing.receivables;

import dev.fieldservice.contracts.Money;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much a list of receivables is. */
@Schema(name = "ReceivableSums")
public record ReceivableSums(
        @Schema(description = "One for each currency; none where the list is empty")
        List<OfCurrency> items) {

    static final String SELECT = "currency as currency, count(*) as many, sum(amount) as total, sum(open) as open";
    static final String BY = "currency";

    /** What is in one currency: credit notes count less. */
    @Schema(name = "ReceivableSum")
    public record OfCurrency(
            @Schema(description = "Documents") long count,

            @Schema(description = "With tax, less credit notes")
            Money total,

            @Schema(description = "Of these what is not paid, or set off otherwise")
            Money open) {}

    static ReceivableSums of(List<Tuple> rows) {
        return new ReceivableSums(rows.stream().map(ReceivableSums::ofCurrency).toList());
    }

    private static OfCurrency ofCurrency(Tuple row) {
        String currency = row.get("currency", String.class);
        return new OfCurrency(
                row.get("many", Long.class),
                new Money(row.get("total", BigDecimal.class), currency),
                new Money(row.get("open", BigDecimal.class), currency));
    }
}
