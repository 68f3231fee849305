package dev.fieldservice.billing.einvoices;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "EInvoice")
public record EInvoiceView(
        @Schema(description = "That of the invoice or the credit note")
        UUID id,

        @Schema(description = "Of the document", examples = "FS-2026-000001")
        String number,

        EInvoiceLifecycle.State state,

        @Schema(description = "SHA-256 of the XML, in hexadecimal")
        String sha256,

        @Schema(nullable = true, description = "Given by the tax authority")
        String uploadIndex,

        @Schema(nullable = true, description = "Why it was refused, in the words of the tax authority")
        String refusal,

        Instant readyAt,

        @Schema(description = "When it came into this state")
        Instant stateSince) {

    static EInvoiceView of(EInvoice e) {
        return new EInvoiceView(
                e.id(), e.number, e.state, e.xmlSha256, e.uploadIndex, e.refusal, e.readyAt, e.changedStateAt);
    }
}
