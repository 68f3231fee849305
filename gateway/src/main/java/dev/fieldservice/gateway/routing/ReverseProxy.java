package dev.fieldservice.gateway.routing;

import dev.fieldservice.gateway.limits.BodyLimit;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.inject.Singleton;

/** Passes requests on and answers back, streaming both ways: no body is ever held as a whole. */
@Singleton
public class ReverseProxy {

    private static final ProxyOptions PLAIN_HTTP = new ProxyOptions().setSupportWebSocket(false);

    private final Upstreams upstreams;
    private final BodyLimit limits;

    public ReverseProxy(Upstreams upstreams, BodyLimit limits) {
        this.upstreams = upstreams;
        this.limits = limits;
    }

    public void forward(RoutingContext exchange, Service service) {
        var forwarding = new Forwarding(exchange, service, upstreams, limits);
        HttpProxy.reverseProxy(PLAIN_HTTP, upstreams.client())
                .origin(forwarding)
                .addInterceptor(forwarding)
                .handle(new BreakableRequest(exchange.request()));
    }
}
