package dev.fieldservice.billing.deliveries;

import dev.fieldservice.billing.documents.DocumentLanguage;
import dev.fieldservice.contracts.Text;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** To whom a document is to be sent. */
@Schema(name = "SendDocument")
public record SendDocument(
        @Email
        @Size(min = 3, max = 254)
        @Pattern(regexp = Text.LINE)
        @Schema(
                nullable = true,
                format = "email",
                description = "Otherwise the buyer's address for invoices, as it was known when it was issued",
                examples = "contabilitate@cotroceni.example")
        String to,

        @Size(min = 2, max = 2)
        @Pattern(regexp = DocumentLanguage.TAGS)
        @Schema(
                nullable = true,
                examples = "ro",
                description = "Of the mail and the PDF; otherwise that of the document")
        String language) {}
