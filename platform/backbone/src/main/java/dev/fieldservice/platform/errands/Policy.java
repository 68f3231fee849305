package dev.fieldservice.platform.errands;

import java.time.Duration;

/**
 * Concurrency limit, time limit and retry policy of a kind of job.
 *
 * @param atOnce how many of the kind one replica carries out at the same time; those of other kinds do not wait for them
 * @param patience how long an act outside of a transaction may take before it is broken off
 * @param firstWait wait after the first attempt that failed; doubled each time, up to an hour; up to five minutes for what stands for
 *     the whole service, as nothing else does its work
 * @param attempts after so many a job that does not repeat is given up
 */
public record Policy(int atOnce, Duration patience, Duration firstWait, int attempts, Repetition repetition) {

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Duration LONGEST_WAIT_OF_SERVICE = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 20;

    /** What repeats is never given up: nobody would write it anew. */
    public enum Repetition {
        NONE,
        /** At most one of the kind for each subject. */
        PER_SUBJECT,
        /** One of the kind for the whole service, which is there from the first start on. */
        PER_SERVICE
    }

    /** Four at once, 30 s each; twelve attempts within two and a half hours. */
    public static Policy usual() {
        return new Policy(4, Duration.ofSeconds(30), Duration.ofSeconds(5), 12, Repetition.NONE);
    }

    /** One at a time, for as long as the service lives. */
    public static Policy repeating(Repetition repetition) {
        return new Policy(1, Duration.ofSeconds(30), Duration.ofSeconds(5), Integer.MAX_VALUE, repetition);
    }

    public boolean repeats() {
        return repetition != Repetition.NONE;
    }

    /** @param attempts made so far */
    Duration waitAfter(int attempts) {
        Duration wait = firstWait.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        Duration longest = repetition == Repetition.PER_SERVICE ? LONGEST_WAIT_OF_SERVICE : LONGEST_WAIT;
        return wait.compareTo(longest) > 0 ? longest : wait;
    }

    boolean isLast(int attempt) {
        return !repeats() && attempt >= attempts;
    }
}
