package dev.fieldservice.billing.invoices;

import java.util.Collections;
import java.util.Set;
import java.util.UUID;

/**
 * Usages and time entries that came back after a job was billed.
 *
 * @param now those that came back just now
 * @param ever all that did
 */
public record TakenBack(Set<UUID> now, Set<UUID> ever) {

    /** What is charged once for a visit comes back with the last of its time. @param work null if it was not kept */
    boolean takes(InvoiceLine line, Work work) {
        if (work == null || !line.kind.isOfVisit() || line.sourceId == null) {
            return line.sourceId != null && now.contains(line.sourceId);
        }
        Set<UUID> visit = work.entries(line.kind, line.origin());
        return !Collections.disjoint(visit, now) && ever.containsAll(visit);
    }
}
