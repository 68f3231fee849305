package dev.fieldservice.gateway.problems;

import dev.fieldservice.platform.problems.Problem;
import io.opentelemetry.api.trace.Span;
import java.util.Locale;

/** What the gateway itself refuses with. Every other answer is a service's own and passes through unchanged. */
public enum GatewayRefusal {
    MALFORMED_REQUEST(400, "The request is not well-formed"),
    UNAUTHENTICATED(401, "A valid access token is needed"),
    ORIGIN_NOT_ALLOWED(403, "Not from this origin"),
    NOT_FOUND(404, "Nothing is found here"),
    METHOD_NOT_ALLOWED(405, "Not a method of this address"),
    REQUEST_TIMEOUT(408, "The request came too slowly"),
    PAYLOAD_TOO_LARGE(413, "The request body is too large"),
    URI_TOO_LONG(414, "The address is too long"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    RATE_LIMITED(429, "Too many requests"),
    TOO_MUCH_IN_FLIGHT(429, "Too much at once"),
    INTERNAL_ERROR(500, "Something went wrong"),
    BAD_GATEWAY(502, "The service broke off"),
    UNAVAILABLE(503, "Unavailable for the moment"),
    GATEWAY_TIMEOUT(504, "The service did not answer in time");

    private final int status;
    private final String title;

    GatewayRefusal(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    /** The problem to answer with, under the trace of the current request. */
    public Problem problem(String detail) {
        return Problem.of(
                status, code(), title, detail, Span.current().getSpanContext().getTraceId());
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
