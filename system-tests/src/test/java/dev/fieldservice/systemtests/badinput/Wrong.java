package dev.fieldservice.systemtests.badinput;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.fieldservice.systemtests.openapi.Sample;
import dev.fieldservice.systemtests.openapi.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Values that a schema does not allow. */
final class Wrong {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Longer than any text may be, and still no larger than a body may be. */
    private static final int HUGE = 30_000;

    /** A form that repeats a group is looked for one level deeper with each repetition. */
    private static final String DEEP = "aa" + "-a".repeat(2_000);

    private static final BigDecimal TOO_BIG = new BigDecimal("99999999999999999999");

    /** What comes in has a bound. Where the description tells none, this is too much. */
    private static final int TOO_MANY = 1_001;

    private static final BigDecimal TOO_MUCH = BigDecimal.valueOf(Integer.MAX_VALUE);

    /** What somebody may try where a number or a text of a certain form is expected. */
    private static final List<String> ODD = List.of(
            "",
            " ",
            "NaN",
            "Infinity",
            "1e308",
            "-1",
            "0x10",
            "1,5",
            "9".repeat(60),
            "nonsense",
            "null",
            "2026-02-30T00:00:00Z",
            "2026-13-01",
            "+999999999-12-31",
            "+999999999-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00Z",
            "' or 1=1 --",
            "a\u0000b",
            "a\u001bb",
            "٣");

    private Wrong() {}

    static Stream<JsonNode> values(Schema schema) {
        return switch (schema.type()) {
            case "object" ->
                Stream.of(JSON.textNode("x"), JSON.numberNode(5), JSON.booleanNode(true), JSON.arrayNode());
            case "array" ->
                Stream.concat(
                        Stream.of(JSON.textNode("x"), JSON.numberNode(5), JSON.objectNode()), wrongLengths(schema));
            case "boolean" -> Stream.of(JSON.textNode("true"), JSON.numberNode(1), JSON.objectNode(), JSON.arrayNode());
            case "integer" -> Stream.concat(numbers(schema), Stream.of(JSON.numberNode(new BigDecimal("1.5"))));
            case "number" -> numbers(schema);
            default ->
                Stream.concat(
                        Stream.of(JSON.numberNode(5), JSON.booleanNode(true), JSON.objectNode(), JSON.arrayNode()),
                        Stream.concat(texts(schema), Stream.of(DEEP).filter(deep -> !fits(schema, deep)))
                                .map(JSON::textNode));
        };
    }

    private static Stream<JsonNode> wrongLengths(Schema schema) {
        var tooMany = Stream.of(
                repeated(schema, schema.count("maxItems").map(most -> most + 1).orElse(TOO_MANY)));
        var tooFew =
                schema.count("minItems").filter(least -> least > 0).map(least -> repeated(schema, least - 1)).stream();
        return Stream.concat(tooMany, tooFew);
    }

    private static JsonNode repeated(Schema schema, int times) {
        var array = JSON.arrayNode();
        IntStream.range(0, times).forEach(i -> array.add(distinct(Sample.of(schema.items()), i)));
        return array;
    }

    /** A list may be taken as a set. */
    private static JsonNode distinct(JsonNode sample, int i) {
        return sample.isTextual() && sample.asText().matches("[a-z]+") ? JSON.textNode(sample.asText() + i) : sample;
    }

    private static Stream<JsonNode> numbers(Schema schema) {
        var extremes = Stream.of(TOO_BIG, TOO_BIG.negate(), new BigDecimal("1e308"));
        return Stream.concat(
                Stream.of(JSON.textNode("5"), JSON.booleanNode(true), JSON.objectNode(), JSON.arrayNode()),
                Stream.concat(outside(schema), extremes).map(JSON::numberNode));
    }

    /** Just outside the bounds. */
    static Stream<BigDecimal> outside(Schema schema) {
        return Stream.of(
                schema.number("maximum").map(most -> most.add(BigDecimal.ONE)).orElse(TOO_MUCH),
                schema.number("minimum")
                        .map(least -> least.subtract(BigDecimal.ONE))
                        .orElse(TOO_MUCH.negate()));
    }

    /** Texts that are not what the schema describes. */
    static Stream<String> texts(Schema schema) {
        var tooLong = schema.count("maxLength").map(most -> "a".repeat(most + 1)).stream();
        var tooShort =
                schema.count("minLength").filter(least -> least > 1).map(least -> "a".repeat(least - 1)).stream();
        var odd = Stream.of(ODD.stream(), tooLong, tooShort, Stream.of("a".repeat(HUGE)))
                .flatMap(texts -> texts)
                .filter(Predicate.not(text -> fits(schema, text)));
        var decimals = schema.number("maximum").stream()
                .flatMap(most -> outside(schema))
                .map(BigDecimal::toPlainString);
        return Stream.concat(odd, decimals).distinct();
    }

    private static boolean fits(Schema schema, String text) {
        return schema.enumeration().isEmpty()
                && switch (schema.text("format")) {
                    case "" -> true;
                    case "email" -> text.contains("@");
                    default -> false;
                }
                && text.indexOf('\0') < 0
                && text.length() >= schema.count("minLength").orElse(0)
                && text.length() <= schema.count("maxLength").orElse(HUGE - 1)
                && Pattern.compile(schema.own().path("pattern").asText(""))
                        .matcher(text)
                        .find();
    }
}
