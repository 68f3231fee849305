package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who gets in, when the gateway is bypassed. */
@QuarkusTest
@WithTestResource(RealServers.class)
class AccessTest {

    @Test
    void withoutAValidAccessTokenNobodyGetsIn() {
        refused("");
        refused("garbage");
        refused(Tokens.sign(dana().expiresAt(Instant.now().minusSeconds(60))));
        refused(Tokens.sign(dana().issuer("https://elsewhere.example/realms/field-service")));
        refused(Tokens.sign(dana().audience("another-api")));
        refused(unsigned());
        refused(Tokens.of(Person.DANA).replaceAll("\\.[^.]+$", ".AAAA"));
        refused(dana().jws().signWithSecret("the public key or any other shared secret, long enough"));
    }

    @Test
    void aTokenWithoutTheRoleIsForbidden() {
        get(Person.TUDOR, "/v1/tickets").then().statusCode(403).contentType("application/problem+json");
        post(Person.SORIN, "/v1/customers", Map.of("name", "A"))
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
        get(Person.SORIN, "/v1/customers").then().statusCode(200);
    }

    private static void refused(String token) {
        given().header("Authorization", "Bearer " + token)
                .get("/v1/tickets")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", notNullValue())
                .body("code", equalTo("unauthenticated"));
    }

    private static JwtClaimsBuilder dana() {
        return Tokens.claims(Person.DANA.id(), "Dana", Role.DISPATCHER);
    }

    private static String unsigned() {
        String claims = Tokens.of(Person.DANA).split("\\.")[1];
        return base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + claims + ".";
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
