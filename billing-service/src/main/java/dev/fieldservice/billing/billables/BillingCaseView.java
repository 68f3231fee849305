package dev.fieldservice.billing.billables;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.billing.billables.BillingCaseLifecycle.State;
import dev.fieldservice.billing.invoices.JobSignature;
import dev.fieldservice.billing.owners.Owner;
import dev.fieldservice.billing.returns.SentBack;
import dev.fieldservice.billing.usages.BillableItem;
import dev.fieldservice.contracts.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BillingCase")
public record BillingCaseView(
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
        @Schema(nullable = true) String billingNotes,

        @Schema(nullable = true, description = "Of the closed job; absent if nobody recorded what the customer said")
        JobSignature signature,

        @Schema(nullable = true) UUID invoiceId,
        @Schema(nullable = true) Owner owner,

        @Schema(nullable = true, description = "It is with those who did the job, until that is closed again")
        SentBack sentBack,

        @Schema(description = "Before the decision: what is waited for. After it: what contradicts it")
        List<Difference> differences,

        @Schema(description = "All usages of the job that were heard of")
        List<Usage> usages) {

    /** What becomes of a usage. */
    public enum UsageState {
        RECORDED,
        REVERSED,
        /** Not billed: taken out of the draft, written off, or nothing was billed. */
        LEFT_OUT,
        /** Came after the decision and contradicts it; not billed. */
        UNEXPECTED
    }

    /** One usage of the job. */
    @Schema(name = "BillableItem")
    public record Usage(UUID usageId, UUID partId, Quantity quantity, UsageState state, Instant occurredAt) {}

    static BillingCaseView of(BillingCases.CaseWithItems found) {
        BillingCase c = found.billing();
        Optional<ClosedJob> job = Optional.ofNullable(c.job);
        return new BillingCaseView(
                c.id(),
                c.state,
                c.unexpected,
                c.leavesPartsOut(),
                c.ticketId,
                job.map(ClosedJob::orderNumber).orElse(null),
                job.map(closed -> closed.customer().name()).orElse(null),
                job.map(ClosedJob::closedAt).orElse(null),
                job.map(ClosedJob::billingNotes).orElse(null),
                job.flatMap(ClosedJob::signed).orElse(null),
                c.invoiceId,
                c.owner,
                c.sentBack,
                c.differences(),
                found.items().stream().map(item -> usage(found, item)).toList());
    }

    private static Usage usage(BillingCases.CaseWithItems found, BillableItem item) {
        return new Usage(item.usageId(), item.partId(), item.quantity(), state(found, item), item.occurredAt());
    }

    private static UsageState state(BillingCases.CaseWithItems found, BillableItem item) {
        BillingCase c = found.billing();
        if (c.unexpected
                && c.differences.items().stream()
                        .anyMatch(each -> item.usageId().equals(each.usageId()))) {
            return UsageState.UNEXPECTED;
        }
        if (item.isReversed()) {
            return UsageState.REVERSED;
        }
        return c.isDecided() && !found.billed().contains(item.usageId()) ? UsageState.LEFT_OUT : UsageState.RECORDED;
    }
}
