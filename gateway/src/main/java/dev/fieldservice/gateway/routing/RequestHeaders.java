package dev.fieldservice.gateway.routing;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** Of one connection only, met by the gateway, or written anew for the service. */
    private static final Set<String> KEPT_BACK = Set.of(
            "connection",
            "content-length",
            "expect",
            "host",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private RequestHeaders() {}

    /** Where the request came from is ours to say. */
    static void copy(HttpServerRequest request, MultiMap headers) {
        Set<String> ofThisConnection = connectionOptions(request.headers().getAll("Connection"));
        request.headers().forEach((header, value) -> {
            String name = header.toLowerCase(Locale.ROOT);
            if (!KEPT_BACK.contains(name) && !isClaim(name) && !ofThisConnection.contains(name)) {
                headers.add(header, value);
            }
        });
        headers.set("X-Forwarded-For", request.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", request.scheme());
        if (request.authority() != null) {
            headers.set("X-Forwarded-Host", request.authority().toString());
        }
    }

    private static boolean isClaim(String name) {
        return (name.startsWith("x") || name.startsWith("f")) && CLAIMS.stream().anyMatch(name::startsWith);
    }

    private static Set<String> connectionOptions(List<String> values) {
        return values.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(option -> option.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
