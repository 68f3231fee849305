package dev.fieldservice.platform.errands;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Concurrency limiter: how many jobs of each kind this replica has in hand. */
final class InHand {

    private final Map<String, Integer> counts = new HashMap<>();
    private final Set<String> crowded = new HashSet<>();

    synchronized int free(String kind, int atOnce) {
        return atOnce - counts.getOrDefault(kind, 0);
    }

    synchronized void enter(String kind) {
        counts.merge(kind, 1, Integer::sum);
    }

    /** @return whether more of the kind may be waiting for the place that was left */
    synchronized boolean leave(String kind) {
        counts.merge(kind, -1, Integer::sum);
        notifyAll();
        return crowded.contains(kind);
    }

    /** Says whether all places that were free were taken, which means that there may be more. */
    synchronized void note(String kind, boolean isCrowded) {
        if (isCrowded) {
            crowded.add(kind);
        } else {
            crowded.remove(kind);
        }
    }

    /** Waits until nothing is in hand, but no longer than this. */
    synchronized void awaitNone(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        long left = longest.toMillis();
        while (left > 0 && counts.values().stream().anyMatch(count -> count > 0)) {
            wait(left);
            left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        }
    }
}
