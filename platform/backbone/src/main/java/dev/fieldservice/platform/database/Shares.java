package dev.fieldservice.platform.database;

import dev.fieldservice.platform.memory.Sender;
import dev.fieldservice.platform.problems.Refusal;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;

/**
 * The share of each caller in the pool of database connections, so that one whose requests are slow leaves the others room. What is
 * beyond it waits for the caller's own requests, in the order they came. What no request asks for (events, errands) is not limited.
 *
 * <p>Never ask within what has a connection: whoever waits for themselves waits for ever.
 */
@ApplicationScoped
public class Shares {

    private final CurrentVertxRequest request;
    private final int most;
    private final int mostWaiting;
    private final Map<String, Share> callers = new HashMap<>();

    Shares(CurrentVertxRequest request, DatabaseConfig config) {
        this.request = request;
        this.most = config.connectionsOfACaller();
        this.mostWaiting = config.waitingOfACaller();
    }

    private static final class Share {

        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private int taken;
    }

    /** Runs work that takes a connection when it is its caller's turn; refused with 429 if too many wait. */
    public <T> Uni<T> within(Supplier<Uni<T>> work) {
        Optional<String> caller = caller();
        return caller.isEmpty()
                ? Uni.createFrom().<T>deferred(work::get)
                : turn(caller.get()).chain(() -> carryOut(caller.get(), work));
    }

    private <T> Uni<T> carryOut(String caller, Supplier<Uni<T>> work) {
        return Uni.createFrom().<T>deferred(work::get).onTermination().invoke(() -> leave(caller));
    }

    private Optional<String> caller() {
        return Arc.container().requestContext().isActive()
                ? Optional.ofNullable(request.getCurrent()).map(Sender::of)
                : Optional.empty();
    }

    /** Goes on on the Vert.x context on which it was asked for: whose turn it is learns it from another request. */
    private Uni<Void> turn(String caller) {
        return Uni.createFrom().emitter(turn -> {
            Context here = Vertx.currentContext();
            if (enter(caller, () -> here.runOnContext(now -> turn.complete(null)))) {
                turn.complete(null);
            }
        });
    }

    private synchronized boolean enter(String caller, Runnable whenFree) {
        Share share = callers.computeIfAbsent(caller, first -> new Share());
        if (share.taken < most) {
            share.taken++;
            return true;
        }
        if (share.waiting.size() >= mostWaiting) {
            throw new Refusal.TooMuchInFlight().refused();
        }
        share.waiting.add(whenFree);
        return false;
    }

    private void leave(String caller) {
        next(caller).ifPresent(Runnable::run);
    }

    /** Who takes the place that is free now. */
    private synchronized Optional<Runnable> next(String caller) {
        Share share = callers.get(caller);
        Runnable next = share.waiting.poll();
        if (next == null && --share.taken == 0) {
            callers.remove(caller);
        }
        return Optional.ofNullable(next);
    }
}
