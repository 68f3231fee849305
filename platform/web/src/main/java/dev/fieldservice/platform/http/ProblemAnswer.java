package dev.fieldservice.platform.http;

import dev.fieldservice.platform.problems.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;

/** A problem as the answer to an exchange that never reached a resource. */
public final class ProblemAnswer {

    private ProblemAnswer() {}

    public static Buffer body(Problem problem) {
        return Json.encodeToBuffer(problem);
    }

    /** Ends the exchange with this problem, unless its answer has already begun. */
    public static void end(RoutingContext exchange, Problem problem) {
        if (exchange.response().headWritten()) {
            return;
        }
        if (!exchange.request().isEnded()) {
            // A body that nobody reads would hold up the next request on this connection.
            exchange.request().resume();
        }
        exchange.response().setStatusCode(problem.status()).putHeader("Content-Type", Problem.MEDIA_TYPE);
        exchange.end(body(problem));
    }
}
