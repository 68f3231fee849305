package dev.fieldservice.platform.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * The end of a connection whose client is refused before it has sent all of its body. What nobody reads would keep it from
 * reading the answer; so it is read and thrown away, for a while.
 */
public class UnreadBody {

    /** Long enough for a client that still sends to read the answer, short enough to be no gift to a flooder. */
    private static final long LINGER_MILLIS = 2_000;

    /** So little is on its way already; the connection can be kept. */
    private static final long LITTLE = 64 * 1024L;

    @ServerResponseFilter
    public void close(ContainerResponseContext answer, RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        if (answer.getStatus() < 400 || Announced.by(request) == Announced.NOTHING || request.isEnded()) {
            return;
        }
        request.resume();
        Announced announced = Announced.by(request);
        boolean isMuch = !announced.isKnown() || announced.bytes() > LITTLE;
        if (request.version() != HttpVersion.HTTP_2) {
            if (isMuch) {
                exchange.response().putHeader("Connection", "close");
            }
            exchange.vertx().setTimer(LINGER_MILLIS, timer -> leave(request, isMuch));
        }
    }

    private static void leave(HttpServerRequest request, boolean isMuch) {
        if (isMuch || !request.isEnded()) {
            var _ = request.connection().close();
        }
    }
}
