package dev.fieldservice.billing.invoices;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.Money;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether an invoice is paid: what stands on the customer's account beside it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "InvoicePayment")
public record PaymentStatus(
        @Schema(description = "What is not paid, or set off otherwise")
        Money open,

        @Schema(nullable = true, description = "The day on which nothing was open any more")
        LocalDate settledOn) {

    /** Null in a draft. */
    static PaymentStatus of(Invoice invoice) {
        return invoice.open == null
                ? null
                : new PaymentStatus(new Money(invoice.open, invoice.currency()), invoice.settledOn);
    }
}
