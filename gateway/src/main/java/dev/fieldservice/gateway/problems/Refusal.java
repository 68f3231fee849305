package dev.fieldservice.gateway.problems;

import java.util.Locale;

/** What the gateway itself refuses. Every other answer is a service's own and passes through unchanged. */
public enum Refusal {
    MALFORMED_REQUEST(400, "The request could not be read"),
    UNAUTHENTICATED(401, "A valid access token is needed"),
    NOT_FOUND(404, "Nothing is found here"),
    METHOD_NOT_ALLOWED(405, "This method is not available here"),
    NOT_ACCEPTABLE(406, "None of the accepted media types is available"),
    PAYLOAD_TOO_LARGE(413, "The request body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "This media type is not supported here"),
    RATE_LIMITED(429, "Too many requests"),
    INTERNAL_ERROR(500, "Something went wrong"),
    BAD_GATEWAY(502, "The service could not be reached"),
    UNAVAILABLE(503, "Unavailable for the moment"),
    GATEWAY_TIMEOUT(504, "The service did not answer in time");

    private final int status;
    private final String title;

    Refusal(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
