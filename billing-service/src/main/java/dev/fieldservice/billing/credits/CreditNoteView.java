package dev.fieldservice.billing.credits;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.billing.company.Seller;
import dev.fieldservice.billing.credits.CreditNoteLifecycle.State;
import dev.fieldservice.billing.invoices.Totals;
import dev.fieldservice.billing.owners.Owner;
import dev.fieldservice.billing.pricing.Withdrawal;
import dev.fieldservice.contracts.CustomerRef;
import dev.fieldservice.platform.offers.Offers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CreditNote")
public record CreditNoteView(
        UUID id,

        @Schema(nullable = true, description = "Given when it is issued", examples = "CN-2026-000001")
        String number,

        State state,

        @Offers("/v1/credit-notes/{id}")
        @Schema(description = "The commands that the caller may give now, as they stand in the URL")
        List<String> allowedCommands,

        @Schema(description = "Not drafted by a person: something came back that is billed")
        boolean proposed,

        @Schema(description = "The invoice of which it takes back")
        UUID invoiceId,

        String invoiceNumber,
        LocalDate invoiceDate,
        UUID orderId,
        String orderNumber,
        UUID ticketId,
        String ticketNumber,
        @Schema(nullable = true) Seller seller,
        @Schema(description = "As the invoice says") CustomerRef buyer,
        String reason,
        @Schema(nullable = true) Owner owner,
        String currency,
        List<CreditNoteLineView> lines,

        @Schema(description = "What is taken back; positive, as on paper")
        Totals totals,

        @Schema(nullable = true, description = "By whom, when and why nothing is credited; once it is DISCARDED")
        Withdrawal discarded,

        Instant draftedAt,
        @Schema(nullable = true) Instant issuedAt,
        @Schema(nullable = true) LocalDate issueDate) {

    static CreditNoteView of(CreditNote n) {
        String currency = n.totals.gross().currency();
        return new CreditNoteView(
                n.id(),
                n.number,
                n.state,
                words(n),
                n.proposed,
                n.invoiceId,
                n.invoiceNumber,
                n.invoiceDate,
                n.orderId,
                n.orderNumber,
                n.ticketId,
                n.ticketNumber,
                n.seller,
                n.buyer,
                n.reason,
                n.owner,
                currency,
                n.lines.stream()
                        .map(line -> CreditNoteLineView.of(line, currency))
                        .toList(),
                n.totals,
                n.discarded,
                n.draftedAt,
                n.issuedAt,
                n.issueDate);
    }

    private static List<String> words(CreditNote n) {
        return n.state == State.ISSUED ? List.of("reverse") : CreditNoteLifecycle.TABLE.words(n.state);
    }
}
