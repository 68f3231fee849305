package dev.fieldservice.gateway.limits;

import dev.fieldservice.gateway.problems.GatewayRefusal;
import dev.fieldservice.platform.http.ProblemAnswer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Turns away a body that says it is too large before a byte of it is asked for. */
@Singleton
public class BodyLimit {

    private final LimitsConfig limits;

    public BodyLimit(LimitsConfig limits) {
        this.limits = limits;
    }

    /** How large a body this request may have. */
    public long of(HttpServerRequest request) {
        String type = request.getHeader("Content-Type");
        boolean isUpload = type != null && !type.toLowerCase(Locale.ROOT).contains("json");
        return (isUpload ? limits.maxUploadSize() : limits.maxBodySize()).asLongValue();
    }

    /** True if the exchange may go on; else it is already answered. */
    public boolean admits(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        long limit = of(request);
        if (announced(request) > limit) {
            refuse(exchange, limit);
            return false;
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        return true;
    }

    private void refuse(RoutingContext exchange, long limit) {
        HttpServerRequest request = exchange.request();
        if (request.version() != HttpVersion.HTTP_2) {
            exchange.response().putHeader("Connection", "close");
        }
        ProblemAnswer.end(
                exchange, GatewayRefusal.PAYLOAD_TOO_LARGE.problem("At most " + limit + " bytes are accepted"));
    }

    private static long announced(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException tooManyDigits) {
            return Long.MAX_VALUE;
        }
    }
}
