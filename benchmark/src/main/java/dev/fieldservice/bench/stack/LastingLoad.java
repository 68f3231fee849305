package dev.fieldservice.bench.stack;

import dev.fieldservice.bench.measure.Unmeasurable;
import dev.fieldservice.players.client.Transport.NoAnswer;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/** Callers who go on whatever happens, each at its pace; who was not served waits a moment before the next attempt. */
public final class LastingLoad implements AutoCloseable {

    private static final Duration AFTER_FAILURE = Duration.ofMillis(50);
    private static final Duration LOOK = Duration.ofMillis(20);

    /** Throughput is what was served within this time. */
    private static final Duration SPAN = Duration.ofSeconds(1);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentLinkedDeque<Long> served = new ConcurrentLinkedDeque<>();
    private volatile boolean goesOn = true;

    /**
     * @param every how long from one call of a caller to the next; zero: as soon as it was answered
     * @param call whether it was served
     */
    public LastingLoad(int callers, Duration every, BooleanSupplier call) {
        for (int caller = 0; caller < callers; caller++) {
            threads.execute(() -> callAgainAndAgain(every, call));
        }
    }

    private void callAgainAndAgain(Duration every, BooleanSupplier call) {
        while (goesOn) {
            long began = System.nanoTime();
            if (isServed(call)) {
                served.add(System.nanoTime());
                pause(every.minusNanos(System.nanoTime() - began));
            } else {
                pause(AFTER_FAILURE);
            }
        }
    }

    private static boolean isServed(BooleanSupplier call) {
        try {
            return call.getAsBoolean();
        } catch (NoAnswer nobody) {
            return false;
        }
    }

    /** Served per second, after as much time again to warm up. */
    public double rate(Duration window) {
        pause(window);
        long from = System.nanoTime();
        pause(window);
        return served.stream().filter(at -> at >= from).count() / (window.toNanos() / 1e9);
    }

    /**
     * From {@code since} until the beginning of the first span in which so many were served per second.
     *
     * @throws Unmeasurable if that does not happen in time
     */
    public double secondsUntil(double rate, long since, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            pause(LOOK);
            long from = System.nanoTime() - SPAN.toNanos();
            long within = served.stream().filter(at -> at >= from).count();
            if (from > since && within >= rate * SPAN.toSeconds()) {
                return (from - since) / 1e9;
            }
        }
        throw new Unmeasurable("throughput did not come back within " + patience.toSeconds() + " s");
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time); // not at all if it is negative
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        goesOn = false;
        threads.close();
    }
}
