package dev.fieldservice.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** The same for all of them at once, each on a virtual thread of its own. */
public final class Together {

    private Together() {}

    public static <T> void each(List<T> all, Consumer<T> work) {
        var _ = map(all, one -> {
            work.accept(one);
            return one;
        });
    }

    /** @return in the order of what was given */
    public static <T, R> List<R> map(List<T> all, Function<T, R> work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<R>>();
            all.forEach(one -> running.add(threads.submit(() -> work.apply(one))));
            var results = new ArrayList<R>();
            for (var one : running) {
                results.add(one.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unmeasurable("interrupted");
        } catch (ExecutionException e) {
            throw new Unmeasurable(String.valueOf(e.getCause().getMessage()), e.getCause());
        }
    }
}
