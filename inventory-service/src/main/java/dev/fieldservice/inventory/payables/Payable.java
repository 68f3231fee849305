package dev.fieldservice.inventory.payables;

import dev.fieldservice.contracts.Money;
import dev.fieldservice.inventory.payables.SupplierInvoiceLifecycle.State;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An invoice that is to be paid, or is in question. */
@Schema(name = "Payable")
public record Payable(
        UUID supplierInvoiceId,
        UUID supplierId,
        String supplierName,

        @Schema(description = "The supplier's own") String number,

        @Schema(description = "A credit note is taken off what is to be paid: its total is negative")
        Kind kind,

        State state,
        LocalDate dueOn,

        @Schema(description = "By the company's clock: 0 until the day after it is due")
        int daysOverdue,

        Money total) {

    /** By what it asks for. */
    @Schema(name = "SupplierInvoiceKind")
    public enum Kind {
        INVOICE,
        CREDIT_NOTE;

        static Kind of(BigDecimal amount) {
            return amount.signum() < 0 ? CREDIT_NOTE : INVOICE;
        }
    }

    static Payable of(Tuple row) {
        return new Payable(
                row.get("id", UUID.class),
                row.get("supplier_id", UUID.class),
                row.get("supplier_name", String.class),
                row.get("number", String.class),
                Kind.of(row.get("total", BigDecimal.class)),
                State.valueOf(row.get("state", String.class)),
                row.get("due_on", LocalDate.class),
                row.get("overdue", Integer.class),
                new Money(row.get("total", BigDecimal.class), row.get("currency", String.class)));
    }

    /** Where in the list it is. */
    String position() {
        return dueOn + "|" + supplierInvoiceId;
    }
}
