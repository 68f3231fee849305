package dev.fieldservice.billing.billables;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing in which what was used and what was reported at closing do not agree. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BillingDifference")
public record Difference(Kind kind, @Schema(nullable = true) UUID usageId, String detail) {

    @Schema(name = "BillingDifferenceKind")
    public enum Kind {
        /** The job is not closed yet. */
        JOB_NOT_CLOSED,
        /** The report lists a usage that was not heard of yet. */
        USAGE_NOT_SEEN,
        /** A usage was heard of that the report does not list. */
        USAGE_NOT_LISTED,
        /** The report lists a usage that was taken back. */
        REVERSED_BUT_LISTED,
        /** The report lists another part or quantity than was used. */
        LISTED_DIFFERENTLY,
        /** The job was cancelled or rejected before it was done: whether it is billed, a person decides. */
        CALLED_OFF
    }

    /** What stands between a job that is not closed and its invoice. */
    static final List<Difference> NOT_CLOSED =
            List.of(new Difference(Kind.JOB_NOT_CLOSED, null, "The job has not been closed yet."));

    /** As it is stored. */
    record All(List<Difference> items) {
        static final All NONE = new All(List.of());

        List<Difference> besides(All known) {
            return items.stream().filter(each -> !known.items.contains(each)).toList();
        }

        /** Usages that the report does not list. */
        boolean writesOff() {
            return items.stream().anyMatch(each -> each.kind() == Kind.USAGE_NOT_LISTED);
        }

        /** Usages that the report lists although they were taken back. */
        Set<UUID> reversed() {
            return items.stream()
                    .filter(each -> each.kind() == Kind.REVERSED_BUT_LISTED)
                    .map(Difference::usageId)
                    .collect(Collectors.toSet());
        }

        boolean areNone() {
            return items.isEmpty();
        }
    }
}
