package dev.fieldservice.systemtests.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What can be done at one address. */
public record Operation(String method, String path, JsonNode pathItem, JsonNode description, JsonNode document) {

    /** A value outside the body. */
    public record Parameter(String name, String in, boolean required, Schema schema, JsonNode description) {

        /** The same for one value of a list. */
        public Parameter ofOne() {
            return new Parameter(name, in, required, schema.items(), description);
        }

        /** A value that fits. */
        public String sample() {
            if (schema.type().equals("array")) {
                return ofOne().sample();
            }
            return description.has("example")
                    ? description.at("/example").asText()
                    : Sample.of(schema).asText();
        }
    }

    /** As it stands in tables: {@code GET /v1/tickets/{id}}. */
    public String name() {
        return method + " " + path;
    }

    public boolean reads() {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** Makes something new, rather than do something to what an id names. */
    public boolean creates() {
        return method.equals("POST") && !path.contains("{") && body().isPresent();
    }

    public List<Parameter> parameters() {
        return Stream.of(pathItem, description)
                .flatMap(node -> StreamSupport.stream(node.at("/parameters").spliterator(), false))
                .map(this::resolved)
                .map(parameter -> new Parameter(
                        parameter.at("/name").asText(),
                        parameter.at("/in").asText(),
                        parameter.at("/required").asBoolean(),
                        Schema.of(parameter.at("/schema"), document),
                        parameter))
                .toList();
    }

    private JsonNode resolved(JsonNode node) {
        var reference = node.at("/$ref").asText();
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    public Optional<Schema> body() {
        var schema = description.at("/requestBody/content/application~1json/schema");
        return schema.isMissingNode() ? Optional.empty() : Optional.of(Schema.of(schema, document));
    }

    /** Takes a file as its body. */
    public boolean isUpload() {
        return description.has("requestBody") && body().isEmpty();
    }

    /** The most that its body may have, in bytes. */
    public int mostBytes() {
        return description.at("/requestBody/x-max-bytes").asInt();
    }

    /** Answers with a file. */
    public boolean isDownload() {
        return description.at("/responses").has("206");
    }

    /** Whether it says that it may answer with this problem. */
    public boolean lists(int status, String code) {
        return StreamSupport.stream(description.at("/x-problem-codes/" + status).spliterator(), false)
                .anyMatch(listed -> listed.asText().equals(code));
    }

    public boolean requiresBody() {
        return description.at("/requestBody/required").asBoolean();
    }

    @Override
    public String toString() {
        return name();
    }
}
