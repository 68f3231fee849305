package dev.fieldservice.billing.invoices;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.billing.invoices.InvoiceLifecycle.State;
import dev.fieldservice.billing.owners.Owner;
import dev.fieldservice.contracts.Money;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An invoice as it stands in a list. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InvoiceSummary(
        UUID id,
        @Schema(nullable = true) String number,
        State state,
        InvoiceCause cause,
        UUID orderId,
        String orderNumber,
        UUID ticketId,
        String buyerName,
        Money gross,

        @Schema(nullable = true, description = "What its credit notes take back of it; absent if there is none")
        Money credited,

        int unpricedLines,
        @Schema(nullable = true) Owner owner,

        @Schema(description = "Issued on prices or tax rates that were put right afterwards; to be credited")
        boolean pricesCorrected,

        @Schema(nullable = true) LocalDate issueDate,
        @Schema(nullable = true) LocalDate dueDate,

        @Schema(nullable = true, description = "Whether it is paid; once it is issued")
        PaymentStatus payment) {

    static InvoiceSummary of(Invoice i) {
        return new InvoiceSummary(
                i.id(),
                i.number,
                i.state,
                i.cause,
                i.orderId,
                i.orderNumber,
                i.ticketId,
                i.buyer.name(),
                i.totals.gross(),
                Optional.ofNullable(i.credited).map(Totals::gross).orElse(null),
                i.unpriced,
                i.owner,
                i.pricesCorrected,
                i.issueDate,
                i.dueDate,
                PaymentStatus.of(i));
    }
}
