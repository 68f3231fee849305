package dev.fieldservice.systemtests.released;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The schemas of one release: what a reference leads to, and a schema as if nothing of it stood elsewhere. */
record Schemas(Function<String, JsonNode> references) {

    static final String REFERENCE = "$ref";

    /** Those of a document that refers to itself only. */
    static Schemas of(JsonNode document) {
        return new Schemas(reference -> document.at(reference.substring(reference.indexOf('#') + 1)));
    }

    static String reference(JsonNode schema) {
        return schema.path(REFERENCE).asText();
    }

    static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** With the members of {@code allOf} beside its own. */
    JsonNode whole(JsonNode schema) {
        JsonNode there = resolved(schema);
        if (!there.has("allOf")) {
            return there;
        }
        ObjectNode all = there.deepCopy();
        all.remove("allOf");
        there.path("allOf")
                .forEach(part ->
                        whole(part).properties().forEach(member -> add(all, member.getKey(), member.getValue())));
        return all;
    }

    private static void add(ObjectNode all, String name, JsonNode value) {
        switch (name) {
            case "properties" -> all.withObjectProperty(name).setAll((ObjectNode) value);
            case "required" -> value.forEach(all.withArrayProperty(name)::add);
            default -> all.set(name, value);
        }
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode there = schema;
        while (there.has(REFERENCE)) {
            String reference = reference(there);
            there = references.apply(reference);
            if (there.isMissingNode()) {
                throw new IllegalArgumentException("nothing is at " + reference);
            }
        }
        return there.isMissingNode() ? JsonNodeFactory.instance.objectNode() : there;
    }
}
