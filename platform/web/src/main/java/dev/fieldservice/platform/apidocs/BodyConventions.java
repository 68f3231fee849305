package dev.fieldservice.platform.apidocs;

import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createRequestBody;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import dev.fieldservice.platform.http.BodyLimit;
import dev.fieldservice.platform.http.BodyTypes;
import dev.fieldservice.platform.http.Taken;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** Says of each request body how large it may be, and of an upload which media types it may have. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class BodyConventions implements OASFilter {

    private final Map<String, MethodInfo> methods = new HashMap<>();

    public BodyConventions(IndexView index) {
        for (AnnotationInstance operation :
                index.getAnnotations(org.eclipse.microprofile.openapi.annotations.Operation.class)) {
            if (operation.target().kind() == AnnotationTarget.Kind.METHOD && operation.value("operationId") != null) {
                methods.put(
                        operation.value("operationId").asString(),
                        operation.target().asMethod());
            }
        }
    }

    @Override
    public Operation filterOperation(Operation operation) {
        Optional.ofNullable(methods.get(operation.getOperationId())).ifPresent(method -> {
            String limit = limit(method);
            types(method)
                    .filter(types -> operation.getRequestBody() == null)
                    .ifPresent(types -> operation.setRequestBody(upload(types, Taken.bytes(limit))));
            if (operation.getRequestBody() != null) {
                describe(operation.getRequestBody(), limit);
            }
        });
        return operation;
    }

    private static void describe(RequestBody body, String limit) {
        String size = "At most " + limit.replace("K", " KiB").replace("M", " MiB") + ".";
        body.setDescription(body.getDescription() == null ? size : body.getDescription() + " " + size);
        body.addExtension("x-max-bytes", Taken.bytes(limit));
    }

    private static RequestBody upload(String[] types, long limit) {
        Content content = createContent();
        Arrays.stream(types)
                .forEach(type -> content.addMediaType(
                        type,
                        createMediaType()
                                .schema(createSchema()
                                        .addType(SchemaType.STRING)
                                        .format("binary")
                                        .maxLength((int) limit))));
        return createRequestBody()
                .description("The content of the file.")
                .required(true)
                .content(content);
    }

    private static String limit(MethodInfo method) {
        return Optional.ofNullable(method.annotation(BodyLimit.class))
                .map(limit -> limit.value().asString())
                .orElse(BodyLimit.USUAL);
    }

    private static Optional<String[]> types(MethodInfo method) {
        return Optional.ofNullable(method.annotation(BodyTypes.class))
                .map(types -> types.value().asStringArray());
    }
}
