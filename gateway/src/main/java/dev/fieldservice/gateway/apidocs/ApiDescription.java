package dev.fieldservice.gateway.apidocs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.gateway.routing.RouteTable;
import dev.fieldservice.gateway.routing.Service;
import dev.fieldservice.gateway.routing.Upstreams;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.mutiny.Uni;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The whole API in one document: what each service says of itself, and the gateway's own views. */
@Singleton
class ApiDescription {

    private static final Logger LOG = Logger.getLogger(ApiDescription.class);

    private static final String DESCRIPTION = """
            From the first call of a customer to the invoice.

            - What is absent in an answer has no value; `null` is not sent.
            - Properties and enumeration values may be added at any time; ignore what you do not know. `x-extensible-enum` lists
              the values that are known today; an `enum` is closed, as in what is sent.
            - `x-problem-codes` of an operation lists the problem codes that it may answer, by status.
            - A list's `cursor` belongs to that list and those filters. `ETag`s are for `If-Match` and `If-None-Match`.
            - What a `GET` shows may be sent back with `PUT`: read-only properties are passed over while they are as they were.
            - Sign-in: the mobile app and web pages by authorization code with PKCE, integrators by client credentials, all at
              the OpenID Connect provider of the security scheme. docs/api.md tells how.
            - Every POST takes an `Idempotency-Key`: repeat with the same key until you know the answer.
            - Lists are read page by page: send `nextCursor` as `cursor` until there is none.
            - `traceparent` (W3C Trace Context) is taken over; a problem names its `traceId`.
            """;

    private final Upstreams upstreams;
    private final OpenApiDocumentService own;
    private final ApiDocsConfig config;
    private final ObjectMapper json;
    private final String issuer;
    private final Map<Service, ObjectNode> lastKnown = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Uni<ApiDocument> current;
    private volatile Instant askedAt = Instant.EPOCH;

    ApiDescription(
            Upstreams upstreams,
            OpenApiDocumentService own,
            ApiDocsConfig config,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "quarkus.oidc.token.issuer") String issuer) {
        this.upstreams = upstreams;
        this.own = own;
        this.config = config;
        this.json = json;
        this.clock = clock;
        this.issuer = issuer;
        this.current = Uni.createFrom().deferred(this::merged).memoize().until(this::isStale);
    }

    /** Never fails because of a service: one that never answered is missing, and the document says so. */
    Uni<ApiDocument> current() {
        return current;
    }

    private boolean isStale() {
        return clock.instant().isAfter(askedAt.plus(config.refresh()));
    }

    private Uni<ApiDocument> merged() {
        askedAt = clock.instant();
        List<Uni<Optional<ObjectNode>>> asked =
                Arrays.stream(Service.values()).map(this::described).toList();
        return Uni.join().all(asked).andFailFast().map(this::merged);
    }

    private Uni<Optional<ObjectNode>> described(Service service) {
        return upstreams
                .get(service, "/q/openapi?format=json", config.patience())
                .map(response -> {
                    if (response.statusCode() != 200) {
                        throw new IllegalStateException("it answered " + response.statusCode());
                    }
                    return parsed(response.body().getBytes());
                })
                .invoke(part -> lastKnown.put(service, part))
                .map(Optional::of)
                .onFailure()
                .invoke(failure -> LOG.warnf("No description of %s: %s", service.fullName(), failure.getMessage()))
                .onFailure()
                .recoverWithItem(() -> Optional.ofNullable(lastKnown.get(service)));
    }

    private ApiDocument merged(List<Optional<ObjectNode>> parts) {
        var merged = new MergedDescription();
        ObjectNode info = json.createObjectNode()
                .put("title", "Field Service API")
                .put("version", "1.0.0")
                .put("description", DESCRIPTION)
                .put("x-api-id", "dev.fieldservice.api")
                .put("x-audience", "external-partner");
        info.putObject("contact").put("name", "Field Service").put("url", "https://fieldservice.dev");
        info.putObject("license").put("name", "Apache-2.0").put("url", "https://www.apache.org/licenses/LICENSE-2.0");
        for (Service service : Service.values()) {
            parts.get(service.ordinal())
                    .ifPresentOrElse(
                            part -> merged.add(
                                    service.fullName(), part.deepCopy(), path -> RouteTable.exposes(path, service)),
                            () -> info.withArrayProperty("x-missing-services").add(service.fullName()));
        }
        byte[] views = own.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON);
        merged.add("gateway", parsed(views), path -> true);
        return document(merged.document(info, config.serverUrl(), securitySchemes()));
    }

    /** How a page gets a token, first because people look for it, and the token: the issuer is a realm of Keycloak. */
    private ObjectNode securitySchemes() {
        ObjectNode schemes = json.createObjectNode();
        String provider = issuer + "/protocol/openid-connect/";
        schemes.putObject(MergedDescription.SIGN_IN)
                .put("type", "oauth2")
                .put("description", "A person signs in, with PKCE (S256), for a token that is checked as RFC8725 asks")
                .putObject("flows")
                .putObject("authorizationCode")
                .put("authorizationUrl", provider + "auth")
                .put("tokenUrl", provider + "token")
                .put("refreshUrl", provider + "token")
                .putObject("scopes")
                .put(MergedDescription.SCOPE, "Who the caller is; what a caller may do is a matter of roles");
        schemes.putObject(MergedDescription.TOKEN)
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT")
                .put(
                        "description",
                        "Access token of the OpenID Connect provider " + issuer + "; checked as RFC8725 asks");
        return schemes;
    }

    private ObjectNode parsed(byte[] description) {
        try {
            return json.readValue(description, ObjectNode.class);
        } catch (IOException notADescription) {
            throw new UncheckedIOException(notADescription);
        }
    }

    private ApiDocument document(ObjectNode content) {
        try {
            return ApiDocument.of(json.writeValueAsBytes(content));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
