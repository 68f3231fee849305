package dev.fieldservice.platform.testing;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** Signs access tokens in the shape of Keycloak's. */
public final class Tokens {

    static final String KEY = "test.issuer.private-key";
    private static final Duration LIFE = Duration.ofMinutes(10);

    private Tokens() {}

    public static String of(Person person) {
        return of(person.id(), person.fullName(), person.role());
    }

    public static String of(UUID subject, String name, String... roles) {
        return sign(claims(subject, name, roles));
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
