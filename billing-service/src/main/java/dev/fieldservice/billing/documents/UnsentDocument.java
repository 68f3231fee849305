package dev.fieldservice.billing.documents;

import dev.fieldservice.contracts.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was issued and has reached nobody. */
@Schema(name = "UnsentDocument")
public record UnsentDocument(
        @Schema(description = "That of the invoice or the credit note")
        UUID id,

        DocumentType type,

        @Schema(examples = "FS-2026-000001") String number,

        UUID customerId,
        String buyerName,
        Money gross,
        LocalDate issueDate,

        @Schema(description = "Days since it was issued, by the company's clock", minimum = "0")
        long ageInDays,

        @Schema(description = "Who issued it") String issuedBy,

        @Schema(description = "NOT_SENT: to nobody, as the buyer has no address for mail, or nobody wanted it")
        Delivery delivery) {

    static UnsentDocument of(IssuedDocument document, LocalDate today) {
        return new UnsentDocument(
                document.id(),
                document.type,
                document.number,
                document.customerId,
                document.buyerName,
                new Money(document.gross, document.currency),
                document.issueDate,
                Math.max(0, ChronoUnit.DAYS.between(document.issueDate, today)),
                document.issuedBy,
                document.delivery);
    }
}
