package dev.fieldservice.gateway.entrance;

import dev.fieldservice.gateway.limits.BodyLimit;
import dev.fieldservice.gateway.limits.RateLimit;
import dev.fieldservice.gateway.problems.GatewayRefusal;
import dev.fieldservice.gateway.routing.Destination;
import dev.fieldservice.gateway.routing.ReverseProxy;
import dev.fieldservice.gateway.routing.RouteTable;
import dev.fieldservice.gateway.security.Sender;
import dev.fieldservice.gateway.security.TokenCheck;
import dev.fieldservice.platform.http.ProblemAnswer;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** The way every request takes: destination, token, rate, size, and on. */
@Singleton
public class Entrance {

    private static final Logger LOG = Logger.getLogger(Entrance.class);

    /** After Quarkus has prepared the (lazy) authentication at -200, before it serves anything. */
    private static final int ORDER = -50;

    private static final String ENTERED = "entrance.entered";

    private final TokenCheck tokens;
    private final RateLimit rates;
    private final BodyLimit sizes;
    private final ReverseProxy proxy;

    public Entrance(TokenCheck tokens, RateLimit rates, BodyLimit sizes, ReverseProxy proxy) {
        this.tokens = tokens;
        this.rates = rates;
        this.sizes = sizes;
        this.proxy = proxy;
    }

    void open(@Observes Router router) {
        router.route().order(ORDER).handler(this::enter).failureHandler(this::failed);
    }

    private void enter(RoutingContext exchange) {
        if (exchange.get(ENTERED) != null) {
            // The documentation pages reroute to their index: the same request comes by again.
            exchange.next();
            return;
        }
        exchange.put(ENTERED, true);
        switch (RouteTable.destination(exchange.request().path())) {
            case Destination.Probe probe -> exchange.next();
            case Destination.Figures figures when !isFromOutside(exchange) -> exchange.next();
            case Destination.Figures figures -> anyone(exchange, Entrance::nowhere);
            case Destination.Open open -> {
                AccessLog.follow(exchange);
                anyone(exchange, RoutingContext::next);
            }
            case Destination.Nowhere nowhere -> {
                AccessLog.follow(exchange);
                anyone(exchange, Entrance::nowhere);
            }
            case Destination.Composed composed -> {
                AccessLog.follow(exchange);
                withToken(exchange, RoutingContext::next);
            }
            case Destination.Upstream upstream -> {
                AccessLog.follow(exchange, upstream.service());
                withToken(exchange, admitted -> proxy.forward(admitted, upstream.service()));
            }
        }
    }

    private void anyone(RoutingContext exchange, Consumer<RoutingContext> onwards) {
        if (rates.admits(exchange, address(exchange))) {
            onwards.accept(exchange);
        }
    }

    private void withToken(RoutingContext exchange, Consumer<RoutingContext> onwards) {
        Context context = Vertx.currentContext();
        var _ = tokens.sender(exchange)
                .emitOn(decision -> runOn(context, decision))
                .invoke(sender -> decide(exchange, sender, onwards))
                .subscribe()
                .with(decided -> {}, exchange::fail);
    }

    /** Where keys had to be fetched first, the exchange goes on where it lives. */
    private static void runOn(Context context, Runnable decision) {
        if (Vertx.currentContext() == context) {
            decision.run();
        } else {
            context.runOnContext(back -> decision.run());
        }
    }

    private void decide(RoutingContext exchange, Sender sender, Consumer<RoutingContext> onwards) {
        switch (sender) {
            case Sender.Known known -> {
                AccessLog.caller(exchange, known.subject());
                if (rates.admits(exchange, known.subject()) && sizes.admits(exchange)) {
                    onwards.accept(exchange);
                }
            }
            case Sender.Unknown unknown ->
                anyone(exchange, refused -> {
                    refused.response().putHeader("WWW-Authenticate", unknown.challenge());
                    ProblemAnswer.end(
                            refused,
                            GatewayRefusal.UNAUTHENTICATED.problem("Send an access token as Authorization: Bearer …"));
                });
            case Sender.Undecided undecided ->
                anyone(exchange, refused -> {
                    LOG.warnf(
                            "A token could not be checked: %s",
                            undecided.cause().getMessage());
                    refused.response().putHeader("Retry-After", "5");
                    ProblemAnswer.end(
                            refused, GatewayRefusal.UNAVAILABLE.problem("The token cannot be checked at the moment"));
                });
        }
    }

    private static void nowhere(RoutingContext exchange) {
        ProblemAnswer.end(exchange, GatewayRefusal.NOT_FOUND.problem("There is no such path in this API"));
    }

    private void failed(RoutingContext exchange) {
        if (exchange.failure() == null && exchange.statusCode() < 500) {
            // The router could not even read the path.
            nowhere(exchange);
            return;
        }
        LOG.error("A request failed at the entrance", exchange.failure());
        ProblemAnswer.end(exchange, GatewayRefusal.INTERNAL_ERROR.problem("The failure is logged under this trace id"));
    }

    /** Whatever brings requests in from outside says for whom; who collects figures asks directly. */
    private static boolean isFromOutside(RoutingContext exchange) {
        return exchange.request().headers().contains("X-Forwarded-For")
                || exchange.request().headers().contains("Forwarded");
    }

    private static String address(RoutingContext exchange) {
        return exchange.request().remoteAddress().hostAddress();
    }
}
