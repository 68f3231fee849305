package dev.fieldservice.gateway.routing;

import dev.fieldservice.gateway.limits.BodyLimit;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Passes requests on and answers back, streaming both ways: of no body more than its beginning is ever held. */
@Singleton
public class ReverseProxy {

    private final Upstreams upstreams;
    private final BodyLimit limits;
    private final HeldBodies room;

    ReverseProxy(Upstreams upstreams, BodyLimit limits, HeldBodies room) {
        this.upstreams = upstreams;
        this.limits = limits;
        this.room = room;
    }

    public void forward(RoutingContext exchange, Service service) {
        new Forwarding(exchange, service, upstreams, this::body, true).start();
    }

    /** Where the address holds a secret: no trace tells of it. What has no token takes no memory either: its body is empty. */
    public void forwardUntraced(RoutingContext exchange, Service service) {
        new Forwarding(exchange, service, upstreams, this::emptyBody, false).start();
    }

    private IncomingBody emptyBody(RoutingContext exchange, IncomingBody.Listener listener) {
        return new IncomingBody(exchange, 0, room, listener);
    }

    private IncomingBody body(RoutingContext exchange, IncomingBody.Listener listener) {
        return new IncomingBody(exchange, limits.of(exchange.request()), room, listener);
    }
}
