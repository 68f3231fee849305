package dev.fieldservice.platform.papers;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Threads that rest after work that took long, for as long as it took: however much waits for them, half of the processor that each
 * takes stays with others. What is done within an instant needs no rest after it.
 */
final class RestingThreads extends ThreadPoolExecutor {

    private static final Duration INSTANT = Duration.ofMillis(100);

    /** What takes longer than this waited for something itself. */
    private static final Duration LONGEST_REST = Duration.ofSeconds(2);

    private final LongSupplier nanos;
    private final Consumer<Duration> rest;
    private final ThreadLocal<Long> begun = new ThreadLocal<>();

    RestingThreads(int threads, ThreadFactory factory) {
        this(threads, factory, System::nanoTime, RestingThreads::sleep);
    }

    RestingThreads(int threads, ThreadFactory factory, LongSupplier nanos, Consumer<Duration> rest) {
        super(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
        this.nanos = nanos;
        this.rest = rest;
    }

    @Override
    protected void beforeExecute(Thread thread, Runnable work) {
        begun.set(nanos.getAsLong());
    }

    /** Whoever waits for the work has its result by now. */
    @Override
    protected void afterExecute(Runnable work, Throwable failure) {
        Duration took = Duration.ofNanos(nanos.getAsLong() - begun.get());
        if (took.compareTo(INSTANT) > 0) {
            rest.accept(took.compareTo(LONGEST_REST) < 0 ? took : LONGEST_REST);
        }
    }

    private static void sleep(Duration rest) {
        try {
            Thread.sleep(rest);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
