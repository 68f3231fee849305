package dev.fieldservice.workorder;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Has many do something at the same moment. */
final class Crowd {

    private Crowd() {}

    static <T, R> List<R> all(List<T> items, Function<T, R> action) {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(items.size())) {
            List<Future<R>> running = items.stream()
                    .map(item -> threads.submit(() -> {
                        start.await();
                        return action.apply(item);
                    }))
                    .toList();
            start.countDown();
            return running.stream().map(Crowd::result).toList();
        }
    }

    private static <R> R result(Future<R> running) {
        try {
            return running.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
