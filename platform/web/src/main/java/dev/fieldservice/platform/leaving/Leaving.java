package dev.fieldservice.platform.leaving;

import dev.fieldservice.platform.connections.ConnectionGuard;
import dev.fieldservice.platform.http.ProblemAnswer;
import dev.fieldservice.platform.problems.Problem;
import io.opentelemetry.api.trace.Span;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The end of a replica that was asked to go (SIGTERM). For a while it serves what still comes and says with each answer that the
 * connection is over, so that connections that callers keep are used up. Then it takes no connection any more and refuses what still
 * comes, to be repeated elsewhere, and what is under way is finished: as long as callers come back to it, there would be no end of that.
 */
@Singleton
class Leaving {

    /** Before anything else looks at a request. */
    private static final int FIRST = 10_000;

    private static final String OF_OPERATORS = "/q/";

    private final Vertx vertx;
    private final Duration delay;
    private volatile boolean isRefusing;

    Leaving(Vertx vertx, @ConfigProperty(name = "quarkus.shutdown.delay") Duration delay) {
        this.vertx = vertx;
        this.delay = delay;
    }

    void stand(@Observes Filters filters) {
        filters.register(this::enter, FIRST);
    }

    void leave(@Observes ShutdownDelayInitiatedEvent asked) {
        if (delay.isPositive()) {
            var _ = vertx.setTimer(delay.toMillis(), over -> refuse());
        }
    }

    /** From here on whatever a request needs may be gone. */
    void close(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent begun) {
        refuse();
    }

    private void refuse() {
        isRefusing = true;
        ConnectionGuard.stopListening();
    }

    private void enter(RoutingContext exchange) {
        if (isRefusing && !isOfOperators(exchange.request().path())) {
            refuse(exchange);
        } else {
            exchange.next();
        }
    }

    private static boolean isOfOperators(String path) {
        return path != null && path.startsWith(OF_OPERATORS);
    }

    /** When all of the request is there: the connection is closed after the answer, which a client that still sends would lose. */
    private static void refuse(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        if (request.isEnded()) {
            answer(exchange);
        } else {
            request.handler(unread -> {}).endHandler(end -> answer(exchange)).resume();
        }
    }

    private static void answer(RoutingContext exchange) {
        exchange.response().putHeader("Retry-After", "1");
        ProblemAnswer.end(
                exchange,
                Problem.of(
                        503,
                        "unavailable",
                        "Unavailable",
                        "This replica is about to end. Repeat with the same key.",
                        Span.current().getSpanContext().getTraceId()));
    }
}
