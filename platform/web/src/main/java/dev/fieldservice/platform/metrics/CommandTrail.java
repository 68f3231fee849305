package dev.fieldservice.platform.metrics;

import dev.fieldservice.platform.problems.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Metrics and log lines of commands: how long each took and what became of it. Both tags are bounded: operations and problem
 * codes are published.
 */
public class CommandTrail {

    private static final Logger LOG = Logger.getLogger("commands");
    private static final String BEGUN = CommandTrail.class.getName();
    private static final int LONGEST_KEY = 255;
    private static final String NO_OPERATION = "none";

    private final MeterRegistry metrics;

    public CommandTrail(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    @ServerRequestFilter
    public void begin(ContainerRequestContext request) {
        request.setProperty(BEGUN, System.nanoTime());
    }

    @ServerResponseFilter
    public void end(ContainerRequestContext request, ContainerResponseContext response, ResourceInfo operation) {
        if (request.getMethod().equals("GET") || !(request.getProperty(BEGUN) instanceof Long begun)) {
            return;
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        String command = name(operation.getResourceMethod());
        String outcome = outcome(response);
        metrics.timer("fieldservice.commands", "command", command, "outcome", outcome)
                .record(took);
        Fields.say(
                LOG,
                Logger.Level.INFO,
                "%s %s %s, %d ms".formatted(command, subject(request, response), outcome, took.toMillis()),
                Map.of(
                        "command",
                        command,
                        "subject",
                        subject(request, response),
                        "outcome",
                        outcome,
                        "commandId",
                        key(request),
                        "traceId",
                        Span.current().getSpanContext().getTraceId()));
    }

    /** @param method null if the request was refused before it was known what it asks for */
    private static String name(Method method) {
        if (method == null) {
            return NO_OPERATION;
        }
        Operation documented = method.getAnnotation(Operation.class);
        return documented == null ? method.getName() : documented.operationId();
    }

    private static String outcome(ContainerResponseContext response) {
        if (response.getEntity() instanceof Problem problem) {
            return problem.code();
        }
        return response.getHeaders().containsKey("Idempotency-Replayed") ? "replayed" : "ok";
    }

    /** What was made, or else what was asked to change. Never the query, which may name a customer. */
    private static String subject(ContainerRequestContext request, ContainerResponseContext response) {
        String made = response.getHeaderString("Location");
        return made == null ? request.getUriInfo().getRequestUri().getRawPath() : made;
    }

    private static String key(ContainerRequestContext request) {
        String key = Objects.requireNonNullElse(request.getHeaderString("Idempotency-Key"), "-");
        return key.substring(0, Math.min(key.length(), LONGEST_KEY));
    }
}
