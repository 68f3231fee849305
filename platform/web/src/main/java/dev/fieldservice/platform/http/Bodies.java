package dev.fieldservice.platform.http;

import dev.fieldservice.platform.problems.Refusal;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * The check of a request body before it is read: of a media type that the operation takes, and no larger than it says. Where
 * a method does not say what it consumes, Quarkus would read JSON out of anything.
 */
public class Bodies {

    /** Under this name the exchange says how large a body this operation takes, if the request has one. */
    public static final String LIMIT = "fieldservice.body-limit";

    @ServerRequestFilter
    public void check(ResteasyReactiveContainerRequestContext context, ResourceInfo resource, RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
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
        if (!announced.isKnown() && !Taken.isUpload(operation)) {
            new ChunkedBody(request, limit).collect(context);
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
