package dev.fieldservice.systemtests.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.local.StackAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Gets tokens from the stack's own Keycloak, as its clients would. */
public final class SignIn {

    private static final String DEMO = "grant_type=password&client_id=demo-cli&scope=openid&password=demo&username=";
    private static final String GATEWAY =
            "grant_type=client_credentials&client_id=gateway&client_secret=local-gateway-secret";
    private static final String OPERATOR = "grant_type=password&client_id=admin-cli&username=admin&password=admin";

    private final StackAddress stack;
    private final Client client;
    private final Map<String, String> remembered = new ConcurrentHashMap<>();

    public SignIn(StackAddress stack, Client client) {
        this.stack = stack;
        this.client = client;
    }

    /** The access token of a user of the demo realm. */
    public String token(String user) {
        return remembered.computeIfAbsent(
                user, name -> tokens(name).at("/access_token").asText());
    }

    /** All that a sign-in yields: access token, refresh token and ID token. */
    public JsonNode tokens(String user) {
        return tokens(stack.tokenEndpoint(), DEMO + user);
    }

    /** Of somebody who is known and has no role at all. */
    public String tokenWithoutRole() {
        return remembered.computeIfAbsent(
                GATEWAY,
                form -> tokens(stack.tokenEndpoint(), form).at("/access_token").asText());
    }

    /** Of Keycloak's own administrator, which is another issuer's token for the services. */
    public String operatorToken() {
        var master = stack.tokenEndpoint().resolve("/realms/master/protocol/openid-connect/token");
        return tokens(master, OPERATOR).at("/access_token").asText();
    }

    private JsonNode tokens(URI endpoint, String form) {
        var answer = client.send(Call.of("POST", endpoint, "")
                .sending("application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8)));
        if (answer.status() != 200) {
            throw new IllegalStateException("Keycloak answered " + answer);
        }
        return answer.json();
    }
}
