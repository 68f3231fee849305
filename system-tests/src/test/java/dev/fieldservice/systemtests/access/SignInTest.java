package dev.fieldservice.systemtests.access;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fieldservice.local.LocalStack;
import dev.fieldservice.local.testing.RunningStack;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People and systems sign in as docs/api.md says, at the real Keycloak. */
@ExtendWith(RunningStack.class)
class SignInTest {

    private static final String REDIRECT = "dev.fieldservice.mobile:/oauth2redirect";
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private static LocalStack stack;

    private final HttpClient browser = HttpClient.newHttpClient();

    @BeforeAll
    static void theStackRuns(LocalStack running) {
        stack = running;
    }

    @Test
    void aPhoneStaysSignedInWithTheTokensThatItKeeps() throws Exception {
        String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
        JsonNode first = asked(Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                "mobile-app",
                "code",
                code("tudor", verifier),
                "redirect_uri",
                REDIRECT,
                "code_verifier",
                verifier));
        assertThat(first.at("/scope").asText()).contains("offline_access");
        assertThat(claims(first.at("/refresh_token").asText()).at("/typ").asText())
                .isEqualTo("Offline");
        assertThat(calls(first)).isEqualTo(200);

        JsonNode renewed = asked(Map.of(
                "grant_type", "refresh_token",
                "client_id", "mobile-app",
                "refresh_token", first.at("/refresh_token").asText()));
        assertThat(calls(renewed)).isEqualTo(200);
    }

    @Test
    void aCodeIsOfNoUseWithoutItsVerifier() throws Exception {
        JsonNode refused = asked(Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                "mobile-app",
                "code",
                code("teodora", UUID.randomUUID() + "-" + UUID.randomUUID()),
                "redirect_uri",
                REDIRECT,
                "code_verifier",
                UUID.randomUUID() + "-" + UUID.randomUUID()));
        assertThat(refused.at("/error").asText()).isEqualTo("invalid_grant");
    }

    @Test
    void anotherSystemHasItsOwnCredentials() throws Exception {
        JsonNode granted = asked(Map.of(
                "grant_type", "client_credentials",
                "client_id", "integrator",
                "client_secret", "local-integrator-secret"));
        assertThat(granted.has("refresh_token")).isFalse();
        assertThat(ask("/v1/tickets?limit=1", granted)).isEqualTo(200);
    }

    /** As the system's browser does it: the page of the provider, the password, and back into the app. */
    private String code(String user, String verifier) throws Exception {
        String challenge = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        URI page = URI.create(stack.address().issuer() + "/protocol/openid-connect/auth?"
                + form(Map.of(
                        "response_type", "code",
                        "client_id", "mobile-app",
                        "redirect_uri", REDIRECT,
                        "scope", "openid offline_access",
                        "state", "there-and-back",
                        "code_challenge", challenge,
                        "code_challenge_method", "S256")));
        var asked = browser.send(HttpRequest.newBuilder(page).build(), ofString());
        var form = FORM.matcher(asked.body());
        assertThat(form.find()).as("the form to sign in").isTrue();
        var back = browser.send(
                HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", cookies(asked))
                        .POST(BodyPublishers.ofString(form(Map.of("username", user, "password", "demo"))))
                        .build(),
                ofString());
        String location = back.headers().firstValue("Location").orElse("nowhere, but " + back.statusCode());
        var code = CODE.matcher(location);
        assertThat(code.find()).as(location).isTrue();
        return code.group(1);
    }

    /** By hand: the cookie handler of the JDK keeps those that are marked as secure from this address. */
    private static String cookies(HttpResponse<String> page) {
        return page.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";")[0])
                .collect(Collectors.joining("; "));
    }

    private JsonNode asked(Map<String, String> grant) throws Exception {
        var answer = browser.send(
                HttpRequest.newBuilder(stack.address().tokenEndpoint())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form(grant)))
                        .build(),
                ofString());
        return new ObjectMapper().readTree(answer.body());
    }

    private int calls(JsonNode granted) throws Exception {
        return ask("/v1/my-day", granted);
    }

    private int ask(String path, JsonNode granted) throws Exception {
        return browser.send(
                        HttpRequest.newBuilder(stack.address().gateway().resolve(path))
                                .header(
                                        "Authorization",
                                        "Bearer " + granted.at("/access_token").asText())
                                .build(),
                        ofString())
                .statusCode();
    }

    private static JsonNode claims(String token) throws Exception {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
