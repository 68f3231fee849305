package dev.fieldservice.systemtests.released;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.systemtests.released.SchemaBreaks.Way;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What of released events consumers no longer find, or cannot read of what lies on the topics. */
final class EventBreaks {

    private EventBreaks() {}

    /** @param released schemas by where they lie: {@code /<topic>/v1.schema.json} */
    static Set<String> betweenSchemas(Map<String, JsonNode> released, Map<String, JsonNode> present) {
        Map<String, JsonNode> before = absolute(released);
        Map<String, JsonNode> now = absolute(present);
        Set<String> found = new TreeSet<>();
        before.forEach((id, schema) -> {
            String name = id.replaceFirst("^/([^/]+)/(v\\d+)\\.schema\\.json$", "$1 $2");
            if (!now.containsKey(id)) {
                found.add("event " + name + ": is no more");
            } else if (schema.has("properties")) {
                new SchemaBreaks(Way.TOLD, schemas(before), schemas(now), found)
                        .compare("event " + name, schema, now.get(id));
            }
        });
        return found;
    }

    /** References lead to a place in the schema in which they stand, or in another one beside it. */
    private static Schemas schemas(Map<String, JsonNode> all) {
        return new Schemas(reference -> {
            String[] parts = reference.split("#", 2);
            JsonNode schema = all.getOrDefault(parts[0], MissingNode.getInstance());
            return parts.length > 1 ? schema.at(parts[1]) : schema;
        });
    }

    /** The same, with references that say where they lead to wherever they are read. */
    private static Map<String, JsonNode> absolute(Map<String, JsonNode> schemas) {
        Map<String, JsonNode> all = new TreeMap<>();
        schemas.forEach((place, schema) -> {
            JsonNode copy = schema.deepCopy();
            copy.findParents(Schemas.REFERENCE).forEach(parent -> {
                URI there = URI.create(place).resolve(Schemas.reference(parent));
                var _ = ((ObjectNode) parent).put(Schemas.REFERENCE, there.toString());
            });
            all.put(place, copy);
        });
        return all;
    }

    static Set<String> betweenDescriptions(JsonNode before, JsonNode now) {
        Set<String> found = new TreeSet<>();
        before.path("channels").properties().forEach(channel -> {
            String name = "channel " + channel.getKey();
            JsonNode present = now.path("channels").path(channel.getKey());
            if (present.isMissingNode()) {
                found.add(name + ": is no more");
                return;
            }
            if (!channel.getValue().path("address").equals(present.path("address"))) {
                found.add(name + ": has another address");
            }
            if (!bindings(before, channel.getValue()).equals(bindings(now, present))) {
                found.add(name + ": keeps its messages otherwise");
            }
            channel.getValue().path("messages").properties().stream()
                    .filter(message -> !present.path("messages").has(message.getKey()))
                    .forEach(message -> found.add("%s message %s: is no more".formatted(name, message.getKey())));
        });
        return found;
    }

    private static JsonNode bindings(JsonNode document, JsonNode channel) {
        JsonNode bindings = channel.path("bindings");
        return bindings.has("$ref") ? document.at(Schemas.reference(bindings).substring(1)) : bindings;
    }
}
