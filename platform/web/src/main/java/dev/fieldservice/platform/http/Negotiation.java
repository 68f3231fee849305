package dev.fieldservice.platform.http;

import dev.fieldservice.platform.problems.Refusal;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Content negotiation: what names no media type of its own is JSON, and whoever takes no JSON is told so before anything
 * happens. Else a caller that asks for {@code text/csv} would be given what {@code toString} makes of the answer.
 */
public class Negotiation {

    @ServerRequestFilter
    public void requireJsonToBeTaken(HttpHeaders headers, ResourceInfo resource) {
        boolean takesJson = taken(headers).stream().anyMatch(MediaType.APPLICATION_JSON_TYPE::isCompatible);
        if (!takesJson && !resource.getResourceMethod().isAnnotationPresent(Produces.class)) {
            throw new NotAcceptableException();
        }
    }

    private static List<MediaType> taken(HttpHeaders headers) {
        try {
            return headers.getAcceptableMediaTypes();
        } catch (IllegalArgumentException notAMediaType) {
            throw Refusal.Invalid.field(HttpHeaders.ACCEPT, "invalid-format", "Media types are expected.")
                    .refused();
        }
    }
}
