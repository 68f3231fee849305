package dev.fieldservice.systemtests.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;

/** The ids in a body, by where they stand: {@code customerId}, {@code memberIds[]}, {@code plannedParts[].partId}. */
public final class BodyIds {

    private static final String ITEM = "[]";

    private BodyIds() {}

    public static Stream<String> of(Operation operation) {
        return operation.body().stream().flatMap(schema -> of(schema, ""));
    }

    private static Stream<String> of(Schema schema, String at) {
        return switch (schema.type()) {
            case "object" ->
                schema.writable().entrySet().stream()
                        .flatMap(property -> of(
                                property.getValue(), at.isEmpty() ? property.getKey() : at + "." + property.getKey()));
            case "array" -> of(schema.items(), at + ITEM);
            default -> schema.text("format").equals("uuid") ? Stream.of(at) : Stream.of();
        };
    }

    /** Puts an id there; of a list it is the first. */
    public static void put(JsonNode body, String at, String id) {
        int dot = at.lastIndexOf('.');
        var name = at.substring(dot + 1).replace(ITEM, "");
        var parent = dot < 0
                ? body
                : body.at("/" + at.substring(0, dot).replace(ITEM, "/0").replace('.', '/'));
        if (!(parent instanceof ObjectNode object)) {
            return; // the body goes without what holds it
        }
        if (at.endsWith(ITEM)) {
            ArrayNode list = object.putArray(name);
            list.add(id);
        } else {
            object.put(name, id);
        }
    }
}
