package dev.fieldservice.billing.receivables;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.billing.owners.Owner;
import dev.fieldservice.contracts.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Receivable")
public record ReceivableView(
        @Schema(description = "That of the invoice or credit note")
        UUID id,

        String number,
        UUID customerId,

        @Schema(description = "As it stands on the document")
        String customerName,

        LocalDate issueDate,
        LocalDate dueDate,

        @Schema(description = "With tax; negative for a credit note")
        Money total,

        @Schema(description = "What is not paid, or set off otherwise; with the sign of the total")
        Money open,

        @Schema(nullable = true, description = "The day on which nothing was open any more")
        LocalDate settledOn,

        @Schema(nullable = true, description = "Who saw to the document before it was issued")
        Owner owner) {

    static ReceivableView of(Receivable r) {
        return new ReceivableView(
                r.id(),
                r.number,
                r.customer().orElseThrow(),
                r.customerName,
                r.bookedOn(),
                r.dueDate,
                r.amount(),
                r.open(),
                r.settledOn(),
                r.owner);
    }
}
