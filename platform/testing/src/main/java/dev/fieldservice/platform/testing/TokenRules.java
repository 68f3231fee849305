package dev.fieldservice.platform.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.fieldservice.contracts.Role;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/** Every service lets nobody in without a valid access token, also when the gateway is bypassed. */
public final class TokenRules {

    private TokenRules() {}

    /** Attacks a path that an administrator may read: everything is 401 but the right token. */
    public static void check(String path) {
        refused(path, "");
        refused(path, "garbage");
        refused(path, Tokens.sign(admin().expiresAt(Instant.now().minusSeconds(60))));
        refused(path, Tokens.sign(admin().issuer("https://elsewhere.example/realms/field-service")));
        refused(path, Tokens.sign(admin().audience("another-api")));
        refused(path, Tokens.sign(admin().claim("typ", "ID")));
        refused(path, unsigned());
        refused(path, Tokens.of(Person.ADMIN).replaceAll("\\.[^.]+$", ".AAAA"));
        refused(path, admin().jws().signWithSecret("the public key or any other shared secret, long enough"));
        Http.get(Person.ADMIN, path).then().statusCode(200);
        countsUntilItExpires(path);
    }

    /** However often it was accepted before. */
    private static void countsUntilItExpires(String path) {
        Instant expiry = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(5);
        String token = Tokens.sign(admin().expiresAt(expiry));
        for (int time = 0; time < 2; time++) {
            given().header("Authorization", "Bearer " + token).get(path).then().statusCode(200);
        }
        try {
            Thread.sleep(Duration.between(Instant.now(), expiry.plusSeconds(1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        refused(path, token);
    }

    private static void refused(String path, String token) {
        given().header("Authorization", "Bearer " + token)
                .get(path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", notNullValue())
                .body("code", equalTo("unauthenticated"));
    }

    private static JwtClaimsBuilder admin() {
        return Tokens.claims(Person.ADMIN.id(), "Admin", Role.ADMIN);
    }

    private static String unsigned() {
        String claims = Tokens.of(Person.ADMIN).split("\\.")[1];
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        return header + "." + claims + ".";
    }
}
