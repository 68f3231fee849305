package dev.fieldservice.gateway.routing;

import io.vertx.core.MultiMap;
import java.net.URI;
import java.util.List;

/** What of a service's headers reaches the client. */
final class ResponseHeaders {

    /** Of one connection only, or said by the gateway itself on every answer. */
    private static final List<String> KEPT_BACK = List.of(
            "Connection",
            "Keep-Alive",
            "Proxy-Authenticate",
            "Proxy-Connection",
            "TE",
            "Trailer",
            "Upgrade",
            "Server",
            "X-Content-Type-Options");

    private static final List<String> ADDRESSES = List.of("Location", "Content-Location");

    private ResponseHeaders() {}

    /** Addresses of the service itself, which mean nothing outside, become relative to the gateway. */
    static void prepare(MultiMap headers, URI service) {
        KEPT_BACK.forEach(headers::remove);
        String inside = service.getScheme() + "://" + service.getAuthority() + "/";
        for (String name : ADDRESSES) {
            String address = headers.get(name);
            if (address != null && address.regionMatches(true, 0, inside, 0, inside.length())) {
                headers.set(name, address.substring(inside.length() - 1));
            }
        }
    }
}
