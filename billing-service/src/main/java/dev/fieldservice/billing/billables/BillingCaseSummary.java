package dev.fieldservice.billing.billables;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.billing.billables.BillingCaseLifecycle.State;
import dev.fieldservice.billing.owners.Owner;
import dev.fieldservice.billing.returns.SentBack;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A billing case as it stands in a list. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BillingCaseSummary(
        @Schema(description = "The job's id") UUID id,
        State state,

        @Schema(description = "Something came after the decision that contradicts it, and is not billed")
        boolean unexpected,

        @Schema(
                description =
                        "Parts were used that are not billed: taken out of the draft, written off, or nothing was billed")
        boolean partsLeftOut,

        UUID ticketId,
        @Schema(nullable = true) String orderNumber,
        @Schema(nullable = true) String customerName,
        @Schema(nullable = true) Instant closedAt,
        @Schema(nullable = true) UUID invoiceId,
        @Schema(nullable = true) Owner owner,

        @Schema(nullable = true, description = "It is with those who did the job, until that is closed again")
        SentBack sentBack,

        @Schema(description = "Before the decision: what is waited for. After it: what contradicts it")
        List<Difference> differences) {

    static BillingCaseSummary of(BillingCase c) {
        Optional<ClosedJob> job = Optional.ofNullable(c.job);
        return new BillingCaseSummary(
                c.id(),
                c.state,
                c.unexpected,
                c.leavesPartsOut(),
                c.ticketId,
                job.map(ClosedJob::orderNumber).orElse(null),
                job.map(closed -> closed.customer().name()).orElse(null),
                job.map(ClosedJob::closedAt).orElse(null),
                c.invoiceId,
                c.owner,
                c.sentBack,
                c.differences());
    }
}
