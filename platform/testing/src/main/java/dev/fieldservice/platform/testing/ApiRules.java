package dev.fieldservice.platform.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;

/** What every service's API description must say, whatever the service does. */
public final class ApiRules {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private ApiRules() {}

    private record Operation(String path, String method, JsonNode description) {
        String name() {
            return method + " " + path;
        }
    }

    /** Reads the description from the running service and holds it against the rules. */
    public static void check() {
        JsonNode api = read();
        assertThat(api.at("/openapi").asText()).startsWith("3.1");
        List<Operation> operations = operations(api);
        assertThat(operations).isNotEmpty();
        assertThat(operations)
                .extracting(op -> op.description().at("/operationId").asText())
                .doesNotHaveDuplicates();
        SoftAssertions softly = new SoftAssertions();
        operations.forEach(operation -> check(operation, softly));
        operations.forEach(operation -> checkBody(operation, new LargestForm(api), softly));
        api.findValuesAsText("$ref")
                .forEach(ref -> softly.assertThat(api.at(ref.substring(1)).isMissingNode())
                        .as(ref + " leads nowhere")
                        .isFalse());
        softly.assertAll();
    }

    private static void check(Operation operation, SoftAssertions softly) {
        JsonNode description = operation.description();
        softly.assertThat(operation.path()).as("path").matches("/v1(/([a-z0-9-]+|\\{[a-zA-Z]+}|[a-z0-9-]+\\.[a-z]+))+");
        softly.assertThat(description.at("/operationId").asText())
                .as("operationId of " + operation.name())
                .isNotBlank();
        softly.assertThat(description.at("/summary").asText())
                .as("summary of " + operation.name())
                .isNotBlank();
        softly.assertThat(description.at("/tags"))
                .as("tags of " + operation.name())
                .isNotEmpty();
        softly.assertThat(description.at("/security"))
                .as("security of " + operation.name())
                .isNotEmpty();
        for (String status : List.of("400", "401", "403", "404", "409", "422", "429", "503")) {
            softly.assertThat(description.at("/responses/" + status + "/$ref").asText())
                    .as(operation.name() + " describes its problem " + status)
                    .isEqualTo("#/components/responses/Problem" + status);
        }
        if (operation.method().equals("post")) {
            softly.assertThat(parameters(description)).as(operation.name()).contains("Idempotency-Key");
        }
        boolean isUpload = description.has("requestBody")
                && !description.at("/requestBody/content").has("application/json");
        if (operation.method().equals("put") && !isUpload) {
            softly.assertThat(parameters(description)).as(operation.name()).contains("If-Match");
        }
        if (operation.method().equals("put") && isUpload) {
            softly.assertThat(parameters(description)).as(operation.name()).doesNotContain("If-Match");
            softly.assertThat(description.at("/responses").has("201"))
                    .as(operation.name() + " says that it makes something")
                    .isTrue();
        }
    }

    /** A limit that is smaller than what the schema allows would refuse a form for which there is no other reason. */
    private static void checkBody(Operation operation, LargestForm largest, SoftAssertions softly) {
        JsonNode body = operation.description().at("/requestBody");
        JsonNode form = body.at("/content/application~1json/schema");
        if (!form.isMissingNode()) {
            softly.assertThat(largest.bytes(form))
                    .as("the largest body of " + operation.name() + " against its limit")
                    .isLessThanOrEqualTo(body.at("/x-max-bytes").asLong());
        }
    }

    private static List<String> parameters(JsonNode operation) {
        return StreamSupport.stream(operation.at("/parameters").spliterator(), false)
                .map(parameter -> parameter.at("/name").asText())
                .toList();
    }

    private static List<Operation> operations(JsonNode api) {
        List<Operation> operations = new ArrayList<>();
        api.at("/paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(entry -> METHODS.contains(entry.getKey()))
                        .forEach(entry ->
                                operations.add(new Operation(path.getKey(), entry.getKey(), entry.getValue()))));
        return operations;
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper()
                    .readTree(given().get("/q/openapi?format=json").asString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
