package dev.fieldservice.gateway;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of configured origins use the API from a browser, others do not. */
@QuarkusTest
class CorsTest extends GatewayTest {

    private HttpResponse<String> preflight(String origin) throws Exception {
        return CLIENT.send(
                request("/v1/tickets")
                        .method("OPTIONS", BodyPublishers.noBody())
                        .header("Origin", origin)
                        .header("Access-Control-Request-Method", "POST")
                        .header("Access-Control-Request-Headers", "authorization,content-type,idempotency-key")
                        .build(),
                ofString());
    }

    private static Optional<String> allowed(HttpResponse<String> answer) {
        return answer.headers().firstValue("Access-Control-Allow-Origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://console.example", "http://localhost:5173"})
    void aBrowserIsToldWhatAPageOfOursMaySend(String origin) throws Exception {
        HttpResponse<String> answer = preflight(origin);

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(allowed(answer)).contains(origin);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Methods").orElseThrow())
                .contains("POST", "PUT");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
                .contains("Authorization", "Content-Type", "Idempotency-Key", "If-Match");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "https://console.example.evil.example",
                "http://console.example",
                "https://console.example:8443",
                "http://localhost",
                "null"
            })
    void aPageOfAnotherOriginIsNotLetIn(String origin) throws Exception {
        HttpResponse<String> answer = preflight(origin);

        assertProblem(answer, 403, "origin-not-allowed");
        assertThat(allowed(answer)).isEmpty();
    }

    @Test
    void anAnswerMayBeReadByThePageWithItsHeaders() throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                request("/v1/tickets", token())
                        .header("Origin", "https://console.example")
                        .build(),
                ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(allowed(answer)).contains("https://console.example");
        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers").orElseThrow())
                .contains("ETag", "Location", "Retry-After");
        assertThat(answer.headers().allValues("Vary")).contains("Origin");
    }

    @Test
    void aRefusalMayBeReadToo() throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                request("/v1/tickets")
                        .header("Origin", "https://console.example")
                        .build(),
                ofString());

        assertProblem(answer, 401, "unauthenticated");
        assertThat(allowed(answer)).contains("https://console.example");
    }
}
