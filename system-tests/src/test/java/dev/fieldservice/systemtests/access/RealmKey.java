package dev.fieldservice.systemtests.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.local.StackAddress;
import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Call;
import dev.fieldservice.players.client.Client;
import dev.fieldservice.players.client.SignIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * A signing key that the realm publishes beside its own. Tokens signed with it are as good as Keycloak's, so that an
 * attack can differ from a good token in one thing only, the one that is to be noticed.
 */
final class RealmKey implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final StackAddress stack;
    private final Client client;
    private final SignIn signIn;
    private final KeyPair keys;
    private final URI component;
    private final String id;

    private RealmKey(StackAddress stack, Client client, SignIn signIn, KeyPair keys) {
        this.stack = stack;
        this.client = client;
        this.signIn = signIn;
        this.keys = keys;
        this.component = publish();
        this.id = published(modulus((RSAPublicKey) keys.getPublic())).at("/kid").asText();
    }

    static RealmKey publish(StackAddress stack, Client client, SignIn signIn) {
        return new RealmKey(stack, client, signIn, generate());
    }

    static KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String id() {
        return id;
    }

    PrivateKey secret() {
        return keys.getPrivate();
    }

    /** The key that Keycloak itself signs access tokens with. */
    PublicKey keycloaks() {
        var id = header(signIn.token("dana")).at("/kid").asText();
        var jwk = StreamSupport.stream(certificates().at("/keys").spliterator(), false)
                .filter(key -> key.at("/kid").asText().equals(id))
                .findFirst()
                .orElseThrow();
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(number(jwk.at("/n")), number(jwk.at("/e"))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode header(String token) {
        return part(token, 0);
    }

    static ObjectNode claims(String token) {
        return part(token, 1);
    }

    private static ObjectNode part(String token, int index) {
        try {
            return JSON.readValue(Base64.getUrlDecoder().decode(token.split("\\.")[index]), ObjectNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private URI publish() {
        var secret = Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded());
        var realm =
                ask("GET", "/admin/realms/field-service", "").body().at("/id").asText();
        var answer = ask("POST", "/admin/realms/field-service/components", """
                {"name": "access-test", "providerType": "org.keycloak.keys.KeyProvider", "providerId": "rsa",
                 "parentId": "%s", "config": {"priority": ["-1"], "enabled": ["true"], "active": ["false"],
                 "algorithm": ["RS256"], "privateKey": ["%s"]}}""".formatted(realm, secret));
        return URI.create(answer.header("Location")
                .orElseThrow(() -> new IllegalStateException("Keycloak did not take the key: " + answer)));
    }

    private Answer ask(String method, String path, String body) {
        var call =
                Call.of(method, stack.issuer().resolve("/"), path.substring(1)).as(signIn.operatorToken());
        return client.send(body.isEmpty() ? call : call.json(body));
    }

    private JsonNode published(String modulus) {
        return StreamSupport.stream(certificates().at("/keys").spliterator(), false)
                .filter(key -> key.at("/n").asText().equals(modulus))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Keycloak does not publish the key"));
    }

    private JsonNode certificates() {
        return client.send(Call.of("GET", stack.issuer(), "/protocol/openid-connect/certs"))
                .body();
    }

    private static String modulus(RSAPublicKey key) {
        var bytes = key.getModulus().toByteArray();
        var from = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
    }

    private static BigInteger number(JsonNode base64) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(base64.asText()));
    }

    @Override
    public void close() {
        var answer = client.send(new Call("DELETE", component, Map.of(), new byte[0]).as(signIn.operatorToken()));
        if (answer.status() != 204) {
            throw new IllegalStateException("Keycloak keeps the test's key: " + answer);
        }
    }
}
