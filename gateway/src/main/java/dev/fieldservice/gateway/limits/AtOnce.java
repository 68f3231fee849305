package dev.fieldservice.gateway.limits;

import dev.fieldservice.gateway.problems.GatewayRefusal;
import dev.fieldservice.platform.connections.Delivery;
import dev.fieldservice.platform.http.ProblemAnswer;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The concurrency limit of one caller, so that all its slow requests, and the answers that it does not take, leave the others room.
 * Per replica.
 */
@Singleton
public class AtOnce {

    private static final String PLACE = "limits.place";

    private final int most;
    private final ConcurrentMap<String, Integer> underWay = new ConcurrentHashMap<>();
    private final Turns turns;

    public AtOnce(LimitsConfig config) {
        this.most = config.atOnce();
        this.turns = new Turns(config.askedAtOnce());
    }

    /** True if the exchange may go on; else it is already answered. */
    public boolean admits(RoutingContext exchange, String caller) {
        int number = underWay.merge(caller, 1, Integer::sum);
        Place place = new Place(caller);
        exchange.put(PLACE, place);
        Delivery.follow(exchange, place);
        if (number > most) {
            exchange.response().putHeader("Retry-After", "1");
            ProblemAnswer.end(
                    exchange,
                    GatewayRefusal.TOO_MUCH_IN_FLIGHT.problem("At most " + most + " requests are served at a time"));
        }
        return number <= most;
    }

    /**
     * The exchange counts until this is done, even if its client is gone before. What waits for a connection cannot be called back:
     * a caller who asks and leaves, and asks again, would fill the queue.
     */
    public static void countUntil(Future<?> done, RoutingContext exchange) {
        Place place = exchange.get(PLACE);
        if (place.holds > 0) {
            place.holds++;
            done.onComplete(any -> place.over());
        }
    }

    /** Has a service asked when it is this exchange's turn among those of its caller there; never if its client leaves before. */
    public static void inTurn(RoutingContext exchange, String service, Runnable ask) {
        exchange.<Place>get(PLACE).inTurn(service, ask);
    }

    /** The service has answered, or does not: the next of the caller's has its turn. */
    public static void endTurn(RoutingContext exchange) {
        exchange.<Place>get(PLACE).turn.ifPresent(Turns.Turn::end);
    }

    /** The exchange is over: the next of the caller's has its turn, in a moment if its client has left while the service was asked. */
    public static void leaveTurn(RoutingContext exchange) {
        exchange.<Place>get(PLACE).turn.ifPresent(Turns.Turn::leave);
    }

    private final class Place implements Delivery.Follower {

        private final String caller;
        private int holds = 1;
        private Optional<Turns.Turn> turn = Optional.empty();

        Place(String caller) {
            this.caller = caller;
        }

        private void inTurn(String service, Runnable ask) {
            Turns.Turn taken = turns.take(service + " " + caller, ask);
            turn = Optional.of(taken);
            taken.begin();
        }

        @Override
        public void over() {
            if (--holds == 0) {
                underWay.computeIfPresent(caller, (key, number) -> number == 1 ? null : number - 1);
            }
        }
    }
}
