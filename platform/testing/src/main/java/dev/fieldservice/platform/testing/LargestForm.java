package dev.fieldservice.platform.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.LongBinaryOperator;
import java.util.stream.StreamSupport;

/** The size of the largest JSON that a schema lets through, written without blanks and without what is read-only. */
final class LargestForm {

    private static final int LONGEST_CHARACTER = 4;

    /** What is longer is base64, of which a character is a byte. */
    private static final int LONGEST_TEXT = 10_000;

    private static final int NUMBER = 40;
    private static final int DATE_TIME = 37;
    private static final int BOOLEAN = 5;

    private final JsonNode api;

    LargestForm(JsonNode api) {
        this.api = api;
    }

    long bytes(JsonNode schema) {
        if (schema.has("$ref")) {
            return bytes(api.at(schema.get("$ref").asText().substring(1)));
        }
        if (schema.has("anyOf") || schema.has("oneOf")) {
            return all(schema.path(schema.has("anyOf") ? "anyOf" : "oneOf"), 0, Math::max);
        }
        if (schema.has("allOf")) {
            return all(schema.path("allOf"), 0, Long::sum);
        }
        String type = schema.path("type").toString();
        if (type.contains("object")) {
            return object(schema);
        }
        if (type.contains("array")) {
            return 2 + schema.path("maxItems").asLong() * (bytes(schema.path("items")) + 1);
        }
        return type.contains("string") ? text(schema) : type.contains("boolean") ? BOOLEAN : NUMBER;
    }

    private long all(JsonNode schemas, long start, LongBinaryOperator together) {
        return StreamSupport.stream(schemas.spliterator(), false)
                .mapToLong(this::bytes)
                .reduce(start, together);
    }

    private long object(JsonNode schema) {
        return 2
                + schema.path("properties").properties().stream()
                        .filter(property ->
                                !property.getValue().path("readOnly").asBoolean())
                        .mapToLong(property -> property.getKey().length() + 4 + bytes(property.getValue()))
                        .sum();
    }

    private static long text(JsonNode schema) {
        long characters = schema.path("maxLength").asLong(DATE_TIME);
        return 2 + (characters > LONGEST_TEXT ? characters : characters * LONGEST_CHARACTER);
    }
}
