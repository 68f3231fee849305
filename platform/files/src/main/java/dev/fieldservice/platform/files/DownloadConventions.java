package dev.fieldservice.platform.files;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** Says of each operation that answers with a {@link Response}, which {@link Downloads} makes, what comes with it. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DownloadConventions implements OASFilter {

    private static final int LONGEST_HEADER = 500;

    private final Set<String> downloads;
    private final IndexView index;

    public DownloadConventions(IndexView index) {
        this.index = index;
        this.downloads = operations()
                .filter(operation -> isDownload(operation.target().asMethod()))
                .map(operation -> operation.value("operationId").asString())
                .collect(Collectors.toSet());
    }

    @Override
    public Operation filterOperation(Operation operation) {
        if (downloads.contains(operation.getOperationId())) {
            List<String> types = types(operation.getOperationId());
            operation
                    .addParameter(header("Range", "Part of it, such as bytes=0-65535"))
                    .addParameter(header("If-Range", "ETag: the range counts for this content only"))
                    .addParameter(header("If-None-Match", "ETag that the client has"));
            operation
                    .getResponses()
                    .addAPIResponse("200", content("The file", types))
                    .addAPIResponse(
                            "206",
                            content("The part of it that was asked for", types)
                                    .addHeader("Content-Range", text("Which part")))
                    .addAPIResponse("304", createAPIResponse().description("The client has it already"));
        }
        return operation;
    }

    private static APIResponse content(String description, List<String> types) {
        Content content = createContent();
        types.forEach(type -> content.addMediaType(type, createMediaType().schema(string().format("binary"))));
        return createAPIResponse()
                .description(description)
                .content(content)
                .addHeader("ETag", text("Hash of the content; send it as If-None-Match or If-Range"))
                .addHeader("Content-Disposition", text("That it is to be saved, and under which name"));
    }

    private static Parameter header(String name, String description) {
        return createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .schema(string().maxLength(LONGEST_HEADER));
    }

    private static Header text(String description) {
        return createHeader().description(description).schema(string().maxLength(LONGEST_HEADER));
    }

    private static Schema string() {
        return createSchema().addType(SchemaType.STRING);
    }

    private static boolean isDownload(MethodInfo method) {
        return method.returnType().toString().contains(Response.class.getName());
    }

    private List<String> types(String operationId) {
        return operations()
                .filter(operation -> operation.value("operationId").asString().equals(operationId))
                .map(operation -> produced(operation.target().asMethod()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> produced(MethodInfo method) {
        AnnotationInstance types = method.annotation(Produces.class);
        if (types == null) {
            throw new IllegalStateException(method + " answers with a file: say by @Produces of which media types");
        }
        return List.of(types.value().asStringArray());
    }

    private Stream<AnnotationInstance> operations() {
        return index.getAnnotations(org.eclipse.microprofile.openapi.annotations.Operation.class).stream()
                .filter(operation -> operation.target().kind() == AnnotationTarget.Kind.METHOD)
                .filter(operation -> operation.value("operationId") != null);
    }
}
