package dev.fieldservice.gateway.timeline;

import dev.fieldservice.gateway.problems.GatewayRefusal;
import dev.fieldservice.platform.problems.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The concurrency limit of timelines: each holds some megabytes while it is composed, so a few are composed at a time, and fewer
 * for one caller, whose answers count until they are written. Per replica.
 */
@Singleton
class Compositions {

    private final int most;
    private final int mostOfACaller;
    private final AtomicInteger all = new AtomicInteger();
    private final ConcurrentMap<UUID, Integer> callers = new ConcurrentHashMap<>();

    Compositions(TimelineConfig config) {
        this.most = config.atOnce();
        this.mostOfACaller = config.atOnceOfACaller();
    }

    /** Refused with 429 if the caller has too many under way, with 503 if all have. */
    Uni<Response> admit(RoutingContext exchange, UUID caller, Supplier<Uni<Response>> composition) {
        Place place = new Place(caller);
        exchange.addEndHandler(over -> place.answered());
        if (exchange.response().closed()) {
            place.answered(); // gone while it was found out who it is; nobody would tell
        }
        int own = callers.merge(caller, 1, Integer::sum);
        int total = all.incrementAndGet();
        if (own > mostOfACaller || total > most) {
            place.composed();
            return Uni.createFrom()
                    .item(
                            own > mostOfACaller
                                    ? later(
                                            GatewayRefusal.TOO_MUCH_IN_FLIGHT,
                                            mostOfACaller + " timelines of one caller")
                                    : later(GatewayRefusal.UNAVAILABLE, most + " timelines"));
        }
        // What services were asked for comes, and is held, whether the client has left or not.
        return Uni.createFrom()
                .deferred(composition::get)
                .onTermination()
                .invoke(place::composed)
                .memoize()
                .indefinitely();
    }

    private static Response later(GatewayRefusal refusal, String most) {
        return Response.status(refusal.status())
                .type(Problem.MEDIA_TYPE)
                .header("Retry-After", "1")
                .entity(refusal.problem("At most " + most + " are composed at a time"))
                .build();
    }

    /** Given back when the answer is composed and the exchange over, whichever comes last. */
    private final class Place {

        private final UUID caller;
        private boolean isComposed;
        private boolean isAnswered;

        Place(UUID caller) {
            this.caller = caller;
        }

        synchronized void composed() {
            if (!isComposed) {
                isComposed = true;
                all.decrementAndGet();
                leaveIfOver();
            }
        }

        synchronized void answered() {
            if (!isAnswered) {
                isAnswered = true;
                leaveIfOver();
            }
        }

        private void leaveIfOver() {
            if (isComposed && isAnswered) {
                callers.computeIfPresent(caller, (same, number) -> number == 1 ? null : number - 1);
            }
        }
    }
}
