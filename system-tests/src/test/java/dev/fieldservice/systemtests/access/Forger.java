package dev.fieldservice.systemtests.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.players.client.SignIn;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens of an administrator that are good, and such that are good but for one thing. */
final class Forger {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Consumer<ObjectNode> UNCHANGED = claims -> {};

    private final RealmKey key;
    private final SignIn signIn;

    Forger(RealmKey key, SignIn signIn) {
        this.key = key;
        this.signIn = signIn;
    }

    /** What every attack is compared with: this one is let in. */
    String good() {
        return signed(UNCHANGED);
    }

    /** By what is wrong with it; the value is the whole {@code Authorization} header. */
    Map<String, String> attacks() {
        var attacks = new LinkedHashMap<String, String>();
        attacks.put("not a token", "Bearer garbage");
        attacks.put("a password", "Basic YWRtaW46YWRtaW4=");
        wrongClaims().forEach((name, token) -> attacks.put(name, "Bearer " + token));
        wrongSignatures().forEach((name, token) -> attacks.put(name, "Bearer " + token));
        var real = signIn.tokens("admin");
        attacks.put("ID token", "Bearer " + real.at("/id_token").asText());
        attacks.put("refresh token", "Bearer " + real.at("/refresh_token").asText());
        attacks.put("real token of another issuer", "Bearer " + signIn.operatorToken());
        return attacks;
    }

    private Map<String, String> wrongClaims() {
        var now = Instant.now().getEpochSecond();
        return Map.of(
                "expired", signed(claims -> claims.put("exp", now - 60)),
                "not yet valid", signed(claims -> claims.put("nbf", now + 600)),
                "other issuer", signed(claims -> claims.put("iss", "https://elsewhere.example/realms/field-service")),
                "other audience", signed(claims -> claims.put("aud", "another-api")),
                "no audience", signed(claims -> claims.remove("aud")),
                "no subject", signed(claims -> claims.remove("sub")),
                "ID token that names this API", signed(claims -> claims.put("typ", "ID")));
    }

    private Map<String, String> wrongSignatures() {
        var stranger = RealmKey.generate();
        var real = signIn.token("admin");
        var parts = good().split("\\.");
        var publicKey = key.keycloaks().getEncoded();
        var pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicKey)
                + "\n-----END PUBLIC KEY-----\n";
        var realId = RealmKey.header(real).at("/kid").asText();
        return Map.of(
                "alg none", encoded(header("none", "")) + "." + parts[1] + ".",
                "alg NONE with the signature left", encoded(header("NONE", "")) + "." + parts[1] + "." + parts[2],
                "HS256 with the public key as it is printed", hmac(realId, pem.getBytes(StandardCharsets.US_ASCII)),
                "HS256 with the public key's bytes", hmac(realId, publicKey),
                "signed by a stranger under the realm's key id", rsa(header("RS256", realId), stranger.getPrivate()),
                "signed by a stranger under a key id of their own", rsa(header("RS256", "mine"), stranger.getPrivate()),
                "more roles than were signed", promoted(signIn.token("tudor")),
                "no signature", parts[0] + "." + parts[1] + ".");
    }

    private static String promoted(String token) {
        var claims = RealmKey.claims(token);
        claims.withObjectProperty("realm_access").putArray("roles").add("admin");
        var parts = token.split("\\.");
        return parts[0] + "." + encoded(claims) + "." + parts[2];
    }

    private String signed(Consumer<ObjectNode> change) {
        return rsa(header("RS256", key.id()), key.secret(), change);
    }

    private String rsa(ObjectNode header, PrivateKey secret) {
        return rsa(header, secret, UNCHANGED);
    }

    private String rsa(ObjectNode header, PrivateKey secret, Consumer<ObjectNode> change) {
        var content = content(header, change);
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(secret);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String hmac(String id, byte[] secret) {
        var content = content(header("HS256", id), UNCHANGED);
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return content + "." + base64(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String content(ObjectNode header, Consumer<ObjectNode> change) {
        var claims = RealmKey.claims(signIn.token("admin"));
        change.accept(claims);
        return encoded(header) + "." + encoded(claims);
    }

    private static ObjectNode header(String algorithm, String id) {
        var header = JSON.createObjectNode().put("alg", algorithm).put("typ", "JWT");
        return id.isEmpty() ? header : header.put("kid", id);
    }

    private static String encoded(JsonNode json) {
        return base64(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
