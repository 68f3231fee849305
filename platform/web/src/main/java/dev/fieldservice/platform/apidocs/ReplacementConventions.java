package dev.fieldservice.platform.apidocs;

import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Says of the body of a {@code PUT} that it takes back what the {@code GET} of the same address shows: as read-only properties. */
final class ReplacementConventions {

    private static final String JSON = "application/json";
    private static final String REFERENCE = "#/components/schemas/";

    private final OpenAPI api;

    ReplacementConventions(OpenAPI api) {
        this.api = api;
    }

    void apply() {
        items().forEach(this::apply);
    }

    private void apply(PathItem item) {
        if (item.getPUT() == null || item.getGET() == null || ApiConventions.isUpload(item.getPUT())) {
            return;
        }
        Operation put = item.getPUT();
        MediaType body = put.getRequestBody().getContent().getMediaType(JSON);
        String shown = name(put.getResponses()
                .getAPIResponse("200")
                .getContent()
                .getMediaType(JSON)
                .getSchema());
        String takes = name(body.getSchema());
        Schema taken = named(takes);
        Map<String, Schema> properties = new LinkedHashMap<>(taken.getProperties());
        named(shown)
                .getProperties()
                .forEach((name, property) -> properties.computeIfAbsent(name, more -> readOnly(property)));
        if (properties.size() > taken.getProperties().size()) {
            String replacement = shown + "Replacement";
            api.getComponents()
                    .addSchema(
                            replacement,
                            createSchema()
                                    .type(List.of(SchemaType.OBJECT))
                                    .description(
                                            "What was read, changed; a read-only property with another value is refused with 400")
                                    .properties(properties)
                                    .required(taken.getRequired())
                                    .additionalPropertiesSchema(createSchema().booleanSchema(false)));
            body.setSchema(createSchema().ref(REFERENCE + replacement));
            dropIfUnused(takes);
        }
    }

    /** Nobody else may take it: what is only edited is never made. */
    private void dropIfUnused(String name) {
        boolean isTaken = items().flatMap(item -> item.getOperations().values().stream())
                .filter(operation -> operation.getRequestBody() != null)
                .flatMap(operation -> operation.getRequestBody().getContent().getMediaTypes().values().stream())
                .anyMatch(type -> (REFERENCE + name).equals(type.getSchema().getRef()));
        if (!isTaken) {
            api.getComponents().removeSchema(name);
        }
    }

    private Stream<PathItem> items() {
        return api.getPaths().getPathItems().values().stream();
    }

    private Schema named(String name) {
        return api.getComponents().getSchemas().get(name);
    }

    private static String name(Schema reference) {
        return reference.getRef().substring(REFERENCE.length());
    }

    private static Schema readOnly(Schema of) {
        return createSchema()
                .ref(of.getRef())
                .type(of.getType())
                .format(of.getFormat())
                .description(of.getDescription())
                .items(of.getItems())
                .anyOf(of.getAnyOf())
                .maxLength(of.getMaxLength())
                .maxItems(of.getMaxItems())
                .pattern(of.getPattern())
                .minimum(of.getMinimum())
                .maximum(of.getMaximum())
                .extensions(of.getExtensions())
                .readOnly(true);
    }
}
