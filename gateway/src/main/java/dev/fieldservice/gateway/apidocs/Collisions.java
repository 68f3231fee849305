package dev.fieldservice.gateway.apidocs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Gives a new name to a component that is called like another one but means something else. The first service in the
 * routing table keeps the plain name, so that a schema added later never renames an old one.
 */
final class Collisions {

    static final String REFERENCE = "#/components/";

    private Collisions() {}

    /** A copy of the part with all its references and component names free of collisions with what is known. */
    static ObjectNode resolved(ObjectNode part, ObjectNode known, String prefix) {
        Map<String, String> renames = new LinkedHashMap<>();
        ObjectNode resolved = part.deepCopy();
        // A renamed component makes those that refer to it differ too: go on until nothing new turns up.
        while (addCollisions(resolved.path("components"), known, prefix, renames)) {
            resolved = part.deepCopy();
            redirect(resolved, renames);
            renameComponents(resolved.path("components"), renames);
        }
        return resolved;
    }

    private static boolean addCollisions(JsonNode components, ObjectNode known, String prefix, Map<String, String> to) {
        int before = to.size();
        components
                .properties()
                .forEach(kind -> kind.getValue().properties().forEach(component -> {
                    JsonNode other = known.path(kind.getKey()).path(component.getKey());
                    String reference = REFERENCE + kind.getKey() + "/" + component.getKey();
                    if (!other.isMissingNode() && !Objects.equals(other, component.getValue())) {
                        to.putIfAbsent(reference, REFERENCE + kind.getKey() + "/" + prefix + component.getKey());
                    }
                }));
        return to.size() > before;
    }

    private static void redirect(JsonNode node, Map<String, String> renames) {
        if (node instanceof ObjectNode object) {
            // Also the values of a discriminator's mapping, which are references under names of their own.
            object.properties().forEach(field -> {
                String renamed = renames.get(field.getValue().asText(""));
                if (renamed != null) {
                    object.put(field.getKey(), renamed);
                }
            });
        }
        node.forEach(child -> redirect(child, renames));
    }

    private static void renameComponents(JsonNode components, Map<String, String> renames) {
        renames.forEach((from, to) -> {
            String[] old = from.substring(REFERENCE.length()).split("/", 2);
            ObjectNode kind = (ObjectNode) components.path(old[0]);
            kind.set(to.substring(to.lastIndexOf('/') + 1), kind.remove(old[1]));
        });
    }
}
