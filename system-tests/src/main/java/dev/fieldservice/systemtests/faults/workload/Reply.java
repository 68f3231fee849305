package dev.fieldservice.systemtests.faults.workload;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What came back for a request.
 *
 * @param status 0 where nothing came back
 * @param why what went wrong where nothing came back, else empty
 */
public record Reply(int status, JsonNode body, String etag, String retryAfter, String why) {

    private static final String IN_FLIGHT = "request-in-flight";

    public String text(String pointer) {
        return body.at(pointer).asText();
    }

    public boolean isOk() {
        return status / 100 == 2;
    }

    /** Answered, but not served: nothing has taken effect, and repeating will not help. */
    public boolean isRefused() {
        return status / 100 == 4 && !isUnknown() && status != 401;
    }

    /** Nobody can tell from outside whether it took effect: repeat with the same key. */
    public boolean isUnknown() {
        return status == 0
                || status == 429
                || status / 100 == 5
                || status == 409 && text("/code").equals(IN_FLIGHT);
    }

    /** An answer that the API promises never to give, whatever happens. */
    public boolean isForbiddenAnswer() {
        return status / 100 == 5 && status != 502 && status != 503 && status != 504;
    }

    @Override
    public String toString() {
        String text = status == 0 ? why : status + " " + body;
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
