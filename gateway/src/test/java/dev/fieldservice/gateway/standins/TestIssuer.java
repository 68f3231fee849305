package dev.fieldservice.gateway.standins;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An OpenID Connect provider that signs whatever a test asks it to, right or wrong. */
public final class TestIssuer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair keys;
    private final HttpServer server;
    private final Set<String> withdrawn = ConcurrentHashMap.newKeySet();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private volatile boolean refuses;
    private volatile CountDownLatch present = new CountDownLatch(0);

    TestIssuer() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            keys = generator.generateKeyPair();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        serve(
                "/.well-known/openid-configuration",
                JSON.createObjectNode()
                        .put("issuer", url())
                        .put("jwks_uri", url() + "/jwks")
                        .put("authorization_endpoint", url() + "/auth")
                        .put("token_endpoint", url() + "/token")
                        .put("introspection_endpoint", url() + "/introspect"));
        server.createContext("/introspect", this::introspect);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        ObjectNode jwks = JSON.createObjectNode();
        jwks.putArray("keys").add(jwk());
        serve("/jwks", jwks);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Somebody who exists. */
    public static final String DANA = "0190a000-0000-7000-8000-000000000011";

    /** The claims of an access token as Keycloak issues them. */
    public ObjectNode claims(String subject) {
        long now = Instant.now().getEpochSecond();
        ObjectNode claims = JSON.createObjectNode()
                .put("iss", url())
                .put("aud", "field-service")
                .put("sub", subject)
                .put("typ", "Bearer")
                .put("iat", now)
                .put("exp", now + 300);
        claims.putObject("realm_access").putArray("roles").add("dispatcher");
        return claims;
    }

    public String accessToken(String subject) {
        return signed(claims(subject));
    }

    /** Says from now on that it counts no more, to whoever asks. */
    public void withdraw(String token) {
        withdrawn.add(token);
    }

    /** Takes the questions from now on and answers none, until it is called back. */
    public void goAway() {
        present = new CountDownLatch(1);
    }

    /** Answers no question from now on, as to one who has the wrong secret, until it is called back. */
    public void refuse() {
        refuses = true;
    }

    public void comeBack() {
        refuses = false;
        present.countDown();
    }

    /** How often somebody asked about this token. */
    public long questions(String token) {
        return asked.stream().filter(token::equals).count();
    }

    private void introspect(HttpExchange exchange) throws IOException {
        String token = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII)
                .replaceAll("(^|.*&)token=([^&]*).*", "$2");
        asked.add(token);
        try {
            present.await();
        } catch (InterruptedException closed) {
            throw new IOException(closed);
        }
        if (refuses) {
            answer(exchange, 401, JSON.createObjectNode().put("error", "invalid_client"));
            return;
        }
        ObjectNode answer = JSON.createObjectNode().put("active", !withdrawn.contains(token));
        answer.putObject("realm_access").putArray("roles").add("dispatcher");
        answer(exchange, 200, answer);
    }

    public String signed(ObjectNode claims) {
        return signed(claims, keys);
    }

    /** Signed with a key of someone else, under the name of the right one. */
    public String forged(ObjectNode claims) throws GeneralSecurityException {
        return signed(claims, KeyPairGenerator.getInstance("RSA").generateKeyPair());
    }

    public String unsigned(ObjectNode claims) {
        return content("none", claims) + ".";
    }

    /** Signed with the public key taken for a shared secret, which a careless verifier accepts. */
    public String signedWithPublicKey(ObjectNode claims) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(keys.getPublic().getEncoded(), "HmacSHA256"));
        String content = content("HS256", claims);
        return content + "." + BASE64.encodeToString(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static String signed(ObjectNode claims, KeyPair keys) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            String content = content("RS256", claims);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String content(String algorithm, ObjectNode claims) {
        ObjectNode header =
                JSON.createObjectNode().put("alg", algorithm).put("typ", "JWT").put("kid", "the-key");
        return BASE64.encodeToString(bytes(header)) + "." + BASE64.encodeToString(bytes(claims));
    }

    private ObjectNode jwk() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return JSON.createObjectNode()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("alg", "RS256")
                .put("kid", "the-key")
                .put("n", unsigned(key.getModulus()))
                .put("e", unsigned(key.getPublicExponent()));
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return BASE64.encodeToString(java.util.Arrays.copyOfRange(bytes, sign, bytes.length));
    }

    private void serve(String path, ObjectNode document) {
        server.createContext(path, exchange -> answer(exchange, 200, document));
    }

    private static void answer(HttpExchange exchange, int status, ObjectNode document) throws IOException {
        byte[] body = bytes(document);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static byte[] bytes(ObjectNode document) {
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }
}
