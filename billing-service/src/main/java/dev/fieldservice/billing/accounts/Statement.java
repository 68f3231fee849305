package dev.fieldservice.billing.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A statement of account. */
@Schema(name = "Statement")
public record Statement(
        UUID customerId,
        LocalDate from,
        LocalDate to,

        @Schema(description = "What was owed before the first day; negative if it is the customer's")
        Money opening,

        List<Entry> entries,

        @Schema(description = "What is owed after the last day")
        Money closing) {

    @Schema(name = "StatementEntryKind")
    public enum Kind {
        INVOICE,
        CREDIT_NOTE,
        PAYMENT,
        /** Money that was paid back to the customer. */
        REFUND,
        /** A payment or refund that was taken back. */
        TAKEN_BACK
    }

    /** One line. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "StatementEntry")
    public record Entry(
            @Schema(description = "Of the invoice, credit note or payment")
            UUID itemId,

            LocalDate bookedOn,
            Kind kind,

            @Schema(nullable = true, description = "The number of the document, or what the payer wrote")
            String reference,

            @Schema(nullable = true) LocalDate dueOn,

            @Schema(description = "Positive: the customer owes more; negative: less")
            Money amount,

            @Schema(description = "What is owed with this and all before it")
            Money balance) {}
}
