package dev.fieldservice.workorder.workorders;

import dev.fieldservice.workorder.visits.Assignment;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What was planned and does not stand any more, oldest first. Nobody had set out, as far as was known; whose phone was out of reach
 * may have, and what they did before it was taken away counts.
 */
record TakenAway(List<Plan> plans) {

    static final TakenAway NOTHING = new TakenAway(List.of());

    private static final int MOST = 20;

    /**
     * @param assignment as it stood
     * @param from who does not have it any more
     * @param at when it was decided
     */
    record Plan(UUID appointmentId, Assignment assignment, List<UUID> from, Instant at) {}

    /** The oldest are forgotten. */
    TakenAway with(Plan newest) {
        return new TakenAway(Stream.concat(plans.stream().skip(Math.max(0, plans.size() - MOST + 1)), Stream.of(newest))
                .toList());
    }

    boolean wasOf(UUID technician) {
        return plans.stream().anyMatch(plan -> plan.from.contains(technician));
    }

    /** What somebody had when this happened. */
    Optional<Plan> from(UUID technician, Instant happened) {
        return plans.stream()
                .filter(plan -> plan.from.contains(technician) && plan.at.isAfter(happened))
                .min(Comparator.comparing(Plan::at));
    }
}
