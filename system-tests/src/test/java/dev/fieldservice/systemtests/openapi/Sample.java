package dev.fieldservice.systemtests.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** A value that fits a schema: what the schema gives as an example, or else the first thing that fits. */
public final class Sample {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Far in the future: it is not over yet, and a price of this day has no effect on any bill. */
    private static final String DAY = "2099-03-01";

    private static final List<String> TEXTS =
            List.of("Chiller lactate", "chiller", "RO", "RON", "EA", "2.5", "12", "a".repeat(64));

    private Sample() {}

    public static JsonNode of(Schema schema) {
        if (schema.type().equals("object")) {
            var object = JSON.objectNode();
            schema.writable().forEach((name, property) -> object.set(name, of(property)));
            return object;
        }
        return switch (schema.text("format")) {
            case "date" -> JSON.textNode(DAY);
            case "date-time" -> JSON.textNode(DAY + "T08:00:00Z");
            default ->
                schema.example()
                        .or(() -> schema.enumeration().stream().findFirst())
                        .orElseGet(() -> made(schema));
        };
    }

    private static JsonNode made(Schema schema) {
        return switch (schema.type()) {
            case "array" -> {
                var array = JSON.arrayNode();
                for (int i = 0; i < schema.count("minItems").orElse(1); i++) {
                    array.add(of(schema.items()));
                }
                yield array;
            }
            case "boolean" -> JSON.booleanNode(true);
            case "integer" ->
                JSON.numberNode(schema.number("minimum").orElse(BigDecimal.ONE).longValue());
            case "number" -> JSON.numberNode(schema.number("minimum").orElse(BigDecimal.ONE));
            default -> JSON.textNode(text(schema));
        };
    }

    private static String text(Schema schema) {
        return switch (schema.text("format")) {
            case "uuid" -> UUID.randomUUID().toString();
            case "email" -> "maria.ionescu@cotroceni.example";
            default ->
                TEXTS.stream()
                        .filter(text -> fits(schema, text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "Nothing known fits " + schema.own() + ": give the schema an example"));
        };
    }

    private static boolean fits(Schema schema, String text) {
        return text.length() >= schema.count("minLength").orElse(0)
                && text.length() <= schema.count("maxLength").orElse(Integer.MAX_VALUE)
                && Pattern.compile(schema.own().path("pattern").asText(".*"))
                        .matcher(text)
                        .find();
    }
}
