package dev.fieldservice.platform.http;

import dev.fieldservice.platform.problems.Problem;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Writes into the API description what holds for every operation, so that no resource has to repeat it. */
@OpenAPIDefinition(
        info = @Info(title = "", version = "1"),
        components = @Components(schemas = @Schema(name = "Problem", implementation = Problem.class)))
public class ApiConventions implements OASFilter {

    private static final Map<String, String> PROBLEMS = new TreeMap<>(Map.of(
            "400", "The request is malformed or invalid; errors[] says where",
            "401", "No valid access token",
            "403", "The caller's roles do not allow this",
            "404", "There is no such resource, or it is not the caller's",
            "409", "The resource's state, or another request, is in the way",
            "422", "Against a rule, or the idempotency key was used for another request",
            "429", "Too many requests; wait as Retry-After says",
            "503", "A needed part does not answer; repeat with the same key"));

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() == null || api.getPaths().getPathItems() == null) {
            return;
        }
        api.getPaths().getPathItems().values().forEach(ApiConventions::complete);
    }

    private static void complete(PathItem path) {
        path.getOperations().forEach((method, operation) -> {
            // Quarkus adds some of these without content; ours say what the body is
            PROBLEMS.forEach((status, meaning) -> operation.getResponses().addAPIResponse(status, problem(meaning)));
            switch (method) {
                case POST ->
                    header(
                            operation,
                            "Idempotency-Key",
                            true,
                            "Chosen by the client, the same on every repeat; 1 to 255 visible ASCII characters");
                case PUT -> {
                    header(operation, "If-Match", true, "ETag that was last read");
                    operation.getResponses().addAPIResponse("412", problem("Changed since it was read"));
                    operation.getResponses().addAPIResponse("428", problem("If-Match is missing"));
                }
                default -> {}
            }
        });
    }

    private static void header(Operation operation, String name, boolean required, String description) {
        operation.addParameter(OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .required(required)
                .description(description)
                .schema(OASFactory.createSchema()
                        .addType(org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.STRING)
                        .maxLength(257)));
    }

    private static APIResponse problem(String meaning) {
        return OASFactory.createAPIResponse()
                .description(meaning)
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
    }
}
