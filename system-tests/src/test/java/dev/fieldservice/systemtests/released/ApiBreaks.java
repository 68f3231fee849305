package dev.fieldservice.systemtests.released;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.systemtests.released.SchemaBreaks.Way;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What of the released API a client that was written for it no longer finds. */
final class ApiBreaks {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete", "head", "options");

    private final JsonNode before;
    private final JsonNode now;
    private final Set<String> found = new TreeSet<>();
    private final SchemaBreaks taken;
    private final SchemaBreaks given;

    private ApiBreaks(JsonNode before, JsonNode now) {
        this.before = before;
        this.now = now;
        this.taken = new SchemaBreaks(Way.TAKEN, Schemas.of(before), Schemas.of(now), found);
        this.given = new SchemaBreaks(Way.GIVEN, Schemas.of(before), Schemas.of(now), found);
    }

    static Set<String> between(JsonNode before, JsonNode now) {
        ApiBreaks breaks = new ApiBreaks(before, now);
        breaks.operations();
        return breaks.found;
    }

    private void operations() {
        before.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> {
                            String name = operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                            JsonNode there = now.path("paths").path(path.getKey());
                            if (there.has(operation.getKey())) {
                                parameters(
                                        name,
                                        all(before, path.getValue(), operation.getValue()),
                                        all(now, there, there.path(operation.getKey())));
                                body(name, operation.getValue(), there.path(operation.getKey()));
                                answers(name, operation.getValue(), there.path(operation.getKey()));
                            } else {
                                found.add(name + ": is no more");
                            }
                        }));
    }

    private static Map<String, JsonNode> all(JsonNode document, JsonNode path, JsonNode operation) {
        Map<String, JsonNode> all = new TreeMap<>();
        for (JsonNode level : new JsonNode[] {path, operation}) {
            level.path("parameters").forEach(parameter -> {
                JsonNode there = resolved(document, parameter);
                all.put(there.path("in").asText() + " " + there.path("name").asText(), there);
            });
        }
        return all;
    }

    private void parameters(String operation, Map<String, JsonNode> olds, Map<String, JsonNode> youngs) {
        olds.forEach((name, parameter) -> {
            JsonNode present = youngs.get(name);
            if (present == null) {
                found.add("%s %s: is no longer taken".formatted(operation, name));
            } else {
                taken.compare(operation + " " + name, parameter.path("schema"), present.path("schema"));
            }
        });
        youngs.forEach((name, parameter) -> {
            boolean wasRequired =
                    olds.containsKey(name) && olds.get(name).path("required").asBoolean();
            if (parameter.path("required").asBoolean() && !wasRequired) {
                found.add("%s %s: has to be there now".formatted(operation, name));
            }
        });
    }

    private void body(String operation, JsonNode old, JsonNode young) {
        JsonNode was = resolved(before, old.path("requestBody"));
        JsonNode is = resolved(now, young.path("requestBody"));
        if (is.path("required").asBoolean() && !was.path("required").asBoolean()) {
            found.add(operation + " body: has to be there now");
        }
        was.path("content").properties().forEach(media -> {
            JsonNode present = is.path("content").path(media.getKey());
            if (present.isMissingNode()) {
                found.add("%s body: %s is no longer taken".formatted(operation, media.getKey()));
            } else {
                taken.compare(operation + " body", media.getValue().path("schema"), present.path("schema"));
            }
        });
    }

    private void answers(String operation, JsonNode old, JsonNode young) {
        old.path("responses").properties().forEach(answer -> {
            JsonNode was = resolved(before, answer.getValue());
            JsonNode is = resolved(now, young.path("responses").path(answer.getKey()));
            String name = operation + " " + answer.getKey();
            if (isGood(answer.getKey()) && is.isMissingNode()) {
                found.add(name + ": is no longer answered");
            } else if (!is.isMissingNode()) {
                answer(name, was, is);
            }
        });
        young.path("responses").properties().stream()
                .map(Map.Entry::getKey)
                .filter(status -> isGood(status) && !old.path("responses").has(status))
                .forEach(status -> found.add("%s %s: may be answered now".formatted(operation, status)));
    }

    private static boolean isGood(String status) {
        return status.startsWith("2");
    }

    private void answer(String name, JsonNode was, JsonNode is) {
        was.path("headers").properties().stream()
                .filter(header -> !is.path("headers").has(header.getKey()))
                .forEach(header -> found.add("%s header %s: is no more".formatted(name, header.getKey())));
        was.path("content").properties().forEach(media -> {
            JsonNode present = is.path("content").path(media.getKey());
            if (present.isMissingNode()) {
                found.add("%s: %s is no longer given".formatted(name, media.getKey()));
            } else {
                given.compare(name, media.getValue().path("schema"), present.path("schema"));
            }
        });
    }

    private static JsonNode resolved(JsonNode document, JsonNode node) {
        return node.has("$ref") ? document.at(Schemas.reference(node).substring(1)) : node;
    }
}
