package dev.fieldservice.gateway.entrance;

import dev.fieldservice.gateway.problems.GatewayRefusal;
import dev.fieldservice.platform.http.ProblemAnswer;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * Cross-origin resource sharing: the answer to a browser that asks whether a page of another origin may use the API. It decides
 * nothing about callers; who they are says the token, which no browser sends by itself.
 */
@Singleton
class Cors {

    private static final int NO_CONTENT = 204;
    private static final String METHODS = "GET, HEAD, POST, PUT";
    private static final String SENT = String.join(
            ", ",
            List.of(
                    "Authorization",
                    "Content-Type",
                    "Accept",
                    "Idempotency-Key",
                    "If-Match",
                    "If-None-Match",
                    "If-Range",
                    "Range",
                    "traceparent"));
    private static final String SHOWN = String.join(
            ", ",
            List.of(
                    "ETag",
                    "Location",
                    "Retry-After",
                    "Idempotency-Replayed",
                    "WWW-Authenticate",
                    "Content-Range",
                    "Content-Disposition",
                    "RateLimit-Limit",
                    "RateLimit-Remaining",
                    "RateLimit-Reset"));

    private final Set<String> origins;
    private final String maxAge;

    Cors(CorsConfig config) {
        this.origins = config.origins().orElse(Set.of());
        this.maxAge = String.valueOf(config.maxAge().toSeconds());
    }

    /** Whether the browser only asks whether it may ask. */
    static boolean isPreflight(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && request.headers().contains("Origin")
                && request.headers().contains("Access-Control-Request-Method");
    }

    /** Says on the answer to come who may read it. */
    void mark(RoutingContext exchange) {
        if (origins.isEmpty()) {
            return;
        }
        MultiMap answer = exchange.response().headers();
        answer.add("Vary", "Origin");
        String origin = exchange.request().getHeader("Origin");
        if (origin != null && isAllowed(origin)) {
            answer.set("Access-Control-Allow-Origin", origin).set("Access-Control-Expose-Headers", SHOWN);
        }
    }

    void answer(RoutingContext preflight) {
        if (!preflight.response().headers().contains("Access-Control-Allow-Origin")) {
            ProblemAnswer.end(
                    preflight,
                    GatewayRefusal.ORIGIN_NOT_ALLOWED.problem("This page may not use the API from a browser"));
            return;
        }
        preflight
                .response()
                .setStatusCode(NO_CONTENT)
                .putHeader("Access-Control-Allow-Methods", METHODS)
                .putHeader("Access-Control-Allow-Headers", SENT)
                .putHeader("Access-Control-Max-Age", maxAge);
        preflight.end();
    }

    private boolean isAllowed(String origin) {
        int port = origin.lastIndexOf(':');
        boolean hasPort = port > 0 && origin.substring(port + 1).matches("[0-9]{1,5}");
        return origins.contains(origin) || hasPort && origins.contains(origin.substring(0, port) + ":*");
    }
}
