package dev.fieldservice.gateway.entrance;

import dev.fieldservice.gateway.routing.Service;
import io.opentelemetry.api.trace.Span;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * One line per request, in category {@code access}, as key=value. It holds no header and no query: a query may name a
 * customer, and a token must not be written anywhere.
 */
final class AccessLog {

    private static final Logger LOG = Logger.getLogger("access");
    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x21-\\x7e]|=");
    private static final String CALLER = "access.caller";

    private AccessLog() {}

    static void follow(RoutingContext exchange) {
        follow(exchange, "gateway");
    }

    static void follow(RoutingContext exchange, Service service) {
        follow(exchange, service.fullName());
    }

    static void caller(RoutingContext exchange, String subject) {
        exchange.put(CALLER, subject);
    }

    private static void follow(RoutingContext exchange, String service) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        long start = System.nanoTime();
        String traceId = Span.current().getSpanContext().getTraceId();
        exchange.addEndHandler(outcome -> LOG.infof(
                "method=%s path=%s status=%d outcome=%s millis=%d bytes=%d service=%s caller=%s traceId=%s",
                exchange.request().method(),
                printable(exchange.request().path()),
                exchange.response().getStatusCode(),
                outcome.succeeded() && exchange.response().ended() ? "answered" : "aborted",
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
                exchange.response().bytesWritten(),
                service,
                exchange.get(CALLER, "-"),
                traceId));
    }

    /** Of an odd path only what cannot forge another line or another field. */
    private static String printable(String path) {
        String bounded = path == null ? "-" : path.substring(0, Math.min(path.length(), 200));
        return UNPRINTABLE.matcher(bounded).replaceAll("?");
    }
}
