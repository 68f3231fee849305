package dev.fieldservice.players.client;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Parallel execution: all of it at once, each on a virtual thread of its own. */
public final class Together {

    private Together() {}

    /** @return in the order of what was given */
    public static <T, R> List<R> map(List<T> all, Function<T, R> work) {
        return all(all.stream().<Callable<R>>map(one -> () -> work.apply(one)).toList());
    }

    /** @return in the order of what was given */
    public static <T> List<T> all(List<Callable<T>> work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
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
