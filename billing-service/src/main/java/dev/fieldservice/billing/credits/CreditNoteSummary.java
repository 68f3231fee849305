package dev.fieldservice.billing.credits;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.billing.credits.CreditNoteLifecycle.State;
import dev.fieldservice.billing.owners.Owner;
import dev.fieldservice.contracts.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A credit note as it stands in a list. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreditNoteSummary(
        UUID id,
        @Schema(nullable = true) String number,
        State state,

        @Schema(description = "Not drafted by a person: something came back that is billed")
        boolean proposed,

        UUID invoiceId,
        String invoiceNumber,
        UUID orderId,
        UUID ticketId,
        String buyerName,

        @Schema(description = "What is taken back; positive")
        Money gross,

        String reason,
        @Schema(nullable = true) Owner owner,
        @Schema(nullable = true) LocalDate issueDate) {

    static CreditNoteSummary of(CreditNote n) {
        return new CreditNoteSummary(
                n.id(),
                n.number,
                n.state,
                n.proposed,
                n.invoiceId,
                n.invoiceNumber,
                n.orderId,
                n.ticketId,
                n.buyer.name(),
                n.totals.gross(),
                n.reason,
                n.owner,
                n.issueDate);
    }
}
