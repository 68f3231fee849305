package dev.fieldservice.systemtests.pods;

import java.time.Duration;

/** How a pod ended when it was asked to. */
record Ending(String name, int exit, boolean outOfMemory, Duration took) {

    private static final int ENDED_BY_TERM = 143;

    /** By itself, not because its time was over (137). */
    boolean isClean() {
        return !outOfMemory && (exit == 0 || exit == ENDED_BY_TERM);
    }

    @Override
    public String toString() {
        return "  %-18s ended %-7s in %4.1f s (exit %d)%s"
                .formatted(
                        name,
                        isClean() ? "cleanly" : "BADLY",
                        took.toMillis() / 1000.0,
                        exit,
                        outOfMemory ? ", out of memory" : "");
    }
}
