package dev.fieldservice.billing.invoices;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.billing.invoices.InvoiceLifecycle.State;
import dev.fieldservice.contracts.CustomerRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Invoice")
public record InvoiceView(
        UUID id,

        @Schema(nullable = true, description = "Given when it is issued", examples = "FS-2026-000001")
        String number,

        State state,

        @Schema(description = "What the invoice takes now, as it stands in the URL")
        List<String> allowedCommands,

        UUID orderId,
        String orderNumber,
        UUID ticketId,
        String ticketNumber,

        @Schema(description = "The customer as known when the job was closed")
        CustomerRef buyer,

        @Schema(description = "The day the job was closed, by the site's clock; its prices and rates count")
        LocalDate performedOn,

        @Schema(nullable = true, description = "What the technician wants finance to know")
        String notes,

        String currency,
        List<InvoiceLineView> lines,

        @Schema(description = "How many lines have no price or tax rate yet; they are missing from the totals")
        int unpricedLines,

        Totals totals,
        Instant draftedAt,
        @Schema(nullable = true) Instant issuedAt,
        @Schema(nullable = true) LocalDate issueDate,
        @Schema(nullable = true) LocalDate dueDate) {

    static InvoiceView of(Invoice i) {
        String currency = i.totals.gross().currency();
        return new InvoiceView(
                i.id(),
                i.number,
                i.state,
                InvoiceLifecycle.TABLE.words(i.state),
                i.orderId,
                i.orderNumber,
                i.ticketId,
                i.ticketNumber,
                i.buyer,
                i.performedOn,
                i.notes,
                currency,
                i.lines.stream().map(line -> InvoiceLineView.of(line, currency)).toList(),
                i.unpriced,
                i.totals,
                i.draftedAt,
                i.issuedAt,
                i.issueDate,
                i.dueDate);
    }
}
