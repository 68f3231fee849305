package dev.fieldservice.billing.accounting;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.billing.pricing.TaxCategory;
import dev.fieldservice.contracts.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "JournalEntry")
public record JournalEntryView(
        UUID id,
        DocumentKind kind,

        @Schema(description = "Of the invoice, the credit note, the payment or the allocation")
        UUID documentId,

        @Schema(examples = "FS-2026-000001") String documentNumber,

        @Schema(description = "The document's day, by the company's clock")
        LocalDate bookedOn,

        @Schema(nullable = true, description = "Absent for a payment of which nobody knows whose it is")
        UUID customerId,

        @Schema(nullable = true, description = "As the document names them")
        String customerName,

        @Schema(nullable = true, description = "The job that it is about")
        UUID orderId,

        @Schema(nullable = true, description = "Absent as long as it is not exported")
        UUID exportId,

        @Schema(description = "Debit and credit come to the same")
        List<Posting> postings) {

    /** An amount on one side of one account. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "JournalPosting")
    public record Posting(
            @Schema(examples = "4111") String account,

            @Schema(description = "What it is for, by which the settings choose the account")
            Purpose purpose,

            @Schema(nullable = true, description = "A posting has either debit or credit")
            Money debit,

            @Schema(nullable = true) Money credit,

            @Schema(nullable = true, description = "UNCL 5305; of what is sold and its tax")
            TaxCategory taxCategory,

            @Schema(nullable = true, type = SchemaType.STRING, examples = "21.00")
            @JsonFormat(shape = JsonFormat.Shape.STRING)
            BigDecimal taxPercent) {

        static Posting of(JournalPosting posting, String currency) {
            return new Posting(
                    posting.account,
                    posting.purpose,
                    money(posting.debit, currency),
                    money(posting.credit, currency),
                    posting.taxCategory,
                    posting.taxPercent);
        }

        private static Money money(BigDecimal amount, String currency) {
            return amount.signum() == 0 ? null : new Money(amount, currency);
        }
    }

    static JournalEntryView of(JournalEntry e) {
        return new JournalEntryView(
                e.id,
                e.kind,
                e.documentId,
                e.documentNumber,
                e.bookedOn,
                e.customerId,
                e.customerName,
                e.orderId,
                e.exportId,
                e.postings.stream()
                        .map(posting -> Posting.of(posting, e.currency))
                        .toList());
    }
}
