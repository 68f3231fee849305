package dev.fieldservice.players.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came back.
 *
 * @param status 0 where nothing came back; then the text says why
 */
public record Answer(int status, HttpHeaders headers, String text) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROBLEM = "application/problem+json";
    private static final String TYPES = "https://fieldservice.dev/problems/";
    private static final int SHOWN = 400;

    static Answer none(String why) {
        return new Answer(0, HttpHeaders.of(Map.of(), (name, value) -> true), why);
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
        return status == 0 || status / 100 == 5 || status == 409 && code().equals("request-in-flight");
    }

    /** One that the API promises never to give, whatever happens. */
    public boolean isForbiddenAnswer() {
        return status / 100 == 5 && status != 502 && status != 503 && status != 504;
    }

    /** Missing where it is not JSON. */
    public JsonNode body() {
        try {
            return Optional.ofNullable(JSON.readTree(text)).orElse(MissingNode.getInstance());
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }

    public String text(String pointer) {
        return body().at(pointer).asText();
    }

    public String code() {
        return text("/code");
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    public String etag() {
        return header("ETag").orElse("");
    }

    public String retryAfter() {
        return header("Retry-After").orElse("");
    }

    public List<String> pointers() {
        return body().at("/errors").findValuesAsText("pointer");
    }

    /** A problem document that a client can branch on and support can trace. */
    public boolean isProblem() {
        var problem = body();
        return header("Content-Type").orElse("").startsWith(PROBLEM)
                && problem.at("/status").asInt() == status
                && !problem.at("/title").asText().isEmpty()
                && problem.at("/type").asText().equals(TYPES + code())
                && problem.at("/code").asText().matches("[a-z]+(-[a-z]+)*")
                && problem.at("/traceId").asText().matches("[0-9a-f]{32}");
    }

    /** What is left of a problem when nothing of this one request is in it. */
    public JsonNode impersonal() {
        var problem = body();
        return problem instanceof ObjectNode object
                ? object.deepCopy().without(List.of("traceId", "instance"))
                : problem;
    }

    @Override
    public String toString() {
        return status + " " + text.substring(0, Math.min(text.length(), SHOWN));
    }
}
