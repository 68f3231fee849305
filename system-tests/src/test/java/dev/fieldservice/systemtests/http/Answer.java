package dev.fieldservice.systemtests.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;

/** What came back. */
public record Answer(int status, String contentType, String text, HttpResponse<String> response) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROBLEM = "application/problem+json";
    private static final String TYPES = "https://fieldservice.dev/problems/";

    static Answer of(HttpResponse<String> response) {
        var type = response.headers().firstValue("Content-Type").orElse("");
        return new Answer(response.statusCode(), type, response.body(), response);
    }

    public JsonNode json() {
        try {
            return Optional.ofNullable(JSON.readTree(text)).orElse(MissingNode.getInstance());
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }

    public String code() {
        return json().at("/code").asText();
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    public List<String> pointers() {
        return json().at("/errors").findValuesAsText("pointer");
    }

    /** A problem document that a client can branch on and support can trace. */
    public boolean isProblem() {
        var problem = json();
        return contentType.startsWith(PROBLEM)
                && problem.at("/status").asInt() == status
                && !problem.at("/title").asText().isEmpty()
                && problem.at("/type").asText().equals(TYPES + code())
                && problem.at("/code").asText().matches("[a-z]+(-[a-z]+)*")
                && problem.at("/traceId").asText().matches("[0-9a-f]{32}");
    }

    /** What is left of a problem when nothing of this one request is in it. */
    public JsonNode impersonal() {
        var problem = json();
        return problem instanceof ObjectNode object
                ? object.deepCopy().without(List.of("traceId", "instance"))
                : problem;
    }

    @Override
    public String toString() {
        return status + " " + contentType + " " + text.substring(0, Math.min(text.length(), 400));
    }
}
