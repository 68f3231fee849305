package dev.fieldservice.billing.billables;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which visit to the site each time entry belongs to: the one that the report says. Where an old report does not say it, whoever
 * works on the job, it is one visit until nobody was on it, or on the way to it, for longer than the gap.
 */
final class Visits {

    private final Duration gap;
    private final Map<UUID, Integer> byVisit = new HashMap<>();
    private final Map<UUID, Integer> byEntry = new HashMap<>();
    private int visits;
    private int unsaid;
    private Instant left;

    private Visits(Duration gap) {
        this.gap = gap;
    }

    static Visits of(List<ClosedJob.Labour> labour, Duration gap) {
        Visits visits = new Visits(gap);
        labour.stream()
                .sorted(Comparator.comparing(ClosedJob.Labour::startedAt))
                .forEach(entry -> visits.byEntry.put(
                        entry.entryId(), entry.visitId() == null ? visits.following(entry) : visits.said(entry)));
        return visits;
    }

    private int said(ClosedJob.Labour entry) {
        return byVisit.computeIfAbsent(entry.visitId(), visit -> next());
    }

    private int following(ClosedJob.Labour entry) {
        if (left == null || Duration.between(left, entry.startedAt()).compareTo(gap) > 0) {
            unsaid = next();
        }
        left = left == null || entry.endedAt().isAfter(left) ? entry.endedAt() : left;
        return unsaid;
    }

    private int next() {
        visits++;
        return visits;
    }

    /** The first is 1. */
    int of(ClosedJob.Labour entry) {
        return byEntry.get(entry.entryId());
    }
}
