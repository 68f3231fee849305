package dev.fieldservice.bench.measure;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;

/** A fixed number of callers, each of whom calls again as soon as it was answered. */
public final class ClosedLoop {

    private final int callers;
    private final Duration window;

    public ClosedLoop(int callers, Duration window) {
        this.callers = callers;
        this.window = window;
    }

    /**
     * @param call gets the caller's number; throws when the answer is not the wanted one
     * @return how many were answered within the window
     */
    public long run(IntConsumer call) {
        var answered = new AtomicLong();
        long end = System.nanoTime() + window.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = java.util.stream.IntStream.range(0, callers)
                    .mapToObj(caller -> threads.submit(() -> {
                        while (System.nanoTime() < end) {
                            call.accept(caller);
                            if (System.nanoTime() < end) {
                                answered.incrementAndGet();
                            }
                        }
                    }))
                    .toList();
            for (var caller : running) {
                caller.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unmeasurable("interrupted");
        } catch (java.util.concurrent.ExecutionException e) {
            throw new Unmeasurable(String.valueOf(e.getCause().getMessage()), e.getCause());
        }
        return answered.get();
    }
}
