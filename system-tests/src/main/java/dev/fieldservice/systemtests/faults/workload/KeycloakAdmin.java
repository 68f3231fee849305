package dev.fieldservice.systemtests.faults.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.fieldservice.local.StackAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What Keycloak's administrator does: hires people, changes keys. */
public final class KeycloakAdmin {

    private static final String REALM = "/admin/realms/field-service";

    /** Below the minute for which Keycloak's own administrator gets a token. */
    private static final Duration TOKEN_USE = Duration.ofSeconds(30);

    private final Http http;
    private final StackAddress stack;
    private String token = "";
    private long signedIn = System.nanoTime() - TOKEN_USE.toNanos() - 1;

    public KeycloakAdmin(Http http, StackAddress stack) {
        this.http = http;
        this.stack = stack;
    }

    /** Makes a user; the identity provider chooses the id. */
    public Person hire(String user, List<String> roles) {
        ask("POST", "/users", """
                {"username": "%s", "enabled": true, "firstName": "%s", "lastName": "Frig", "emailVerified": true,
                 "email": "%s@fieldservice.example",
                 "credentials": [{"type": "password", "value": "%s", "temporary": false}]}""".formatted(user, user, user, Person.PASSWORD));
        String id =
                ask("GET", "/users?exact=true&username=" + user, "").at("/0/id").asText();
        ArrayNode given = Http.JSON.createArrayNode();
        roles.forEach(role -> given.add(ask("GET", "/roles/" + role, "")));
        ask("POST", "/users/" + id + "/role-mappings/realm", given.toString());
        return new Person(user, id);
    }

    /** From now on tokens are signed with a new key; those signed with the old one stay valid. */
    public void rotateKeys() {
        String realm = ask("GET", "", "").at("/id").asText();
        String name = "rotated-" + System.nanoTime();
        ask("POST", "/components", """
                {"name": "%s", "parentId": "%s", "providerId": "rsa-generated",
                 "providerType": "org.keycloak.keys.KeyProvider",
                 "config": {"priority": ["%d"], "enabled": ["true"], "active": ["true"], "algorithm": ["RS256"],
                            "keySize": ["2048"]}}""".formatted(name, realm, System.currentTimeMillis() / 1000));
    }

    @com.google.errorprone.annotations.CanIgnoreReturnValue
    private JsonNode ask(String method, String path, String body) {
        Map<String, String> headers = new HashMap<>(Map.of("Authorization", "Bearer " + token()));
        Reply reply = http.send(method, at(REALM + path), headers, body);
        if (!reply.isOk()) {
            throw new IllegalStateException("Keycloak: " + method + " " + path + " was answered " + reply);
        }
        return reply.body();
    }

    private synchronized String token() {
        if (System.nanoTime() - signedIn > TOKEN_USE.toNanos()) {
            Reply reply = http.postForm(
                    at("/realms/master/protocol/openid-connect/token"),
                    Map.of(
                            "grant_type",
                            "password",
                            "client_id",
                            "admin-cli",
                            "username",
                            "admin",
                            "password",
                            "admin"));
            if (!reply.isOk()) {
                throw new IllegalStateException("Keycloak's administrator cannot sign in: " + reply);
            }
            token = reply.text("/access_token");
            signedIn = System.nanoTime();
        }
        return token;
    }

    private URI at(String path) {
        return stack.issuer().resolve(path);
    }
}
