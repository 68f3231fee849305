package dev.fieldservice.billing.billables;

import dev.fieldservice.billing.billables.Difference.Kind;
import dev.fieldservice.billing.usages.BillableItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Holds the usages that were heard of against the list in the report of the closed job. The two come on different topics
 * in any order; when nothing differs, all that is to be billed is known and nothing else.
 */
final class Comparison {

    private final ClosedJob job;
    private final Map<UUID, BillableItem> seen = new LinkedHashMap<>();
    private final Set<UUID> explained = new HashSet<>();

    private Comparison(ClosedJob job, List<BillableItem> seen) {
        this.job = job;
        seen.forEach(item -> this.seen.put(item.usageId(), item));
        job.usages().forEach(usage -> explained.add(usage.usageId()));
        explained.addAll(job.reversedUsageIds());
    }

    static List<Difference> of(ClosedJob job, List<BillableItem> seen) {
        return new Comparison(job, seen).differences();
    }

    private List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        if (job.isCalledOff()) {
            differences.add(new Difference(
                    Kind.CALLED_OFF,
                    null,
                    "The job was called off: " + job.calledOff().reason()));
        }
        job.usages().forEach(usage -> listed(usage).ifPresent(differences::add));
        seen.values().stream().flatMap(this::unlisted).forEach(differences::add);
        return List.copyOf(differences);
    }

    private Optional<Difference> listed(ClosedJob.Usage usage) {
        BillableItem item = seen.get(usage.usageId());
        if (item == null) {
            return difference(Kind.USAGE_NOT_SEEN, usage, "is reported, but was not heard of yet");
        }
        if (item.isReversed()) {
            return difference(Kind.REVERSED_BUT_LISTED, usage, "is reported, but was taken back");
        }
        if (!item.partId().equals(usage.partId()) || !item.quantity().equals(usage.quantity())) {
            return difference(Kind.LISTED_DIFFERENTLY, usage, "is reported differently from what was used");
        }
        return Optional.empty();
    }

    private Stream<Difference> unlisted(BillableItem item) {
        return item.isReversed() || explained.contains(item.usageId())
                ? Stream.empty()
                : Stream.of(new Difference(
                        Kind.USAGE_NOT_LISTED,
                        item.usageId(),
                        "%s %s of part %s were used, but are not reported"
                                .formatted(
                                        item.quantity().amount().toPlainString(),
                                        item.quantity().unit(),
                                        item.partId())));
    }

    private static Optional<Difference> difference(Kind kind, ClosedJob.Usage usage, String what) {
        String subject = usage.quantity().amount().toPlainString() + " "
                + usage.quantity().unit() + " " + usage.partNumber() + " " + usage.partName();
        return Optional.of(new Difference(kind, usage.usageId(), subject + " " + what));
    }
}
