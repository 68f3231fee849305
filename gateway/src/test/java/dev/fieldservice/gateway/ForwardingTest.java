package dev.fieldservice.gateway;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import dev.fieldservice.gateway.standins.StandInService;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ForwardingTest extends GatewayTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-User",
                "X-User-Id",
                "X-Username",
                "X-Forwarded-User",
                "X-Forwarded-Prefix",
                "X-Remote-User",
                "X-Roles",
                "X-Auth-Request-Email",
                "X-Authenticated-User",
                "X-Real-IP",
                "X-Original-URL",
                "X-HTTP-Method-Override",
                "Forwarded"
            })
    void whoTheCallerClaimsToBeInAHeaderIsDropped(String header) throws Exception {
        HttpResponse<String> response = CLIENT.send(
                request("/v1/tickets", token()).header(header, "admin").build(), ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(service("ticket").last().headers()).doesNotContainKey(javaName(header));
    }

    @Test
    void whereARequestCameFromIsSaidByTheGatewayAlone() throws Exception {
        HttpResponse<String> response = CLIENT.send(
                request("/v1/tickets", token())
                        .header("X-Forwarded-For", "10.9.9.9")
                        .header("X-Forwarded-Host", "elsewhere.example")
                        .header("X-Forwarded-Proto", "https")
                        .build(),
                ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        Headers headers = service("ticket").last().headers();
        assertThat(headers.get("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(headers.get("X-Forwarded-Host")).containsExactly(gateway.getAuthority());
        assertThat(headers.get("X-Forwarded-Proto")).containsExactly("http");
        assertThat(headers.get("Host")).containsExactly(service("ticket").url().substring("http://".length()));
    }

    @Test
    void headersOfOneConnectionEndAtTheGateway() throws Exception {
        String answer = raw(
                "GET /v1/tickets HTTP/1.1\r\nHost: gateway\r\nConnection: X-Hop\r\nConnection: close\r\nX-Hop: 1\r\n"
                        + "TE: trailers\r\nUpgrade: websocket\r\nProxy-Connection: keep-alive\r\n"
                        + "Proxy-Authorization: Basic eA==\r\nAuthorization: Bearer " + token() + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(service("ticket").last().headers())
                .doesNotContainKeys("X-hop", "Te", "Upgrade", "Proxy-connection", "Proxy-authorization");
    }

    @Test
    void aCommandAndItsAnswerPassUnchanged() throws Exception {
        service("workorder").on("/v1/work-orders/7/start", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes());
            exchange.getResponseHeaders().set("ETag", "\"3\"");
            exchange.getResponseHeaders().set("Idempotency-Replayed", "true");
            exchange.getResponseHeaders().set("Deprecation", "@1767225600");
            StandInService.answer(exchange, 409, "application/problem+json", "{\"echo\":" + body + "}");
        });
        HttpResponse<String> response = CLIENT.send(
                request("/v1/work-orders/7/start?dry=true&x=%C8%9B", token())
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "leaking-chiller")
                        .header("If-Match", "\"2\"")
                        .POST(BodyPublishers.ofString("{\"position\":\"stairs\"}"))
                        .build(),
                ofString());
        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.body()).isEqualTo("{\"echo\":{\"position\":\"stairs\"}}");
        assertThat(response.headers().firstValue("ETag")).contains("\"3\"");
        assertThat(response.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(response.headers().firstValue("Deprecation")).contains("@1767225600");
        StandInService.Received received = service("workorder").last();
        assertThat(received.method()).isEqualTo("POST");
        assertThat(received.uri()).isEqualTo("/v1/work-orders/7/start?dry=true&x=%C8%9B");
        assertThat(received.headers().getFirst("Idempotency-Key")).isEqualTo("leaking-chiller");
        assertThat(received.headers().getFirst("If-Match")).isEqualTo("\"2\"");
    }

    @ParameterizedTest
    @CsvSource({
        "%s/v1/tickets/1?a=b, /v1/tickets/1?a=b",
        "/v1/tickets/2, /v1/tickets/2",
        "https://maps.example/directions, https://maps.example/directions"
    })
    void anAddressInsideIsGivenToTheClientAsOneOfTheGateway(String inside, String outside) throws Exception {
        service("ticket").on("/v1/tickets", exchange -> {
            exchange.getResponseHeaders()
                    .set("Location", inside.formatted(service("ticket").url()));
            StandInService.answer(exchange, 201, "application/json", "{}");
        });
        HttpResponse<String> response = CLIENT.send(
                request("/v1/tickets", token()).POST(BodyPublishers.noBody()).build(), ofString());
        assertThat(response.headers().firstValue("Location")).contains(outside);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    void anAnswerWithoutABodyStaysOneAndTheConnectionIsUsedAgain(int status) throws Exception {
        service("inventory").on("/v1/parts/" + status, exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"9\"");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        for (int i = 0; i < 20; i++) {
            HttpResponse<String> response = get("/v1/parts/" + status, token());
            assertThat(response.statusCode()).isEqualTo(status);
            assertThat(response.body()).isEmpty();
            assertThat(response.headers().firstValue("ETag")).contains("\"9\"");
            assertThat(response.headers().firstValue("Transfer-Encoding")).isEmpty();
        }
    }

    @Test
    void headAsksForHeadersOnly() throws Exception {
        HttpRequest head = request("/v1/parts", token())
                .method("HEAD", BodyPublishers.noBody())
                .build();
        assertThat(CLIENT.send(head, ofString()).statusCode()).isEqualTo(200);
        assertThat(service("inventory").last().method()).isEqualTo("HEAD");
    }

    @Test
    void theTraceOfTheClientGoesOn() throws Exception {
        HttpRequest traced = request("/v1/tickets", token())
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .build();
        assertThat(CLIENT.send(traced, ofString()).statusCode()).isEqualTo(200);
        assertThat(service("ticket").last().headers().getFirst("traceparent")).startsWith("00-" + TRACE + "-");
    }

    @Test
    void aRequestWithoutATraceGetsOne() throws Exception {
        assertThat(get("/v1/tickets", token()).statusCode()).isEqualTo(200);
        assertThat(service("ticket").last().headers().getFirst("traceparent"))
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
    }

    @Test
    void aProblemOfTheGatewayNamesTheTraceOfTheClient() throws Exception {
        HttpRequest traced = request("/v1/nothing", token())
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .build();
        HttpResponse<String> response = CLIENT.send(traced, ofString());
        assertProblem(response, 404, "not-found");
        assertThat(response.body()).contains(TRACE);
    }

    /** As the JDK's server spells header names. */
    private static String javaName(String header) {
        return header.charAt(0) + header.substring(1).toLowerCase(java.util.Locale.ROOT);
    }
}
