package dev.fieldservice.gateway.routing;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;

/** What of a client's headers reaches a service. */
final class RequestHeaders {

    /**
     * A service believes only the token; still, nothing that looks like an identity or like another address of the
     * request may come from outside, lest one day something behind the gateway believes it.
     */
    private static final List<String> CLAIMS = List.of(
            "forwarded",
            "x-forwarded-",
            "x-real-ip",
            "x-user",
            "x-remote-",
            "x-role",
            "x-auth",
            "x-original-",
            "x-rewrite-",
            "x-http-method",
            "x-method-override");

    private RequestHeaders() {}

    /** Expectations are met by the gateway, hop-by-hop headers end here, and where the request came from is ours to say. */
    static void prepare(MultiMap headers, HttpServerRequest request) {
        connectionOptions(headers.getAll("Connection")).forEach(headers::remove);
        headers.remove("Expect");
        headers.remove("Proxy-Connection");
        headers.names().stream().filter(RequestHeaders::isClaim).toList().forEach(headers::remove);
        headers.set("X-Forwarded-For", request.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", request.scheme());
        if (request.authority() != null) {
            headers.set("X-Forwarded-Host", request.authority().toString());
        }
    }

    private static boolean isClaim(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return (name.startsWith("x") || name.startsWith("f")) && CLAIMS.stream().anyMatch(name::startsWith);
    }

    private static List<String> connectionOptions(List<String> values) {
        return values.stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .map(String::strip)
                .filter(option -> !option.isEmpty() && !option.equalsIgnoreCase("close"))
                .toList();
    }
}
