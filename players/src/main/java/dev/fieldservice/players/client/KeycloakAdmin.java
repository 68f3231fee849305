package dev.fieldservice.players.client;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What Keycloak's administrator does: hires people, changes keys. */
public final class KeycloakAdmin {

    private final Transport http;
    private final SignIn signIn;
    private final Addresses stack;

    public KeycloakAdmin(Addresses stack, Transport http, SignIn signIn) {
        this.http = http;
        this.signIn = signIn;
        this.stack = stack;
    }

    /** Makes a user; the identity provider chooses the id. */
    public Player hire(String user, String... roles) {
        ask("POST", "/users", """
                {"username": "%s", "enabled": true, "firstName": "%s", "lastName": "Frig", "emailVerified": true,
                 "email": "%s@fieldservice.example",
                 "credentials": [{"type": "password", "value": "demo", "temporary": false}]}""".formatted(user, user, user));
        var id = ask("GET", "/users?exact=true&username=" + user, "").text("/0/id");
        var given = Arrays.stream(roles)
                .map(role -> ask("GET", "/roles/" + role, "").text())
                .collect(Collectors.joining(",", "[", "]"));
        ask("POST", "/users/" + id + "/role-mappings/realm", given);
        return new Player(user, roles[0], id);
    }

    /** Hashing them as they should be takes longer than all else when many are hired. */
    public void hashPasswordsOnce() {
        ask("PUT", "", "{\"passwordPolicy\": \"hashAlgorithm(pbkdf2-sha256) and hashIterations(1)\"}");
    }

    /** From now on tokens are signed with a new key; those signed with the old one stay valid. */
    public void rotateKeys() {
        ask("POST", "/components", """
                {"name": "rotated-%d", "parentId": "%s", "providerId": "rsa-generated",
                 "providerType": "org.keycloak.keys.KeyProvider",
                 "config": {"priority": ["%d"], "enabled": ["true"], "active": ["true"], "algorithm": ["RS256"],
                            "keySize": ["2048"]}}""".formatted(
                        System.nanoTime(), ask("GET", "", "").text("/id"), System.currentTimeMillis() / 1000));
    }

    @CanIgnoreReturnValue
    private Answer ask(String method, String path, String body) {
        var call = Call.of(method, stack.issuer().resolve("/admin/realms/field-service"), path)
                .as(signIn.operatorToken());
        var answer = http.send(body.isEmpty() ? call : call.json(body));
        if (!answer.isOk()) {
            throw new IllegalStateException("Keycloak: " + call + " was answered " + answer);
        }
        return answer;
    }
}
