package dev.fieldservice.gateway.entrance;

import dev.fieldservice.gateway.routing.RouteTable;
import dev.fieldservice.gateway.routing.Service;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * The access log and the request metrics: one line and one figure per request. The line is in category {@code access}, as
 * key=value. It holds no header and no query: a query may name a customer, and a token must not be written anywhere.
 */
final class AccessLog {

    private static final Logger LOG = Logger.getLogger("access");
    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x21-\\x7e]|=");
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Duration[] BOUNDS = {Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(2)};
    private static final String CALLER = "access.caller";

    private AccessLog() {}

    static void follow(RoutingContext exchange) {
        follow(exchange, "gateway", "-");
    }

    static void follow(RoutingContext exchange, Service service) {
        follow(exchange, service.fullName(), RouteTable.route(exchange.request().path()));
    }

    static void caller(RoutingContext exchange, String subject) {
        exchange.put(CALLER, subject);
    }

    private static void follow(RoutingContext exchange, String service, String route) {
        long start = System.nanoTime();
        String traceId = Span.current().getSpanContext().getTraceId();
        exchange.addEndHandler(outcome -> {
            long nanos = System.nanoTime() - start;
            // Over HTTP/2 a stream may be closed by the very last byte of its answer: that is no failure.
            boolean isAnswered = exchange.response().ended();
            Timer.builder("gateway.requests")
                    .tags(tags(exchange, service, route, isAnswered))
                    .serviceLevelObjectives(BOUNDS)
                    .register(Metrics.globalRegistry)
                    .record(nanos, TimeUnit.NANOSECONDS);
            LOG.infof(
                    "method=%s path=%s status=%d outcome=%s millis=%d bytes=%d service=%s caller=%s traceId=%s",
                    exchange.request().method(),
                    printable(exchange.request().path()),
                    exchange.response().getStatusCode(),
                    isAnswered ? "answered" : "aborted",
                    TimeUnit.NANOSECONDS.toMillis(nanos),
                    exchange.response().bytesWritten(),
                    service,
                    exchange.get(CALLER, "-"),
                    traceId);
        });
    }

    /** All bounded: a client can make up methods as it likes, so that only the usual ones count as such. */
    private static Tags tags(RoutingContext exchange, String service, String route, boolean isAnswered) {
        String method = exchange.request().method().name();
        return Tags.of(
                "upstream",
                service,
                "route",
                route,
                "method",
                METHODS.contains(method) ? method : "other",
                "status",
                isAnswered ? String.valueOf(exchange.response().getStatusCode()) : "aborted");
    }

    /** Of an odd path only what cannot forge another line or another field. */
    private static String printable(String path) {
        String bounded = path == null ? "-" : path.substring(0, Math.min(path.length(), 200));
        return UNPRINTABLE.matcher(bounded).replaceAll("?");
    }
}
