package dev.fieldservice.platform.http;

import dev.fieldservice.platform.memory.InFlight;
import dev.fieldservice.platform.memory.MemoryConfig;
import dev.fieldservice.platform.problems.Refusal;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * The check of a request body before it is read: of a media type that the operation takes, no larger than it says, and within
 * what may be in flight. Who calls is known by then. Where a method does not say what it consumes, Quarkus would read JSON out
 * of anything.
 */
public class Bodies {

    /** Under this name the exchange says how large a body this operation takes, if the request has one. */
    public static final String LIMIT = "fieldservice.body-limit";

    /** Two pieces on their way to the disk, and what the network holds. */
    private static final long UPLOAD = 128 * 1024L;

    private final InFlight inFlight;
    private final Duration patience;

    public Bodies(InFlight inFlight, MemoryConfig memory) {
        this.inFlight = inFlight;
        this.patience = memory.bodyPatience();
    }

    /** Last: whatever can be refused without the body is refused without it. */
    @ServerRequestFilter(priority = Priorities.USER + 1)
    public void check(ResteasyReactiveContainerRequestContext context, ResourceInfo resource, RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        InFlight.Held held = inFlight.hold(exchange);
        Announced announced = Announced.by(request);
        if (announced == Announced.NOTHING) {
            return;
        }
        Method operation = resource.getResourceMethod();
        requireTaken(operation, request.getHeader(HttpHeaders.CONTENT_TYPE));
        long limit = Taken.limit(operation);
        if (announced.bytes() > limit) {
            throw new Refusal.PayloadTooLarge(limit).refused();
        }
        exchange.put(LIMIT, limit);
        if (request.method().equals(HttpMethod.PUT)) {
            RoundTrip.of(operation).ifPresent(trip -> exchange.put(RoundTrip.KEY, trip));
        }
        if (Taken.isUpload(operation)) {
            held.more(UPLOAD);
        } else {
            new ReceivedBody(exchange, announced, limit, held, Taken.isBody(operation)).collect(context, patience);
        }
    }

    /** A body of no type is taken as JSON, by operations that take nothing else. */
    private static void requireTaken(Method operation, String type) {
        List<String> taken = Taken.types(operation);
        boolean fits =
                type == null ? !Taken.isUpload(operation) : taken.stream().anyMatch(one -> isOf(type, one));
        if (!fits) {
            throw new Refusal.UnsupportedMediaType(taken).refused();
        }
    }

    private static boolean isOf(String type, String taken) {
        try {
            return MediaType.valueOf(type).isCompatible(MediaType.valueOf(taken));
        } catch (IllegalArgumentException notAMediaType) {
            return false;
        }
    }
}
