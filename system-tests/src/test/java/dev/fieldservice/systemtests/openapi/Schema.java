package dev.fieldservice.systemtests.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A JSON schema as OpenAPI 3.1 documents have it, with its references followed. */
public record Schema(ObjectNode own, JsonNode document) {

    static Schema of(JsonNode schema, JsonNode document) {
        ObjectNode merged = schema.<ObjectNode>deepCopy();
        Stream.concat(Stream.of(schema), alternatives(schema)).forEach(part -> {
            var reference = part.at("/$ref").asText();
            var target = reference.isEmpty()
                    ? part
                    : of(document.at(reference.substring(1)), document).own();
            target.properties().forEach(entry -> merged.putIfAbsent(entry.getKey(), entry.getValue()));
        });
        return new Schema(merged, document);
    }

    private static Stream<JsonNode> alternatives(JsonNode schema) {
        return Stream.of("anyOf", "oneOf", "allOf")
                .flatMap(name -> StreamSupport.stream(schema.at("/" + name).spliterator(), false))
                .filter(part -> !part.at("/type").asText().equals("null"));
    }

    public String type() {
        return types().filter(type -> !type.equals("null"))
                .findFirst()
                .orElse(own.has("properties") ? "object" : "string");
    }

    private Stream<String> types() {
        var type = own.at("/type");
        return type.isArray()
                ? StreamSupport.stream(type.spliterator(), false).map(JsonNode::asText)
                : Stream.of(type.asText()).filter(name -> !name.isEmpty());
    }

    public Optional<JsonNode> example() {
        return Stream.of(own.at("/examples/0"), own.at("/example"))
                .filter(node -> !node.isMissingNode())
                .findFirst();
    }

    public List<JsonNode> enumeration() {
        return StreamSupport.stream(own.at("/enum").spliterator(), false).toList();
    }

    public String text(String keyword) {
        return own.at("/" + keyword).asText();
    }

    public Optional<Integer> count(String keyword) {
        return own.has(keyword) ? Optional.of(own.get(keyword).asInt()) : Optional.empty();
    }

    public Optional<BigDecimal> number(String keyword) {
        return own.has(keyword) ? Optional.of(own.get(keyword).decimalValue()) : Optional.empty();
    }

    public Map<String, Schema> properties() {
        var properties = new LinkedHashMap<String, Schema>();
        own.at("/properties")
                .properties()
                .forEach(entry -> properties.put(entry.getKey(), of(entry.getValue(), document)));
        return properties;
    }

    /** Without what may only be sent back as it was read. */
    public Map<String, Schema> writable() {
        var properties = properties();
        properties.values().removeIf(property -> property.own().at("/readOnly").asBoolean());
        return properties;
    }

    public Set<String> required() {
        return StreamSupport.stream(own.at("/required").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }

    /** Takes whatever comes: more properties, and anything in those it knows. */
    public boolean isOpen() {
        return own.at("/x-lenient").asBoolean();
    }

    public Schema items() {
        return of(own.at("/items"), document);
    }
}
