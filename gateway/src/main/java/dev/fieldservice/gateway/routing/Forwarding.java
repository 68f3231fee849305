package dev.fieldservice.gateway.routing;

import dev.fieldservice.gateway.limits.AtOnce;
import dev.fieldservice.gateway.problems.GatewayRefusal;
import dev.fieldservice.platform.http.ProblemAnswer;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;

/**
 * One request on its way to a service and back. It uses a connection to the service only from the moment there is something to
 * send, and gives it back at once when the client leaves.
 */
final class Forwarding implements IncomingBody.Listener {

    private static final Logger LOG = Logger.getLogger(Forwarding.class);

    private final RoutingContext exchange;
    private final Service service;
    private final Upstreams upstreams;
    private final IncomingBody body;
    private final boolean isTraced;
    private HttpClientRequest sent;
    private boolean isAskedAgain;
    private boolean isPassedOn;
    private boolean isAnswering;
    private boolean isAnswered;
    private boolean isOver;

    Forwarding(
            RoutingContext exchange,
            Service service,
            Upstreams upstreams,
            BiFunction<RoutingContext, IncomingBody.Listener, IncomingBody> bodies,
            boolean isTraced) {
        this.exchange = exchange;
        this.service = service;
        this.upstreams = upstreams;
        this.isTraced = isTraced;
        this.body = bodies.apply(exchange, this);
    }

    void start() {
        exchange.addEndHandler(over -> leave());
        body.read();
    }

    /** A request that was sent and answered in full has given its connection back; any other must not keep it. */
    private void leave() {
        isOver = true;
        AtOnce.leaveTurn(exchange);
        body.drop();
        if (!isPassedOn || !isAnswered) {
            cancel();
        }
    }

    private void cancel() {
        if (sent != null) {
            upstreams.cancel(sent);
            sent = null;
        }
    }

    /** What only reads waits for its turn: it costs its service as much whether or not its client stays. */
    @Override
    public void ready() {
        if (isSafe() && body.isEmpty()) {
            AtOnce.inTurn(exchange, service.name(), this::ask);
        } else {
            ask();
        }
    }

    private void ask() {
        Future<HttpClientRequest> connected = upstreams.request(service, isTraced);
        AtOnce.countUntil(connected, exchange);
        connected.compose(this::send).onFailure(this::failed);
    }

    private Future<Void> send(HttpClientRequest request) {
        if (isOver) {
            upstreams.cancel(request);
            return Future.succeededFuture();
        }
        sent = request;
        HttpServerRequest received = exchange.request();
        request.setMethod(received.method());
        // The path that was checked, also when the client sent an absolute URI that names another host.
        request.setURI(received.query() == null ? received.path() : received.path() + "?" + received.query());
        RequestHeaders.copy(received, request.headers());
        // Told of by the response; without a handler each client that leaves would be logged as an error.
        request.exceptionHandler(failure -> LOG.tracef(failure, "%s", service));
        Future<Void> answer = request.response().compose(this::answer);
        body.sendTo(request);
        return answer;
    }

    @Override
    public void passedOn() {
        isPassedOn = true;
        // The service's time runs from the end of the request: a slow uplink is not the service's fault.
        if (!isAnswering) {
            sent.idleTimeout(upstreams.responseTimeout().toMillis());
        }
    }

    private Future<Void> answer(HttpClientResponse response) {
        isAnswering = true;
        AtOnce.endTurn(exchange);
        if (!isOver) {
            new Answering(exchange, upstreams.url(service)).answer(response, () -> isAnswered = true, this::cancel);
        }
        return Future.succeededFuture();
    }

    @Override
    public void tooLarge() {
        refuse(GatewayRefusal.PAYLOAD_TOO_LARGE, "At most " + body.limit() + " bytes are accepted");
    }

    @Override
    public void noRoom() {
        exchange.response().putHeader("Retry-After", "1");
        refuse(GatewayRefusal.UNAVAILABLE, "Too much is being sent at the moment");
    }

    private void failed(Throwable failure) {
        if (isOver) {
            return;
        }
        if (isWorthRepeating(failure)) {
            isAskedAgain = true;
            ask();
            return;
        }
        AtOnce.endTurn(exchange);
        GatewayRefusal refusal = refusal(failure);
        LOG.debugf(failure, "%s: %s", service.fullName(), refusal.code());
        exchange.response().putHeader("Retry-After", refusal == GatewayRefusal.GATEWAY_TIMEOUT ? "5" : "1");
        refuse(
                refusal,
                service.fullName() + ": repeat the request; a command with the same Idempotency-Key takes effect once");
    }

    /**
     * A connection that was kept may be closed by the service at the moment it is used again; what only reads is then asked
     * once more, on another one.
     */
    private boolean isWorthRepeating(Throwable failure) {
        return !isAskedAgain && sent != null && isSafe() && body.isEmpty() && Upstreams.isHangUp(failure);
    }

    private boolean isSafe() {
        HttpMethod method = exchange.request().method();
        return method == HttpMethod.GET || method == HttpMethod.HEAD;
    }

    /** Once the answer has begun it can only be broken off. */
    private void refuse(GatewayRefusal refusal, String detail) {
        if (exchange.response().headWritten()) {
            cancel();
        } else {
            ProblemAnswer.end(exchange, refusal.problem(detail));
        }
    }

    /** Where there was no connection, none free or nobody there to take one, nothing has reached the service. */
    private GatewayRefusal refusal(Throwable failure) {
        if (sent == null) {
            return GatewayRefusal.UNAVAILABLE;
        }
        return failure instanceof TimeoutException ? GatewayRefusal.GATEWAY_TIMEOUT : GatewayRefusal.BAD_GATEWAY;
    }
}
