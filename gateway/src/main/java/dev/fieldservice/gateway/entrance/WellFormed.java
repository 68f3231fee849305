package dev.fieldservice.gateway.entrance;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The syntax check of a request head. HTTP/2 carries almost any byte in any place; over HTTP/1.1, in which the services are asked,
 * some of them would end a header and begin another one.
 */
final class WellFormed {

    private record Rule(Predicate<HttpServerRequest> isKept, String objection) {}

    private static final List<String> AT_MOST_ONCE =
            List.of("Host", "Authorization", "Idempotency-Key", "Content-Type", "Content-Length");

    private static final List<Rule> RULES = List.of(
            new Rule(WellFormed::hasAnAddress, "The address is not a path with a query of visible characters"),
            new Rule(WellFormed::namesAHost, "No host is named"),
            new Rule(WellFormed::hasAKnownScheme, "The scheme is neither http nor https"),
            new Rule(WellFormed::hasPlainHeaders, "A header holds a character that it must not"),
            new Rule(WellFormed::saysOnceWhatCountsOnce, "One of " + AT_MOST_ONCE + " is there twice"),
            new Rule(WellFormed::isFramedAsUsual, "The only transfer coding is chunked"));

    private WellFormed() {}

    /** What is wrong, if anything. */
    static Optional<String> objection(HttpServerRequest request) {
        for (Rule rule : RULES) {
            if (!rule.isKept.test(request)) {
                return Optional.of(rule.objection);
            }
        }
        return Optional.empty();
    }

    private static boolean hasAnAddress(HttpServerRequest request) {
        String uri = request.uri();
        return uri != null && uri.chars().allMatch(c -> c > ' ' && c < 127);
    }

    private static boolean namesAHost(HttpServerRequest request) {
        return request.authority() == null
                ? request.version() == HttpVersion.HTTP_1_0
                : !request.authority().host().isEmpty();
    }

    private static boolean hasAKnownScheme(HttpServerRequest request) {
        return "http".equals(request.scheme()) || "https".equals(request.scheme());
    }

    private static boolean hasPlainHeaders(HttpServerRequest request) {
        for (var header : request.headers()) {
            if (!isToken(header.getKey()) || !isPlain(header.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** As RFC 9110, section 5.6.2. */
    private static boolean isToken(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean isLetterOrDigit = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!isLetterOrDigit && "!#$%&'*+-.^_`|~".indexOf(c) < 0) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' && c != '\t' || c == 127) {
                return false;
            }
        }
        return true;
    }

    private static boolean saysOnceWhatCountsOnce(HttpServerRequest request) {
        for (String name : AT_MOST_ONCE) {
            if (request.headers().getAll(name).size() > 1) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFramedAsUsual(HttpServerRequest request) {
        List<String> codings = request.headers().getAll("Transfer-Encoding");
        return codings.isEmpty()
                || request.version() != HttpVersion.HTTP_2
                        && codings.size() == 1
                        && codings.getFirst().equalsIgnoreCase("chunked");
    }
}
