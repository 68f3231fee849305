package dev.fieldservice.billing.invoices;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The document that an invoice follows (EN 16931, BG-3), as it was when the draft was made.
 *
 * @param number null if that was a draft itself; the same of its date
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PrecedingDocument", description = "The document that it follows, as it was when the draft was made")
public record Preceding(
        @Schema(description = "Of a credit note with the cause CREDIT_REVERSED, otherwise of an invoice")
        UUID id,

        @Schema(nullable = true) String number,
        @Schema(nullable = true) LocalDate issueDate) {

    public static Preceding of(Invoice invoice) {
        return new Preceding(invoice.id(), invoice.number, invoice.issueDate);
    }
}
