package dev.fieldservice.gateway.entrance;

import dev.fieldservice.gateway.connections.UnreadableRequests;
import dev.fieldservice.gateway.limits.AtOnce;
import dev.fieldservice.gateway.limits.BodyLimit;
import dev.fieldservice.gateway.limits.Pace;
import dev.fieldservice.gateway.limits.RateLimit;
import dev.fieldservice.gateway.problems.GatewayRefusal;
import dev.fieldservice.gateway.routing.Destination;
import dev.fieldservice.gateway.routing.ReverseProxy;
import dev.fieldservice.gateway.routing.RouteTable;
import dev.fieldservice.gateway.routing.Service;
import dev.fieldservice.gateway.security.Sender;
import dev.fieldservice.gateway.security.TokenCheck;
import dev.fieldservice.platform.http.ProblemAnswer;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** The request pipeline of the gateway: destination, token, rate, size, and on. */
@Singleton
public class Entrance {

    private static final Logger LOG = Logger.getLogger(Entrance.class);

    /** After Quarkus has prepared the (lazy) authentication at -200, before it serves anything. */
    private static final int ORDER = -50;

    private static final String ENTERED = "entrance.entered";

    private final TokenCheck tokens;
    private final RateLimit rates;
    private final AtOnce atOnce;
    private final BodyLimit sizes;
    private final Pace pace;
    private final ReverseProxy proxy;
    private final Cors cors;

    Entrance(
            TokenCheck tokens,
            RateLimit rates,
            AtOnce atOnce,
            BodyLimit sizes,
            Pace pace,
            ReverseProxy proxy,
            Cors cors) {
        this.tokens = tokens;
        this.rates = rates;
        this.atOnce = atOnce;
        this.sizes = sizes;
        this.pace = pace;
        this.proxy = proxy;
        this.cors = cors;
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
        Optional<String> objection = WellFormed.objection(exchange.request());
        if (objection.isPresent()) {
            refuse(exchange, GatewayRefusal.MALFORMED_REQUEST, objection.get());
            return;
        }
        cors.mark(exchange);
        if (Cors.isPreflight(exchange.request())) {
            follow(exchange);
            anyone(exchange, cors::answer);
            return;
        }
        lead(exchange);
    }

    private void lead(RoutingContext exchange) {
        switch (RouteTable.destination(exchange.request().path())) {
            case Destination.Probe probe -> exchange.next();
            case Destination.Figures figures when !isFromOutside(exchange) -> exchange.next();
            case Destination.Figures figures -> anyone(exchange, Entrance::nowhere);
            case Destination.Open open -> {
                follow(exchange);
                anyone(exchange, RoutingContext::next);
            }
            case Destination.Nowhere nowhere -> {
                follow(exchange);
                anyone(exchange, Entrance::nowhere);
            }
            case Destination.Composed composed -> {
                follow(exchange);
                withToken(exchange, RoutingContext::next);
            }
            case Destination.Unsigned unsigned -> {
                follow(exchange, unsigned.service());
                anyone(exchange, admitted -> withSecret(admitted, unsigned));
            }
            case Destination.Upstream upstream -> {
                follow(exchange, upstream.service());
                withToken(exchange, admitted -> proxy.forward(admitted, upstream.service()));
            }
        }
    }

    private void follow(RoutingContext exchange) {
        AccessLog.follow(exchange);
        pace.watchAnswer(exchange);
    }

    private void follow(RoutingContext exchange, Service service) {
        AccessLog.follow(exchange, service);
        pace.watch(exchange);
    }

    private void anyone(RoutingContext exchange, Consumer<RoutingContext> onwards) {
        if (admits(exchange, ClientAddress.of(exchange))) {
            onwards.accept(exchange);
        }
    }

    private boolean admits(RoutingContext exchange, String caller) {
        return rates.admits(exchange, caller) && atOnce.admits(exchange, caller);
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
        if (exchange.response().closed() || exchange.response().headWritten()) {
            // While the keys were fetched the client left, or was too slow and has its answer.
            return;
        }
        switch (sender) {
            case Sender.Known known -> {
                AccessLog.caller(exchange, known.subject());
                if (admits(exchange, known.subject()) && sizes.admits(exchange)) {
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

    /** Without a token no content is sent: something is asked for, or said to be so. */
    private void withSecret(RoutingContext exchange, Destination.Unsigned unsigned) {
        HttpMethod method = exchange.request().method();
        boolean isRead = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
        if (isRead || unsigned.isAnswered() && method.equals(HttpMethod.POST)) {
            proxy.forwardUntraced(exchange, unsigned.service());
        } else {
            exchange.response().putHeader(HttpHeaders.ALLOW, unsigned.isAnswered() ? "GET, HEAD, POST" : "GET, HEAD");
            ProblemAnswer.end(exchange, GatewayRefusal.METHOD_NOT_ALLOWED.problem("This can only be read"));
        }
    }

    private static void nowhere(RoutingContext exchange) {
        ProblemAnswer.end(exchange, GatewayRefusal.NOT_FOUND.problem("There is no such path in this API"));
    }

    /** Counted, limited and logged like any other, so that it is no way around them. */
    private void refuse(RoutingContext exchange, GatewayRefusal refusal, String objection) {
        follow(exchange);
        anyone(exchange, refused -> ProblemAnswer.end(refused, refusal.problem(objection)));
    }

    private void failed(RoutingContext exchange) {
        if (exchange.get(ENTERED) == null) {
            GatewayRefusal refusal =
                    UnreadableRequests.refusal(exchange.request().uri());
            refuse(exchange, refusal, "No path or no host can be read from it");
            return;
        }
        if (exchange.failure() == null && exchange.statusCode() < 500) {
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
}
