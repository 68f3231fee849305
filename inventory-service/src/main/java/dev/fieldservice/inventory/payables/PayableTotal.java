package dev.fieldservice.inventory.payables;

import dev.fieldservice.contracts.Money;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to be paid, in one currency. */
@Schema(name = "PayableTotal")
public record PayableTotal(
        @Schema(description = "All that is to be paid, due or not, less what is credited")
        Money toPay,

        @Schema(description = "Of it, overdue") Money overdue,

        @Schema(description = "Of it, due within seven days from today")
        Money dueThisWeek,

        @Schema(description = "Beside it, in question") Money inQuestion,

        @Schema(description = "Invoices that are to be paid, and credit notes that are to be taken off")
        long invoices) {

    static PayableTotal of(Tuple row) {
        String currency = row.get("currency", String.class);
        return new PayableTotal(
                new Money(row.get("to_pay", BigDecimal.class), currency),
                new Money(row.get("overdue", BigDecimal.class), currency),
                new Money(row.get("this_week", BigDecimal.class), currency),
                new Money(row.get("in_question", BigDecimal.class), currency),
                row.get("invoices", Long.class));
    }
}
