package dev.fieldservice.billing.backlog;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.billing.owners.Owner;
import dev.fieldservice.billing.returns.SentBack;
import dev.fieldservice.contracts.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BillingBacklogItem")
public record BacklogView(
        @Schema(description = "Of the billing case, the invoice or the credit note, by kind")
        UUID id,

        BacklogKind kind,
        UUID orderId,
        @Schema(nullable = true) String orderNumber,
        UUID ticketId,
        @Schema(nullable = true) String customerName,

        @Schema(description = "When the job was closed, or the draft made")
        Instant since,

        @Schema(description = "Whole days since then") long ageDays,

        @Schema(description = "It waits for longer than it should")
        boolean stale,

        @Schema(nullable = true) Owner owner,

        @Schema(nullable = true, description = "It waits for those who did the job, who are to put it right")
        SentBack sentBack,

        @Schema(
                nullable = true,
                description =
                        "With tax, as far as it has prices; negative for a credit note; absent for a job that is not billed")
        Money sum) {

    static BacklogView of(BacklogItem i, Instant now, Instant staleBefore) {
        return new BacklogView(
                i.id,
                i.kind,
                i.orderId,
                i.orderNumber,
                i.ticketId,
                i.customerName,
                i.since,
                Math.max(0, Duration.between(i.since, now).toDays()),
                i.since.isBefore(staleBefore),
                i.owner().orElse(null),
                i.sentBack,
                i.sum().orElse(null));
    }
}
