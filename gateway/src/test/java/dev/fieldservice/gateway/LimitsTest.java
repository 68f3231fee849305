package dev.fieldservice.gateway;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LimitsTest extends GatewayTest {

    private static final int TOO_MANY_BYTES = 17 << 20;

    @Test
    void aBodyThatSaysItIsTooLargeIsTurnedAway() throws Exception {
        int before = service("workorder").received().size();
        HttpRequest request = request("/v1/work-orders/1/photos", token())
                .header("Content-Type", "image/jpeg")
                .POST(BodyPublishers.ofByteArray(new byte[TOO_MANY_BYTES]))
                .build();
        assertProblem(CLIENT.send(request, ofString()), 413, "payload-too-large");
        assertThat(service("workorder").received()).hasSize(before);
    }

    @Test
    void aBodyThatTurnsOutTooLargeIsTurnedAwayToo() throws Exception {
        service("workorder").on("/v1/work-orders/3/photos", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(201, -1);
            exchange.close();
        });
        HttpRequest request = request("/v1/work-orders/3/photos", token())
                .header("Content-Type", "image/jpeg")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[TOO_MANY_BYTES])))
                .build();
        assertProblem(CLIENT.send(request, ofString()), 413, "payload-too-large");
    }

    @Test
    void aFormMayNotBeAsLargeAsAPhoto() throws Exception {
        for (String type : List.of("application/json", "application/problem+json; charset=utf-8")) {
            HttpRequest request = request("/v1/work-orders", token())
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofByteArray(new byte[(1 << 20) + 1]))
                    .build();
            assertProblem(CLIENT.send(request, ofString()), 413, "payload-too-large");
        }
    }

    @Test
    void aBodyWithoutATokenIsNotReadAtAll() throws Exception {
        HttpRequest request = request("/v1/work-orders/1/photos")
                .POST(BodyPublishers.ofByteArray(new byte[1 << 20]))
                .build();
        assertProblem(CLIENT.send(request, ofString()), 401, "unauthenticated");
    }

    @Test
    void oneCallersFloodIsRefusedAndOthersAreServed() throws Exception {
        String flooder = token();
        String neighbour = token();
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            answers.add(get("/v1/parts", flooder));
        }
        HttpResponse<String> refused = answers.stream()
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();
        assertProblem(refused, 429, "rate-limited");
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 2L);
        assertThat(refused.headers().firstValue("RateLimit-Remaining")).contains("0");
        assertThat(answers.subList(0, 100)).allMatch(answer -> answer.statusCode() == 200);

        HttpResponse<String> served = get("/v1/parts", neighbour);
        assertThat(served.statusCode()).isEqualTo(200);
        assertThat(served.headers().firstValue("RateLimit-Limit")).contains("100");
        assertThat(served.headers().firstValue("RateLimit-Remaining")).contains("99");
        assertThat(served.headers().firstValueAsLong("RateLimit-Reset").orElseThrow())
                .isEqualTo(1);
    }

    @Test
    void tooManyHeadersAreRefused() throws Exception {
        HttpRequest request = request("/v1/parts", token())
                .header("X-Filler", "x".repeat(20_000))
                .build();
        assertProblem(CLIENT.send(request, ofString()), 431, "headers-too-large");
    }

    @Test
    void anAddressThatIsTooLongIsRefused() throws Exception {
        assertProblem(get("/v1/parts?x=" + "x".repeat(8_200), token()), 414, "uri-too-long");
    }
}
