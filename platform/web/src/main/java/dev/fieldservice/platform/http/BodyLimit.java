package dev.fieldservice.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fieldservice.platform.problems.Problem;
import io.opentelemetry.api.trace.Span;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses a body that says it is too large, as Quarkus would just afterwards, but with a problem document. */
@ApplicationScoped
class BodyLimit {

    /** Before the limit of Quarkus, after its access log. */
    private static final int PRIORITY = 100;

    /** Long enough for a client that still sends to read the answer, short enough to be no gift to a flooder. */
    private static final long LINGER_MILLIS = 2_000;

    private final long limit;
    private final ObjectMapper json;

    BodyLimit(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") Optional<MemorySize> limit, ObjectMapper json) {
        this.limit = limit.map(MemorySize::asLongValue).orElse(Long.MAX_VALUE);
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext exchange) {
        if (announced(exchange) <= limit) {
            exchange.next();
            return;
        }
        Problem problem = Problem.of(
                413,
                "payload-too-large",
                "Too large",
                "At most " + limit + " bytes are taken.",
                Span.current().getSpanContext().getTraceId());
        exchange.request().resume(); // what nobody reads would keep the client from reading the answer
        exchange.vertx()
                .setTimer(
                        LINGER_MILLIS, timer -> exchange.request().connection().close());
        exchange.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Connection", "close");
        exchange.end(written(problem));
    }

    private static long announced(RoutingContext exchange) {
        String length = exchange.request().getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException tooManyDigits) {
            return Long.MAX_VALUE;
        }
    }

    private String written(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
