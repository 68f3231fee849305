package dev.fieldservice.platform.testing;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/** Signs access tokens in the shape of Keycloak's. */
public final class Tokens {

    static final String KEY = "test.issuer.private-key";
    private static final Duration LIFE = Duration.ofMinutes(10);

    /** Clients use a token more than once, too; to sign one takes longer than many a request. */
    private static final Duration USED_FOR = Duration.ofMinutes(5);

    private static final Map<Holder, Signed> SIGNED = new ConcurrentHashMap<>();

    private record Holder(UUID subject, String name, List<String> roles) {}

    private record Signed(String token, Instant usedUntil) {}

    private Tokens() {}

    public static String of(Person person) {
        return of(person.id(), person.fullName(), person.role());
    }

    public static String of(UUID subject, String name, String... roles) {
        Instant now = Instant.now();
        return SIGNED.compute(
                        new Holder(subject, name, List.of(roles)),
                        (holder, known) -> known != null && now.isBefore(known.usedUntil)
                                ? known
                                : new Signed(sign(claims(subject, name, roles)), now.plus(USED_FOR)))
                .token;
    }

    /** A token that a test makes wrong before it is signed. */
    public static JwtClaimsBuilder claims(UUID subject, String name, String... roles) {
        String issuer = ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", String.class);
        return Jwt.claims(Map.of("name", name, "typ", "Bearer", "azp", "console"))
                .issuer(issuer)
                .subject(subject.toString())
                .audience("field-service")
                .claim("preferred_username", name)
                .claim("realm_access", Map.of("roles", List.of(roles)))
                .expiresIn(LIFE);
    }

    public static String sign(JwtClaimsBuilder claims) {
        return claims.jws()
                .keyId(TestIssuer.KEY_ID)
                .algorithm(SignatureAlgorithm.RS256)
                .sign(privateKey());
    }

    private static PrivateKey privateKey() {
        try {
            byte[] key = Base64.getDecoder().decode(ConfigProvider.getConfig().getValue(KEY, String.class));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
