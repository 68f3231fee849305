package dev.fieldservice.billing.billables;

import dev.fieldservice.billing.billables.Difference.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Holds the usages that were heard of against the list in the report of the closed job. The two come on different topics
 * in any order; when nothing differs, all that is to be billed is known and nothing else.
 */
final class Comparison {

    private final ClosedJob job;
    private final List<BillableItem> seen;

    private Comparison(ClosedJob job, List<BillableItem> seen) {
        this.job = job;
        this.seen = seen;
    }

    /** @param job empty as long as it is not closed */
    static List<Difference> of(Optional<ClosedJob> job, List<BillableItem> seen) {
        return job.map(closed -> new Comparison(closed, seen).differences())
                .orElseGet(
                        () -> List.of(new Difference(Kind.JOB_NOT_CLOSED, null, "The job has not been closed yet.")));
    }

    private List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        job.usages().forEach(usage -> listed(usage).ifPresent(differences::add));
        seen.stream().flatMap(this::unlisted).forEach(differences::add);
        return List.copyOf(differences);
    }

    private Optional<Difference> listed(ClosedJob.Usage usage) {
        Optional<BillableItem> item =
                seen.stream().filter(each -> each.isOf(usage.usageId())).findFirst();
        if (item.isEmpty()) {
            return difference(Kind.USAGE_NOT_SEEN, usage, "is reported, but was not heard of yet");
        }
        if (item.get().reversed) {
            return difference(Kind.REVERSED_BUT_LISTED, usage, "is reported, but was taken back");
        }
        if (!item.get().partId.equals(usage.partId()) || !item.get().quantity().equals(usage.quantity())) {
            return difference(Kind.LISTED_DIFFERENTLY, usage, "is reported differently from what was used");
        }
        return Optional.empty();
    }

    private Stream<Difference> unlisted(BillableItem item) {
        boolean isExplained = item.reversed
                || job.usage(item.usageId).isPresent()
                || job.reversedUsageIds().contains(item.usageId);
        return isExplained
                ? Stream.empty()
                : Stream.of(new Difference(
                        Kind.USAGE_NOT_LISTED,
                        item.usageId,
                        "%s %s of part %s were used, but are not reported"
                                .formatted(item.amount.toPlainString(), item.unit, item.partId)));
    }

    private static Optional<Difference> difference(Kind kind, ClosedJob.Usage usage, String what) {
        String subject = usage.quantity().amount().toPlainString() + " "
                + usage.quantity().unit() + " " + usage.partNumber() + " " + usage.partName();
        return Optional.of(new Difference(kind, usage.usageId(), subject + " " + what));
    }
}
