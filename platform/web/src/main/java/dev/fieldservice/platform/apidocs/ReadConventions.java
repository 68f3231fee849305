package dev.fieldservice.platform.apidocs;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.resteasy.reactive.RestResponse;

/** Says 304 of each read that answers with an {@code ETag}: those that answer with a {@link RestResponse}. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ReadConventions implements OASFilter {

    private static final DotName GET = DotName.createSimple(jakarta.ws.rs.GET.class);

    private final Set<String> tagged;

    public ReadConventions(IndexView index) {
        this.tagged = index.getAnnotations(org.eclipse.microprofile.openapi.annotations.Operation.class).stream()
                .filter(operation -> operation.target().kind() == AnnotationTarget.Kind.METHOD)
                .filter(operation -> operation.value("operationId") != null)
                .filter(operation -> isTagged(operation.target().asMethod()))
                .map(operation -> operation.value("operationId").asString())
                .collect(Collectors.toSet());
    }

    private static boolean isTagged(MethodInfo method) {
        return method.hasAnnotation(GET)
                && method.returnType().toString().contains(RestResponse.class.getName())
                && !method.returnType().toString().contains("byte[]");
    }

    @Override
    public Operation filterOperation(Operation operation) {
        if (tagged.contains(operation.getOperationId())) {
            operation
                    .getResponses()
                    .addAPIResponse("304", createAPIResponse().description("The client has it already"));
        }
        return operation;
    }
}
