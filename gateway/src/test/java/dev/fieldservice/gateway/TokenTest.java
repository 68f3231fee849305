package dev.fieldservice.gateway;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.gateway.standins.TestIssuer;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TokenTest extends GatewayTest {

    @Test
    void aCallerWithAnAccessTokenReachesTheService() throws Exception {
        String token = token();
        HttpResponse<String> response = get("/v1/tickets?limit=5", token);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(service("ticket").last().uri()).isEqualTo("/v1/tickets?limit=5");
        assertThat(service("ticket").last().headers().getFirst("Authorization")).isEqualTo("Bearer " + token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/tickets",
                "/v1/my-day",
                "/v1/operations/billing-service/parked-messages",
                "/v1/tickets/0190a000-0000-7000-8000-000000000001/timeline"
            })
    void withoutATokenNothingOfTheApiIsServed(String path) throws Exception {
        HttpResponse<String> response = getWithoutToken(path);
        assertProblem(response, 401, "unauthenticated");
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"field-service\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "garbage with two dots",
                "expired",
                "not yet valid",
                "unsigned",
                "signed with the public key as secret",
                "forged",
                "tampered",
                "of another issuer",
                "for another audience",
                "for no audience",
                "ID token",
                "refresh token",
                "of no type",
                "of nobody",
                "with signs that Base64 passes over",
                "with padding",
                "with other bits at its end",
                "in two parts more",
                "longer than any"
            })
    void aTokenThatIsNotAnAccessTokenForUsIsRefused(String flaw) throws Exception {
        int before = service("ticket").received().size();
        HttpResponse<String> response = get("/v1/tickets", flawed(flaw));
        assertProblem(response, 401, "unauthenticated");
        assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Bearer ")
                .contains("invalid_token");
        assertThat(service("ticket").received()).hasSize(before);
    }

    @Test
    void aTokenIsRefusedOnceItExpiresHoweverOftenItWasAccepted() throws Exception {
        long expiry = Instant.now().getEpochSecond() + 5;
        String token = issuer.signed(issuer.claims(TestIssuer.DANA).put("exp", expiry));
        assertThat(get("/v1/tickets", token).statusCode()).isEqualTo(200);
        assertThat(get("/v1/tickets", token).statusCode()).isEqualTo(200);
        Thread.sleep(Instant.now().until(Instant.ofEpochSecond(expiry + 1)));
        assertProblem(get("/v1/tickets", token), 401, "unauthenticated");
    }

    @Test
    void anotherSchemeThanBearerIsNoToken() throws Exception {
        HttpRequest request = request("/v1/tickets")
                .header("Authorization", "Basic ZGFuYTpkZW1v")
                .build();
        assertProblem(CLIENT.send(request, ofString()), 401, "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/openapi.json", "/docs/", "/q/health", "/q/health/ready", "/q/health/live"})
    void whatIsPublicNeedsNoToken(String path) throws Exception {
        assertThat(getWithoutToken(path).statusCode()).isEqualTo(200);
    }

    private String flawed(String flaw) throws GeneralSecurityException {
        ObjectNode claims = issuer.claims(TestIssuer.DANA);
        long now = Instant.now().getEpochSecond();
        return switch (flaw) {
            case "garbage" -> "garbage";
            case "garbage with two dots" -> "gar.ba.ge";
            case "expired" -> issuer.signed(claims.put("iat", now - 700).put("exp", now - 400));
            case "not yet valid" -> issuer.signed(claims.put("nbf", now + 400));
            case "unsigned" -> issuer.unsigned(claims);
            case "signed with the public key as secret" -> issuer.signedWithPublicKey(claims);
            case "forged" -> issuer.forged(claims);
            case "tampered" -> {
                String[] good = issuer.signed(claims).split("\\.");
                yield good[0] + "." + issuer.signed(claims.put("sub", "admin")).split("\\.")[1] + "." + good[2];
            }
            case "of another issuer" -> issuer.signed(claims.put("iss", "https://elsewhere.example"));
            case "for another audience" -> issuer.signed(claims.put("aud", "account"));
            case "for no audience" -> issuer.signed(without(claims, "aud"));
            case "ID token" -> issuer.signed(claims.put("typ", "ID"));
            case "refresh token" -> issuer.signed(claims.put("typ", "Refresh"));
            case "of no type" -> issuer.signed(without(claims, "typ"));
            case "of nobody" -> issuer.signed(without(claims, "sub"));
            case "with signs that Base64 passes over" -> issuer.signed(claims) + "!*!";
            case "with padding" -> issuer.signed(claims) + "==";
            case "with other bits at its end" -> withOtherEnd(issuer.signed(claims));
            case "in two parts more" -> issuer.signed(claims) + ".x.y";
            case "longer than any" -> issuer.signed(claims.put("x", "x".repeat(7_000)));
            default -> throw new IllegalArgumentException(flaw);
        };
    }

    /** The last sign of 256 bytes holds two bits that count, and four that readers pass over. */
    private static String withOtherEnd(String token) {
        String signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int last = signs.indexOf(token.charAt(token.length() - 1));
        return token.substring(0, token.length() - 1) + signs.charAt(last ^ 1);
    }

    private static ObjectNode without(ObjectNode claims, String name) {
        ObjectNode rest = claims.deepCopy();
        rest.remove(name);
        return rest;
    }
}
