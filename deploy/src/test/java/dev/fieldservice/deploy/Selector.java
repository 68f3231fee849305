package dev.fieldservice.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Which labels a selector selects. */
final class Selector {

    private Selector() {}

    /** @param selector with {@code matchLabels} and {@code matchExpressions}, or, of a Service, the labels themselves; {@code {}} is everything */
    static boolean selects(JsonNode selector, Map<String, String> labels) {
        if (!selector.has("matchLabels") && !selector.has("matchExpressions")) {
            return have(selector, labels);
        }
        return have(selector.path("matchLabels"), labels)
                && Pod.list(selector.path("matchExpressions")).allMatch(expression -> fits(expression, labels));
    }

    private static boolean have(JsonNode wanted, Map<String, String> labels) {
        return wanted.properties().stream()
                .allMatch(label -> label.getValue().asText().equals(labels.get(label.getKey())));
    }

    private static boolean fits(JsonNode expression, Map<String, String> labels) {
        if (!expression.path("operator").asText().equals("In")) {
            throw new IllegalArgumentException("only In is understood here: " + expression);
        }
        String value = labels.get(expression.path("key").asText());
        return Pod.list(expression.path("values")).anyMatch(one -> one.asText().equals(value));
    }
}
