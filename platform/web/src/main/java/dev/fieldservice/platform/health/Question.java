package dev.fieldservice.platform.health;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * A short cache of a health check: it is asked once at a time, and whoever asks meanwhile, or within the next half second,
 * gets the same answer or failure.
 */
public final class Question {

    private static final Duration FRESH = Duration.ofMillis(500);
    private static final long NOT_ANSWERED = 0;

    private Question() {}

    public static <T> Uni<T> shared(Supplier<Uni<? extends T>> question) {
        AtomicLong answeredAt = new AtomicLong(NOT_ANSWERED);
        return Uni.createFrom()
                .<T>deferred(question)
                .onTermination()
                .invoke(() -> answeredAt.set(System.nanoTime()))
                .memoize()
                .until(() -> isOld(answeredAt));
    }

    /** Says so once, so that of those who ask at the same time only one asks anew. */
    private static boolean isOld(AtomicLong answeredAt) {
        long at = answeredAt.get();
        return at != NOT_ANSWERED
                && System.nanoTime() - at > FRESH.toNanos()
                && answeredAt.compareAndSet(at, NOT_ANSWERED);
    }
}
