package dev.fieldservice.platform.apidocs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Says of schemas what follows from how the services work. A body takes no unknown property; the bounds of what comes in
 * are those that are checked, so a forgotten one stays visible. In what only goes out, all but the nullable is always there,
 * and bounds are ceilings by which a client may size its memory.
 */
final class SchemaConventions {

    private static final int MOST_ITEMS = 10_000;
    private static final int PAGE = 200;
    private static final int LONGEST_TEXT = 1_000_000;
    private static final BigDecimal EXACT_IN_ALL_LANGUAGES = BigDecimal.valueOf((1L << 53) - 1);
    private static final Map<String, Integer> LENGTHS = Map.of("uuid", 36, "date", 10, "date-time", 35, "uri", 200);
    private static final String REFERENCE = "#/components/schemas/";

    private final OpenAPI api;
    private final Map<String, Schema> named;

    SchemaConventions(OpenAPI api) {
        this.api = api;
        this.named = api.getComponents().getSchemas();
    }

    void apply() {
        Set<Schema> in = reachable(operations().flatMap(SchemaConventions::taken));
        Set<Schema> out = reachable(given());
        named.forEach(SchemaConventions::page);
        Stream.of(in, out).flatMap(Set::stream).forEach(SchemaConventions::tidy);
        bodies().filter(body -> !out.contains(body) && !"binary".equals(body.getFormat()))
                .forEach(body -> body.setAdditionalPropertiesSchema(
                        OASFactory.createSchema().booleanSchema(false)));
        out.stream().filter(schema -> !in.contains(schema)).forEach(schema -> {
            ceilings(schema);
            requireAllButNullable(schema);
        });
        out.stream().filter(schema -> !in.contains(schema)).forEach(SchemaConventions::forgetNull);
        new EnumConventions(named).apply(in, out);
        forgetUnused();
    }

    /** Names of enumerations whose values stand where they are taken. */
    private void forgetUnused() {
        Set<Schema> used = reachable(Stream.concat(operations().flatMap(SchemaConventions::taken), given()));
        named.entrySet().stream()
                .filter(type -> EnumConventions.isEnumeration(type.getValue()) && !used.contains(type.getValue()))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(api.getComponents()::removeSchema);
    }

    private static void page(String name, Schema schema) {
        Schema items = Optional.ofNullable(schema.getProperties())
                .map(fields -> fields.get("items"))
                .orElse(null);
        if (name.startsWith("Page") && items != null) {
            items.setMaxItems(PAGE);
        }
    }

    /** The scanner repeats a type beside a reference, which confuses generators of clients. */
    private static void tidy(Schema schema) {
        boolean refers =
                schema.getRef() != null || alternatives(schema).anyMatch(alternative -> alternative.getRef() != null);
        if (refers) {
            schema.setType(null);
        }
        if (schema.getFormat() != null && schema.getMaxLength() == null) {
            schema.setMaxLength(LENGTHS.get(schema.getFormat()));
        }
        if (Objects.equals(schema.getFormat(), "uuid")) {
            schema.setPattern(null);
        }
    }

    private static void ceilings(Schema schema) {
        if (is(schema, SchemaType.STRING) && schema.getMaxLength() == null && schema.getEnumeration() == null) {
            schema.setMaxLength(LONGEST_TEXT);
        }
        if (is(schema, SchemaType.ARRAY) && schema.getMaxItems() == null) {
            schema.setMaxItems(MOST_ITEMS);
        }
        if (is(schema, SchemaType.INTEGER) && schema.getMaximum() == null) {
            schema.setMinimum(Objects.requireNonNullElse(schema.getMinimum(), BigDecimal.ZERO));
            schema.setMaximum(
                    "int32".equals(schema.getFormat())
                            ? BigDecimal.valueOf(Integer.MAX_VALUE)
                            : EXACT_IN_ALL_LANGUAGES);
        }
    }

    private static void requireAllButNullable(Schema schema) {
        if (schema.getProperties() == null || schema.getRequired() != null) {
            return;
        }
        List<String> always = schema.getProperties().entrySet().stream()
                .filter(property -> !isNullable(property.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (!always.isEmpty()) {
            schema.setRequired(new ArrayList<>(always));
        }
    }

    /** What has no value is left out of answers, so that none of them holds a null. */
    private static void forgetNull(Schema schema) {
        if (schema.getType() != null && schema.getType().equals(List.of(SchemaType.NULL))) {
            return;
        }
        if (is(schema, SchemaType.NULL)) {
            schema.setType(schema.getType().stream()
                    .filter(type -> type != SchemaType.NULL)
                    .toList());
        }
        if (schema.getAnyOf() != null && alternatives(schema).anyMatch(one -> is(one, SchemaType.NULL))) {
            List<Schema> values = schema.getAnyOf().stream()
                    .filter(one -> !is(one, SchemaType.NULL))
                    .toList();
            boolean refers = values.size() == 1 && values.getFirst().getRef() != null;
            schema.setAnyOf(refers ? null : values);
            schema.setRef(refers ? values.getFirst().getRef() : schema.getRef());
        }
    }

    private static boolean isNullable(Schema schema) {
        return is(schema, SchemaType.NULL) || alternatives(schema).anyMatch(one -> is(one, SchemaType.NULL));
    }

    private static boolean is(Schema schema, SchemaType type) {
        return schema.getType() != null && schema.getType().contains(type);
    }

    private static Stream<Schema> alternatives(Schema schema) {
        return Stream.of(schema.getAnyOf(), schema.getOneOf())
                .filter(Objects::nonNull)
                .flatMap(List::stream);
    }

    private Stream<Operation> operations() {
        return api.getPaths().getPathItems().values().stream().flatMap(path -> path.getOperations().values().stream());
    }

    /** Not what stands in them: values that services share are to be described by all of them in the same way. */
    private Stream<Schema> bodies() {
        return operations()
                .filter(operation -> operation.getRequestBody() != null)
                .flatMap(operation -> schemas(operation.getRequestBody().getContent()))
                .map(this::resolved);
    }

    private Schema resolved(Schema schema) {
        return schema.getRef() == null ? schema : named.get(schema.getRef().substring(REFERENCE.length()));
    }

    private static Stream<Schema> taken(Operation operation) {
        Stream<Schema> parameters = Stream.ofNullable(operation.getParameters())
                .flatMap(List::stream)
                .map(Parameter::getSchema)
                .filter(Objects::nonNull);
        return operation.getRequestBody() == null
                ? parameters
                : Stream.concat(parameters, schemas(operation.getRequestBody().getContent()));
    }

    private Stream<Schema> given() {
        return Stream.concat(operations().flatMap(SchemaConventions::given), Stream.ofNullable(named.get("Problem")));
    }

    private static Stream<Schema> given(Operation operation) {
        return operation.getResponses().getAPIResponses().values().stream()
                .flatMap(response -> schemas(response.getContent()));
    }

    private static Stream<Schema> schemas(Content content) {
        return Stream.ofNullable(content)
                .flatMap(types -> types.getMediaTypes().values().stream())
                .map(MediaType::getSchema)
                .filter(Objects::nonNull);
    }

    private Set<Schema> reachable(Stream<Schema> roots) {
        Set<Schema> found = Collections.newSetFromMap(new IdentityHashMap<>());
        roots.forEach(root -> collect(root, found));
        return found;
    }

    private void collect(Schema schema, Set<Schema> found) {
        if (!found.add(schema)) {
            return;
        }
        Consumer<Schema> further = next -> collect(next, found);
        Stream.ofNullable(schema.getRef())
                .map(reference -> named.get(reference.substring(REFERENCE.length())))
                .filter(Objects::nonNull)
                .forEach(further);
        Stream.ofNullable(schema.getProperties())
                .map(Map::values)
                .flatMap(Collection::stream)
                .forEach(further);
        Stream.ofNullable(schema.getItems()).forEach(further);
        alternatives(schema).forEach(further);
        Stream.ofNullable(schema.getAllOf()).flatMap(List::stream).forEach(further);
    }
}
