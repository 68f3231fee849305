package dev.fieldservice.billing.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.billing.pricing.Withdrawal;
import dev.fieldservice.contracts.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Allocation")
public record AllocationView(
        UUID id,
        UUID customerId,
        UUID debitId,
        UUID creditId,
        Money amount,

        @Schema(description = "From this day on it counts: the first on which both were there")
        LocalDate allocatedOn,

        Instant allocatedAt,

        @Schema(nullable = true, description = "From this day on it does not count any more")
        LocalDate undoneOn,

        @Schema(nullable = true, description = "By whom, when and why it was undone")
        Withdrawal undone) {

    static AllocationView of(Allocation a) {
        return new AllocationView(
                a.id(),
                a.customerId,
                a.debitId,
                a.creditId,
                new Money(a.amount, a.currency),
                a.allocatedOn,
                a.allocatedAt,
                a.undoneOn,
                a.undone);
    }
}
