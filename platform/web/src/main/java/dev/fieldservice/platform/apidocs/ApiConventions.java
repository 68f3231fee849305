package dev.fieldservice.platform.apidocs;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;
import static org.eclipse.microprofile.openapi.OASFactory.createServer;

import dev.fieldservice.platform.problems.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Writes into the API description what holds for every operation, so that no resource has to repeat it. Each kind of
 * refusal is one component, {@code Problem404} and so on; the gateway adds its own under the same names.
 */
@OpenAPIDefinition(
        info = @Info(title = "", version = "1.0.0"),
        components = @Components(schemas = @Schema(name = "Problem", implementation = Problem.class)))
public class ApiConventions implements OASFilter {

    private static final Map<String, String> ALWAYS = new TreeMap<>(Map.of(
            "400", "The request is malformed or invalid; errors[] says where",
            "401", "No valid access token",
            "403", "The caller's roles do not allow this",
            "404", "There is no such resource, or it is not the caller's",
            "406", "None of the media types that the caller accepts is to be had",
            "409", "The resource's state, or another request, is in the way",
            "422", "Against a rule, or the idempotency key was used for another request",
            "429", "Too many requests; wait as Retry-After says",
            "500", "A fault of ours; give the traceId to support",
            "503", "A needed part does not answer; repeat with the same key"));

    private static final Map<String, String> WITH_BODY = new TreeMap<>(Map.of(
            "408", "The body did not come in time",
            "413", "The body is larger than this operation takes",
            "415", "The body is of a media type that this operation does not take"));

    private static final Map<String, String> WITH_VERSION =
            new TreeMap<>(Map.of("412", "Changed since it was read", "428", "If-Match is missing"));

    private static final Map<String, String> WITH_RANGES = Map.of("416", "The range lies behind the end");

    private static final String KEY = "Idempotency-Key";
    private static final String VERSION = "If-Match";
    private static final String HAD = "If-None-Match";
    private static final String TAGS = "^(\\*|(W/)?\"[!#-~]*\"(\\s*,\\s*(W/)?\"[!#-~]*\")*)$";
    private static final int LONGEST_TAGS = 1000;
    private static final String ETAG = "ETag";
    private static final String LOCATION = "Location";
    private static final String RETRY_AFTER = "Retry-After";
    private static final String REPLAYED = "Idempotency-Replayed";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() == null || api.getPaths().getPathItems() == null) {
            return;
        }
        String name = ConfigProvider.getConfig().getValue("quarkus.application.name", String.class);
        api.getInfo().addExtension("x-api-id", "dev.fieldservice." + name);
        api.getInfo().addExtension("x-audience", "company-internal");
        api.addServer(createServer()
                .url("/")
                .description("The service itself, in production as locally; clients use the gateway")
                .extensions(Map.of("x-internal", true)));
        components(api.getComponents());
        api.getPaths().getPathItems().forEach(ApiConventions::complete);
        new SchemaConventions(api).apply();
        new ReplacementConventions(api).apply();
        dropUnused(api);
    }

    private static void components(org.eclipse.microprofile.openapi.models.Components components) {
        Stream.of(ALWAYS, WITH_BODY, WITH_VERSION, WITH_RANGES)
                .flatMap(problems -> problems.entrySet().stream())
                .forEach(problem -> components.addResponse("Problem" + problem.getKey(), problem(problem)));
        components
                .addHeader(
                        ETAG,
                        header(
                                "Version of the resource; send it as If-Match",
                                "^\"[0-9]{1,18}(-[0-9a-f]{1,16})?\"$",
                                40))
                .addHeader(LOCATION, header("Where the new resource is", "^/v1/", 200))
                .addHeader(REPLAYED, header("This is the answer that was given before", "^true$", 4))
                .addHeader(RETRY_AFTER, header("Seconds to wait", "^[0-9]+$", 10));
    }

    /** A service without {@code PUT} has no use for 428, and a reader none for what nothing refers to. */
    private static void dropUnused(OpenAPI api) {
        Set<String> statuses = new HashSet<>();
        Set<String> headers = new HashSet<>(Set.of(RETRY_AFTER));
        api.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .flatMap(operation -> operation.getResponses().getAPIResponses().entrySet().stream())
                .forEach(response -> {
                    statuses.add("Problem" + response.getKey());
                    Optional.ofNullable(response.getValue().getHeaders())
                            .ifPresent(used -> headers.addAll(used.keySet()));
                });
        api.getComponents().setResponses(only(statuses, api.getComponents().getResponses()));
        api.getComponents().setHeaders(only(headers, api.getComponents().getHeaders()));
    }

    private static <T> Map<String, T> only(Set<String> names, Map<String, T> all) {
        Map<String, T> used = new TreeMap<>(all);
        used.keySet().retainAll(names);
        return used;
    }

    private static void complete(String path, PathItem item) {
        item.getOperations().forEach((method, operation) -> {
            List<String> statuses = new ArrayList<>(ALWAYS.keySet());
            if (operation.getRequestBody() != null) {
                statuses.addAll(WITH_BODY.keySet());
            }
            if (operation.getResponses().hasAPIResponse("206")) {
                statuses.addAll(WITH_RANGES.keySet());
            }
            switch (method) {
                case POST -> {
                    operation.addParameter(idempotencyKey());
                    command(path, operation, statuses);
                }
                case PUT -> {
                    if (isUpload(operation)) {
                        put(operation.getResponses());
                    } else {
                        operation.addParameter(version(true));
                        statuses.addAll(WITH_VERSION.keySet());
                    }
                    successHeader(operation, ETAG);
                }
                case GET -> {
                    if (isTagged(operation)) {
                        operation.addParameter(had());
                        successHeader(operation, ETAG);
                        operation
                                .getResponses()
                                .getAPIResponse("304")
                                .addHeader(ETAG, createHeader().ref(ETAG));
                    }
                }
                default -> {}
            }
            statuses.forEach(status -> operation
                    .getResponses()
                    .addAPIResponse(status, createAPIResponse().ref("Problem" + status)));
            new OperationCodes(operation).complete(method != PathItem.HttpMethod.GET);
            describeRoles(operation);
        });
    }

    /** A download says itself what comes with it. */
    private static boolean isTagged(Operation operation) {
        return operation.getResponses().hasAPIResponse("304")
                && !operation.getResponses().hasAPIResponse("206");
    }

    private static void command(String path, Operation operation, List<String> statuses) {
        boolean creates = path.chars().filter(c -> c == '/').count() == 2;
        boolean createsElsewhere = operation.getResponses().hasAPIResponse("201");
        if (creates || createsElsewhere) {
            created(operation.getResponses());
            successHeader(operation, LOCATION);
        } else if (path.startsWith("/v1/operations/")) {
            return;
        } else if (path.contains("{")) {
            operation.addParameter(version(false));
            statuses.add("412");
        }
        successHeader(operation, ETAG);
        successHeader(operation, REPLAYED);
    }

    /**
     * {@code POST /v1/things} makes a new thing, see {@code Commands.create}; the scanner takes it for a 200. What makes one from
     * another thing, whose version does not matter then, says so by {@code @APIResponseSchema} of 201.
     */
    private static void created(APIResponses responses) {
        APIResponse made = responses
                .getAPIResponse(responses.hasAPIResponse("201") ? "201" : "200")
                .description("Created");
        responses.removeAPIResponse("200");
        responses.addAPIResponse("201", made);
    }

    /** A file is put under an id that the client chose, and replaces nothing. */
    static boolean isUpload(Operation operation) {
        return operation.getRequestBody() != null
                && !operation.getRequestBody().getContent().hasMediaType("application/json");
    }

    private static void put(APIResponses responses) {
        APIResponse there = responses.getAPIResponse("200").description("It is there already");
        responses.addAPIResponse(
                "201",
                createAPIResponse()
                        .description("Created")
                        .content(there.getContent())
                        .addHeader(LOCATION, createHeader().ref(LOCATION)));
    }

    private static void successHeader(Operation operation, String name) {
        operation.getResponses().getAPIResponses().entrySet().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .forEach(response ->
                        response.getValue().addHeader(name, createHeader().ref(name)));
    }

    private static void describeRoles(Operation operation) {
        List<String> roles = Optional.ofNullable(operation.getSecurity()).orElse(List.of()).stream()
                .flatMap(requirement -> requirement.getSchemes().values().stream())
                .flatMap(List::stream)
                .distinct()
                .toList();
        String whose = "For the roles: " + String.join(", ", roles) + ".";
        operation.setDescription(
                operation.getDescription() == null ? whose : operation.getDescription() + "\n\n" + whose);
    }

    private static Parameter idempotencyKey() {
        return createParameter()
                .name(KEY)
                .in(Parameter.In.HEADER)
                .required(true)
                .description("Chosen by the client, the same on every repeat; 1 to 255 visible ASCII characters")
                .example("0d5c0a34-5c2f-4f4e-9c0a-6f3b1a0e7d11")
                .schema(text("^[!-~]+$", 255).minLength(1));
    }

    private static Parameter version(boolean required) {
        return createParameter()
                .name(VERSION)
                .in(Parameter.In.HEADER)
                .required(required)
                .description(
                        "ETag that was last read, several of which one must fit, or * for whatever is there; refused with"
                                + " 412 if the resource has changed since. A weak ETag never fits (RFC 9110, 13.1.1)")
                .example("\"3\"")
                .schema(text(TAGS, LONGEST_TAGS));
    }

    private static Parameter had() {
        return createParameter()
                .name(HAD)
                .in(Parameter.In.HEADER)
                .required(false)
                .description("ETags of what the client has already: 304 without a body if it is one of them")
                .example("\"3\"")
                .schema(text(TAGS, LONGEST_TAGS));
    }

    private static Header header(String description, String pattern, int maxLength) {
        return createHeader().description(description).schema(text(pattern, maxLength));
    }

    private static org.eclipse.microprofile.openapi.models.media.Schema text(String pattern, int maxLength) {
        return createSchema().addType(SchemaType.STRING).pattern(pattern).maxLength(maxLength);
    }

    private static APIResponse problem(Map.Entry<String, String> problem) {
        APIResponse response = createAPIResponse()
                .description(problem.getValue())
                .content(createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                createMediaType().schema(createSchema().ref("#/components/schemas/Problem"))));
        return problem.getKey().equals("429") || problem.getKey().equals("503")
                ? response.addHeader(RETRY_AFTER, createHeader().ref(RETRY_AFTER))
                : response;
    }
}
