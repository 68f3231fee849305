package dev.fieldservice.gateway.routing;

import dev.fieldservice.gateway.limits.BodyLimit;
import dev.fieldservice.gateway.limits.MeteredBody;
import dev.fieldservice.gateway.problems.GatewayRefusal;
import dev.fieldservice.platform.http.ProblemAnswer;
import dev.fieldservice.platform.problems.Problem;
import io.vertx.core.Future;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.OriginRequestProvider;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** One request on its way to a service and back. */
final class Forwarding implements OriginRequestProvider, ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(Forwarding.class);

    private final RoutingContext exchange;
    private final Service service;
    private final Upstreams upstreams;
    private final MeteredBody body;
    private HttpClientRequest sent;

    Forwarding(RoutingContext exchange, Service service, Upstreams upstreams, BodyLimit limits) {
        this.exchange = exchange;
        this.service = service;
        this.upstreams = upstreams;
        this.body = new MeteredBody(exchange.request(), limits.of(exchange.request()), this::startWaiting);
    }

    @Override
    public Future<HttpClientRequest> create(ProxyContext context) {
        return upstreams.request(service).onSuccess(request -> {
            sent = request;
            // Told of in handleProxyRequest; without a handler each client that leaves would be logged as an error.
            request.exceptionHandler(failure -> LOG.tracef(failure, "%s", service));
        });
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        HttpServerRequest received = exchange.request();
        // The path that was checked, also when the client sent an absolute URI that names another host.
        request.setURI(received.query() == null ? received.path() : received.path() + "?" + received.query());
        request.setBody(Body.body(body, request.getBody().length()));
        RequestHeaders.prepare(request.headers(), received);
        return context.sendRequest().recover(failure -> Future.succeededFuture(refuse(request, failure)));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        ProxyResponse response = context.response();
        ResponseHeaders.prepare(response.headers(), upstreams.url(service));
        if (response.getBody() != null && neverHasABody(response.getStatusCode())) {
            // Passed on as a body it would be announced as chunked, which these statuses forbid.
            response.getBody().stream().resume();
            response.setBody(null);
        }
        return context.sendResponse();
    }

    /** The service's time runs from the end of the request: a slow uplink is not the service's fault. */
    private void startWaiting() {
        if (sent != null) {
            sent.idleTimeout(upstreams.responseTimeout().toMillis());
        }
    }

    private ProxyResponse refuse(ProxyRequest request, Throwable failure) {
        GatewayRefusal refusal = refusal(failure);
        LOG.debugf(failure, "%s: %s", service.fullName(), refusal.code());
        ProxyResponse response = request.release().response();
        retryAfter(refusal, response);
        Problem problem = refusal.problem(detail(refusal));
        return response.setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .setBody(Body.body(ProblemAnswer.body(problem)));
    }

    private GatewayRefusal refusal(Throwable failure) {
        if (body.tooLarge()) {
            return GatewayRefusal.PAYLOAD_TOO_LARGE;
        }
        if (failure instanceof ConnectionPoolTooBusyException) {
            return GatewayRefusal.UNAVAILABLE;
        }
        return sent != null && failure instanceof TimeoutException
                ? GatewayRefusal.GATEWAY_TIMEOUT
                : GatewayRefusal.BAD_GATEWAY;
    }

    private String detail(GatewayRefusal refusal) {
        return refusal == GatewayRefusal.PAYLOAD_TOO_LARGE
                ? "At most " + body.limit() + " bytes are accepted"
                : service.fullName()
                        + ": repeat the request; a command with the same Idempotency-Key takes effect once";
    }

    private static void retryAfter(GatewayRefusal refusal, ProxyResponse response) {
        if (refusal.status() >= 500) {
            response.putHeader("Retry-After", refusal == GatewayRefusal.GATEWAY_TIMEOUT ? "5" : "1");
        }
    }

    private static boolean neverHasABody(int status) {
        return status == 204 || status == 304;
    }
}
