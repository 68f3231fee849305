package dev.fieldservice.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The realm of production is the one that every test run signs in to, but for what must differ. */
class RealmTest {

    private static final Map<String, String> SECRETS =
            Map.of("field-service", "OIDC_SECRET", "gateway", "GATEWAY_SECRET", "integrator", "INTEGRATOR_SECRET");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)}");

    @Test
    void itDiffersInPeopleSecretsAndAddressesOnly() throws IOException {
        assertThat(production()).isEqualTo(expected());
    }

    /** Whoever may sign in, is entered by the company; nothing in here opens anything. */
    @Test
    void nobodyIsInItButTheAccountsOfClients() {
        assertThat(production().path("users"))
                .allSatisfy(
                        user -> assertThat(user.has("serviceAccountClientId")).isTrue())
                .allSatisfy(user -> assertThat(user.has("credentials")).isFalse());
        assertThat(production().toString()).doesNotContain("localhost", "127.0.0.1", "local-", "demo");
    }

    @Test
    void everySecretComesFromASecret() {
        Set<String> used = PLACEHOLDER
                .matcher(production().toString())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        Set<String> given = realmImport().at("/spec/placeholders").properties().stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        assertThat(used).isEqualTo(given).containsExactlyInAnyOrderElementsOf(SECRETS.values());
    }

    /** What our services hold tokens against is what the provider calls itself. */
    @Test
    void theIssuerIsTheProvidersNameAndTheRealm() {
        JsonNode settings = Overlay.PRODUCTION
                .ofKind("ConfigMap")
                .filter(map -> Overlay.name(map).startsWith("field-service-"))
                .findFirst()
                .orElseThrow()
                .path("data");
        JsonNode keycloak = Overlay.PRODUCTION.one("Keycloak", "keycloak").path("spec");
        String realm = "/realms/" + production().path("realm").asText();
        assertThat(settings.path("issuer").asText())
                .isEqualTo(keycloak.at("/hostname/hostname").asText() + realm);
        assertThat(settings.path("issuer-inside").asText()).isEqualTo("https://keycloak-service:8443" + realm);
        assertThat(keycloak.at("/hostname/backchannelDynamic").asBoolean()).isTrue();
        assertThat(production().findValuesAsText("redirectUris").toString() + production())
                .contains(settings.path("public-address").asText() + "/docs/oauth2-redirect.html")
                .contains(settings.path("cors-origins").asText());
    }

    private static JsonNode expected() throws IOException {
        ObjectNode realm =
                (ObjectNode) new ObjectMapper().readTree(Checkout.read("deploy/keycloak/field-service-realm.json"));
        realm.put("sslRequired", "all");
        remove(realm.withArray("clients"), "clientId", "demo-cli");
        remove(realm.withArray("scopeMappings"), "client", "demo-cli");
        ArrayNode users = realm.withArray("users");
        for (int i = users.size() - 1; i >= 0; i--) {
            if (!users.get(i).has("serviceAccountClientId")) {
                users.remove(i);
            }
        }
        for (JsonNode client : realm.path("clients")) {
            String id = client.path("clientId").asText();
            if (client.has("secret")) {
                ((ObjectNode) client).put("secret", "${" + SECRETS.get(id) + "}");
            }
            switch (id) {
                case "console" -> reached((ObjectNode) client, "https://console.fieldservice.example", "/*");
                case "api-docs" ->
                    reached((ObjectNode) client, "https://api.fieldservice.example", "/docs/oauth2-redirect.html");
                default -> {}
            }
        }
        return realm;
    }

    private static void reached(ObjectNode client, String origin, String path) {
        client.putArray("redirectUris").add(origin + path);
        client.putArray("webOrigins").add(origin);
    }

    private static void remove(ArrayNode from, String field, String value) {
        for (int i = from.size() - 1; i >= 0; i--) {
            if (from.get(i).path(field).asText().equals(value)) {
                from.remove(i);
            }
        }
    }

    private static JsonNode production() {
        return realmImport().at("/spec/realm");
    }

    private static JsonNode realmImport() {
        return Overlay.PRODUCTION.one("KeycloakRealmImport", "field-service");
    }
}
