package dev.fieldservice.players.client;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Parallel execution: all of it at once, or some of it at a time, each on a virtual thread. */
public final class Together {

    private Together() {}

    /** @return in the order of what was given */
    public static <T, R> List<R> map(List<T> all, Function<T, R> work) {
        return all(calls(all, work));
    }

    /** @return in the order of what was given */
    public static <T, R> List<R> map(List<T> all, int atOnce, Function<T, R> work) {
        return all(
                calls(all, work),
                Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory()));
    }

    private static <T, R> List<Callable<R>> calls(List<T> all, Function<T, R> work) {
        return all.stream().<Callable<R>>map(one -> () -> work.apply(one)).toList();
    }

    /** @return in the order of what was given */
    public static <T> List<T> all(List<Callable<T>> work) {
        return all(work, Executors.newVirtualThreadPerTaskExecutor());
    }

    private static <T> List<T> all(List<Callable<T>> work, ExecutorService executor) {
        try (var threads = executor) {
            var results = new ArrayList<T>();
            for (var one : threads.invokeAll(work)) {
                results.add(one.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        }
    }

    /** The place in the list of the only one that was carried out. */
    public static int winner(List<Answer> replies, String what) {
        var carriedOut = IntStream.range(0, replies.size())
                .filter(place -> replies.get(place).isOk())
                .toArray();
        if (carriedOut.length != 1) {
            throw new CallFailed("%d of %d were carried out at once: %s: %s"
                    .formatted(carriedOut.length, replies.size(), what, replies));
        }
        return carriedOut[0];
    }
}
