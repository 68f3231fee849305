package dev.fieldservice.platform.apidocs;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Enumerations that may grow: in what goes out, a text with the values that are known today as {@code x-extensible-enum}, which
 * no generator turns into a closed type; in what comes in, a closed {@code enum} where it is taken.
 */
final class EnumConventions {

    static final String KNOWN = "x-extensible-enum";

    private static final int LONGEST = 60;
    private static final String REFERENCE = "#/components/schemas/";

    private final Map<String, Schema> named;

    EnumConventions(Map<String, Schema> named) {
        this.named = named;
    }

    /**
     * @param in all that a request may hold
     * @param out all that an answer may hold
     */
    void apply(Set<Schema> in, Set<Schema> out) {
        Set<Schema> shared = Collections.newSetFromMap(new IdentityHashMap<>());
        shared.addAll(named.values());
        in.stream().filter(schema -> !shared.contains(schema)).forEach(this::close);
        out.stream()
                .filter(schema -> !in.contains(schema) || shared.contains(schema))
                .filter(schema -> schema.getEnumeration() != null)
                .forEach(EnumConventions::open);
    }

    static boolean isEnumeration(Schema schema) {
        return schema.getEnumeration() != null
                || schema.getExtensions() != null && schema.getExtensions().containsKey(KNOWN);
    }

    /** The values stand where they are taken, since what they are named after is open. */
    private void close(Schema schema) {
        Schema meant =
                schema.getRef() == null ? null : named.get(schema.getRef().substring(REFERENCE.length()));
        if (meant != null && meant.getEnumeration() != null) {
            schema.setRef(null);
            schema.setType(List.of(SchemaType.STRING));
            schema.setEnumeration(List.copyOf(meant.getEnumeration()));
        }
    }

    private static void open(Schema schema) {
        schema.addExtension(KNOWN, List.copyOf(schema.getEnumeration()));
        schema.setEnumeration(null);
        schema.setMaxLength(LONGEST);
        schema.setDescription(
                schema.getDescription() == null
                        ? "May grow"
                        : schema.getDescription().replaceAll("[.]?$", ". May grow"));
    }
}
