package dev.fieldservice.billing.billables;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which visit to the site each time entry belongs to. Reports do not say it: whoever works on a job, it is one visit until nobody
 * was on it, or on the way to it, for longer than the gap.
 */
final class Visits {

    private final Map<UUID, Integer> byEntry = new HashMap<>();

    private Visits() {}

    static Visits of(List<ClosedJob.Labour> labour, Duration gap) {
        Visits visits = new Visits();
        int visit = 0;
        Instant left = null;
        List<ClosedJob.Labour> inOrder = labour.stream()
                .sorted(Comparator.comparing(ClosedJob.Labour::startedAt))
                .toList();
        for (ClosedJob.Labour entry : inOrder) {
            if (left == null || Duration.between(left, entry.startedAt()).compareTo(gap) > 0) {
                visit++;
            }
            left = left == null || entry.endedAt().isAfter(left) ? entry.endedAt() : left;
            visits.byEntry.put(entry.entryId(), visit);
        }
        return visits;
    }

    /** The first is 1. */
    int of(ClosedJob.Labour entry) {
        return byEntry.get(entry.entryId());
    }
}
