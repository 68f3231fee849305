package dev.fieldservice.platform.inbox;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * A concurrency limiter with a queue for each key: work of one key runs in order, that of several keys at the same time. What
 * has to wait holds up its own key only.
 */
final class Lanes {

    private final int keysAtOnce;
    private final int mostInHand;
    private final Map<String, Queue<Runnable>> lanes = new HashMap<>();
    private final Queue<String> ready = new ArrayDeque<>();
    private int running;
    private int inHand;
    private CompletableFuture<Void> room = CompletableFuture.completedFuture(null);

    /**
     * @param keysAtOnce lanes that move at the same time
     * @param mostInHand pieces of work, running or not, from which on there is no room for more
     */
    Lanes(int keysAtOnce, int mostInHand) {
        this.keysAtOnce = keysAtOnce;
        this.mostInHand = mostInHand;
    }

    /** Has the work done after all that was given for the same key before, and says when it is over. */
    CompletableFuture<Void> run(String key, Uni<Void> work) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        Runnable start = () -> {
            var _ = work.onTermination()
                    .invoke(() -> leave(key))
                    .subscribe()
                    .with(over::complete, over::completeExceptionally);
        };
        enter(key, start);
        return over;
    }

    /** Completes as soon as more may be given. */
    synchronized Uni<Void> room() {
        return Uni.createFrom().completionStage(room);
    }

    private synchronized void enter(String key, Runnable start) {
        Queue<Runnable> lane = lanes.get(key);
        if (lane == null) {
            lane = new ArrayDeque<>();
            lanes.put(key, lane);
            ready.add(key);
        }
        lane.add(start);
        inHand++;
        if (inHand >= mostInHand && room.isDone()) {
            room = new CompletableFuture<>();
        }
        move();
    }

    private void leave(String key) {
        CompletableFuture<Void> freed;
        synchronized (this) {
            running--;
            inHand--;
            if (lanes.get(key).isEmpty()) {
                lanes.remove(key);
            } else {
                ready.add(key);
            }
            move();
            freed = inHand < mostInHand ? room : CompletableFuture.completedFuture(null);
        }
        freed.complete(null);
    }

    private void move() {
        while (running < keysAtOnce && !ready.isEmpty()) {
            running++;
            lanes.get(ready.remove()).remove().run();
        }
    }
}
