package dev.fieldservice.gateway.routing;

import io.vertx.core.MultiMap;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What of a service's headers reaches the client. */
final class ResponseHeaders {

    /** Of one connection only, or said by the gateway itself on every answer. */
    private static final Set<String> KEPT_BACK = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "server",
            "x-content-type-options",
            "x-frame-options",
            "referrer-policy",
            "content-security-policy");

    private static final List<String> ADDRESSES = List.of("Location", "Content-Location");

    private ResponseHeaders() {}

    /** Addresses of the service itself, which mean nothing outside, become relative to the gateway. */
    static void copy(MultiMap answer, MultiMap headers, URI service) {
        answer.forEach((name, value) -> {
            if (!KEPT_BACK.contains(name.toLowerCase(Locale.ROOT))) {
                headers.add(name, value);
            }
        });
        String inside = service.getScheme() + "://" + service.getAuthority() + "/";
        for (String name : ADDRESSES) {
            String address = headers.get(name);
            if (address != null && address.regionMatches(true, 0, inside, 0, inside.length())) {
                headers.set(name, address.substring(inside.length() - 1));
            }
        }
        if (!headers.contains("Date")) {
            headers.set("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
        }
    }
}
