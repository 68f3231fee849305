package dev.fieldservice.gateway.problems;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.opentelemetry.api.trace.Span;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;

/** Problem details of RFC 9457. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, String code, String traceId) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPES = "https://fieldservice.dev/problems/";

    public static Problem of(Refusal refusal, String detail) {
        String traceId = Span.current().getSpanContext().getTraceId();
        return new Problem(TYPES + refusal.code(), refusal.title(), refusal.status(), detail, refusal.code(), traceId);
    }

    public Buffer body() {
        return Json.encodeToBuffer(this);
    }

    /** Ends the exchange with this problem, unless its answer has already begun. */
    public void answer(RoutingContext exchange) {
        if (exchange.response().headWritten()) {
            return;
        }
        if (!exchange.request().isEnded()) {
            // A body that nobody reads would hold up the next request on this connection.
            exchange.request().resume();
        }
        exchange.response().setStatusCode(status).putHeader("Content-Type", MEDIA_TYPE);
        exchange.end(body());
    }
}
