package dev.fieldservice.gateway.apidocs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** One OpenAPI document grown from several; the order in which parts are added decides who keeps a name. */
final class MergedDescription {

    static final String TOKEN = "bearer";
    static final String SIGN_IN = "signIn";
    static final String SCOPE = "openid";

    private static final String RESPONSES = Collisions.REFERENCE + "responses/";
    private static final String PROBLEM = "Problem";

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    /** What the gateway may answer in place of any service, and of itself. */
    private static final Map<String, String> REFUSALS = new TreeMap<>(Map.of(
            "400", "The request is malformed or invalid",
            "401", "No valid access token",
            "403", "The caller's roles do not allow this",
            "404", "There is no such resource, or it is not the caller's",
            "406", "None of the media types that the caller accepts is to be had",
            "429", "Too many requests; wait as Retry-After says",
            "500", "A fault of ours; give the traceId to support",
            "502", "The service broke off before it had answered; repeat with the same key",
            "503", "The service is away or has its hands full; wait as Retry-After says and repeat with the same key",
            "504", "The service did not answer in time; repeat with the same key"));

    private static final Map<String, String> RATE_HEADERS = new TreeMap<>(Map.of(
            "RateLimit-Limit", "Requests that a caller who was quiet may send at once",
            "RateLimit-Remaining", "Requests that may be sent now",
            "RateLimit-Reset", "Seconds until all of them may be sent again"));

    private final JsonNodeFactory nodes = JsonNodeFactory.instance;
    private final ObjectNode paths = nodes.objectNode();
    private final ObjectNode components = nodes.objectNode();
    private final Map<String, JsonNode> tagsByName = new HashMap<>();
    private final Set<String> operationIds = new HashSet<>();

    /**
     * @param name for example {@code ticket-service}; the tag of its operations that have none
     * @param exposed which of the part's paths can be reached through the gateway
     */
    void add(String name, ObjectNode part, Predicate<String> exposed) {
        String prefix = capitalised(name.split("-")[0]);
        part.remove("security");
        if (part.path("components") instanceof ObjectNode own) {
            own.remove("securitySchemes");
        }
        ObjectNode resolved = Collisions.resolved(part, components, prefix);
        resolved.path("components").properties().forEach(kind -> {
            ObjectNode all = components.withObjectProperty(kind.getKey());
            kind.getValue().properties().forEach(component -> all.set(component.getKey(), component.getValue()));
        });
        resolved.path("paths").properties().forEach(path -> {
            if (exposed.test(path.getKey()) && !paths.has(path.getKey())) {
                operations(path.getValue(), name, prefix);
                paths.set(path.getKey(), path.getValue());
            }
        });
        part.path("tags").forEach(tag -> tagsByName.putIfAbsent(tag.path("name").asText(), tag));
    }

    ObjectNode document(ObjectNode info, String serverUrl, ObjectNode securitySchemes) {
        ObjectNode document = nodes.objectNode().put("openapi", "3.1.0");
        document.set("info", info);
        document.putArray("servers")
                .addObject()
                .put("url", serverUrl)
                .put("description", "The gateway, in production as locally")
                .put("x-internal", false);
        document.putArray("security").add(token(nodes.arrayNode())).add(signIn());
        document.putArray("tags").addAll(usedTags());
        document.set("paths", paths);
        TimelineRoles.copy(paths);
        problems();
        rateHeaders();
        dropUnused();
        components.set("securitySchemes", securitySchemes);
        document.set("components", components);
        return document;
    }

    /** Told in full by the services; while none of them answers the document must still hold together. */
    private void problems() {
        ObjectNode schemas = components.withObjectProperty("schemas");
        if (!schemas.has(PROBLEM)) {
            schemas.putObject(PROBLEM).put("type", "object").put("description", "Problem details (RFC 9457)");
        }
        ObjectNode responses = components.withObjectProperty("responses");
        REFUSALS.forEach((status, meaning) -> {
            if (!responses.has(PROBLEM + status)) {
                responses
                        .putObject(PROBLEM + status)
                        .put("description", meaning)
                        .putObject("content")
                        .putObject("application/problem+json")
                        .putObject("schema")
                        .put("$ref", Collisions.REFERENCE + "schemas/" + PROBLEM);
            }
        });
    }

    /** Every answer tells the caller where it stands, whoever gives it. */
    private void rateHeaders() {
        RATE_HEADERS.forEach((name, meaning) -> components
                .withObjectProperty("headers")
                .putObject(name)
                .put("description", meaning)
                .putObject("schema")
                .put("type", "integer")
                .put("format", "int32")
                .put("minimum", 0)
                .put("maximum", Integer.MAX_VALUE));
        components.path("responses").forEach(MergedDescription::referToRateHeaders);
        paths.forEach(path ->
                path.forEach(operation -> operation.path("responses").forEach(response -> {
                    if (!response.has("$ref")) {
                        referToRateHeaders(response);
                    }
                })));
    }

    private static void referToRateHeaders(JsonNode response) {
        ObjectNode headers = ((ObjectNode) response).withObjectProperty("headers");
        RATE_HEADERS
                .keySet()
                .forEach(name -> headers.putObject(name).put("$ref", Collisions.REFERENCE + "headers/" + name));
    }

    private List<JsonNode> usedTags() {
        Set<String> used = new TreeSet<>();
        paths.forEach(path -> path.forEach(operation -> operation.path("tags").forEach(tag -> used.add(tag.asText()))));
        return used.stream()
                .map(name -> tagsByName.getOrDefault(name, nodes.objectNode().put("name", name)))
                .toList();
    }

    private void operations(JsonNode path, String name, String prefix) {
        path.properties().stream()
                .filter(field -> METHODS.contains(field.getKey()))
                .map(field -> (ObjectNode) field.getValue())
                .forEach(operation -> {
                    if (!operation.has("tags")) {
                        operation.putArray("tags").add(name);
                    }
                    uniqueId(operation, prefix);
                    security(operation);
                    refusals(operation.withObjectProperty("responses"));
                    OwnCodes.add(operation);
                });
    }

    private static void refusals(ObjectNode responses) {
        REFUSALS.keySet().stream()
                .filter(status -> !responses.has(status))
                .forEach(status -> responses.putObject(status).put("$ref", RESPONSES + PROBLEM + status));
    }

    private void uniqueId(ObjectNode operation, String prefix) {
        String id = operation.path("operationId").asText("");
        if (!id.isEmpty() && !operationIds.add(id)) {
            String unique = prefix.toLowerCase(Locale.ROOT) + capitalised(id);
            operation.put("operationId", unique);
            operationIds.add(unique);
        }
    }

    /** Whatever a service calls its scheme, at the gateway it is the one token, however it was got; the roles stay. */
    private void security(ObjectNode operation) {
        JsonNode requirements = operation.path("security");
        if (requirements.isEmpty()) {
            return;
        }
        ArrayNode roles = nodes.arrayNode();
        requirements.forEach(requirement -> requirement.forEach(scopes -> scopes.forEach(roles::add)));
        operation.putArray("security").add(token(roles)).add(signIn());
    }

    private ObjectNode token(ArrayNode roles) {
        return nodes.objectNode().set(TOKEN, roles);
    }

    private ObjectNode signIn() {
        ObjectNode requirement = nodes.objectNode();
        requirement.putArray(SIGN_IN).add(SCOPE);
        return requirement;
    }

    /** What only a hidden path referred to would puzzle readers and code generators. */
    private void dropUnused() {
        Set<String> used = new HashSet<>();
        Deque<JsonNode> open = new ArrayDeque<>(Set.of((JsonNode) paths));
        while (!open.isEmpty()) {
            JsonNode node = open.pop();
            node.forEach(open::push);
            String reference = node.asText("");
            if (reference.startsWith(Collisions.REFERENCE) && used.add(reference)) {
                open.push(components.at(reference.substring(Collisions.REFERENCE.length() - 1)));
            }
        }
        components
                .properties()
                .forEach(kind -> ((ObjectNode) kind.getValue())
                        .retain(kind.getValue().properties().stream()
                                .map(component -> component.getKey())
                                .filter(component ->
                                        used.contains(Collisions.REFERENCE + kind.getKey() + "/" + component))
                                .toList()));
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
