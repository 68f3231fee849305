package dev.fieldservice.platform.database;

import dev.fieldservice.platform.memory.Sender;
import dev.fieldservice.platform.problems.Refusal;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
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

    /** The same for what is only read: nothing is, for a client who left while others had their turn. */
    public <T> Uni<T> whileWanted(Supplier<Uni<T>> work) {
        Optional<RoutingContext> asked = asked();
        return within(() -> asked.filter(Shares::isGone).isPresent() ? nobodyWaits() : work.get());
    }

    private static boolean isGone(RoutingContext asked) {
        return asked.response().closed();
    }

    private static <T> Uni<T> nobodyWaits() {
        return Uni.createFrom().failure(new Refusal.Unavailable("Whoever asked has left.").refused());
    }

    private <T> Uni<T> carryOut(String caller, Supplier<Uni<T>> work) {
        return Uni.createFrom().<T>deferred(work::get).onTermination().invoke(() -> leave(caller));
    }

    private Optional<String> caller() {
        return asked().map(Sender::of);
    }

    private Optional<RoutingContext> asked() {
        return Arc.container().requestContext().isActive()
                ? Optional.ofNullable(request.getCurrent())
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
