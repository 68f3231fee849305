package dev.fieldservice.billing.payments;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.billing.pricing.Withdrawal;
import dev.fieldservice.contracts.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Payment")
public record PaymentView(
        UUID id,

        @Schema(nullable = true, description = "Absent as long as nobody has said whose it is")
        UUID customerId,

        @Schema(description = "Negative: it was paid back to the customer")
        Money amount,

        @Schema(
                description =
                        "What is not allocated of it, with the sign of the amount; nothing once it was taken back")
        Money unallocated,

        LocalDate receivedOn,
        @Schema(nullable = true) String payerName,
        @Schema(nullable = true) String payerIban,
        @Schema(nullable = true) String reference,

        @Schema(nullable = true, description = "The bank statement that it stood on; absent if it was entered by hand")
        UUID statementId,

        Instant recordedAt,

        @Schema(nullable = true, description = "From this day on it does not count")
        LocalDate takenBackOn,

        @Schema(nullable = true, description = "By whom, when and why it was taken back")
        Withdrawal takenBack) {

    static PaymentView of(Payment p) {
        return new PaymentView(
                p.id(),
                p.customer().orElse(null),
                p.paid(),
                p.unallocated(),
                p.bookedOn(),
                p.payerName,
                p.payerIban,
                p.reference,
                p.statementId,
                p.recordedAt,
                p.takenBackOn,
                p.takenBack);
    }
}
