package dev.fieldservice.billing.bankstatements;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a line of a bank statement. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BankStatementLine")
public record StatementLine(
        @Schema(description = "Where it stands, from 1 on") int row,
        Outcome outcome,
        LocalDate bookedOn,

        @Schema(description = "Negative if money went out") Money amount,

        @Schema(nullable = true) String payerName,

        @Schema(nullable = true, description = "What the payer wrote")
        String reference,

        @Schema(nullable = true, description = "That was recorded; absent if there is none, or nothing was recorded")
        UUID paymentId,

        @Schema(nullable = true, description = "Whose it is; absent if that is not certain")
        UUID customerId,

        @Schema(description = "What it pays; what is left of it stays unallocated")
        List<Paid> paid) {

    @Schema(name = "BankStatementLineOutcome")
    public enum Outcome {
        /** A payment, recorded unless it is a dry run. */
        PAYMENT,
        /** It was recorded before. */
        KNOWN,
        /** Money went out: what was paid back to a customer is recorded by hand. */
        DEBIT,
        /** Announced, and not booked yet. */
        NOT_BOOKED,
        /** The bank takes something back: the payment is taken back by hand. */
        REVERSAL
    }

    /** How much of it is for what. */
    @Schema(name = "BankStatementLinePart")
    public record Paid(UUID receivableId, String number, Money amount) {}
}
