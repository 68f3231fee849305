package dev.fieldservice.platform.http;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Compression of answers for whoever takes it. Quarkus decides by the media types that a method declares, and ours declare none
 * where they answer with JSON; so it marks every answer as not to be compressed, and the mark is taken off here.
 */
public class Compression {

    /** Of what fits into one packet nothing is gained. */
    private static final int WORTH_IT = 1_400;

    private static final Set<String> TEXTS = Set.of("application/json", "application/problem+json", "text/calendar");

    @ServerResponseFilter
    public void allow(ContainerResponseContext answer, RoutingContext exchange) {
        if (answer.hasEntity() && isText(answer.getMediaType())) {
            answer.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            exchange.addHeadersEndHandler(written -> decide(exchange.response().headers()));
        }
    }

    /** What names no media type is JSON. */
    private static boolean isText(MediaType type) {
        return type == null || TEXTS.contains(type.getType() + "/" + type.getSubtype());
    }

    /** An answer of unknown length is a long one. */
    private static void decide(MultiMap headers) {
        String length = headers.get(HttpHeaders.CONTENT_LENGTH);
        if (length == null || Integer.parseInt(length) >= WORTH_IT) {
            headers.remove(HttpHeaders.CONTENT_ENCODING);
        }
    }
}
