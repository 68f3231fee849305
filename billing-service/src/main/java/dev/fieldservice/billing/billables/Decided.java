package dev.fieldservice.billing.billables;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The usages and time entries about which a decision was made: billed, or not to be.
 *
 * @param closure the newest of the job that was decided about; 0 for none
 * @param takenBack of the sources, those that came back afterwards
 */
record Decided(int closure, Set<UUID> sources, Set<UUID> takenBack) {

    static final Decided NOTHING = new Decided(0, Set.of(), Set.of());

    /** All that this report has. */
    Decided with(ClosedJob job) {
        return new Decided(job.closureNumber(), union(sources, job.sources()), takenBack);
    }

    Decided without(Set<UUID> gone) {
        return new Decided(closure, sources, union(takenBack, gone));
    }

    /** What was decided about, has not come back before, and comes back now. */
    Set<UUID> comingBack(Predicate<UUID> isGone) {
        return sources.stream()
                .filter(source -> !takenBack.contains(source))
                .filter(isGone)
                .collect(Collectors.toSet());
    }

    private static Set<UUID> union(Collection<UUID> some, Collection<UUID> others) {
        Set<UUID> all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }
}
