package dev.fieldservice.gateway;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.gateway.standins.StandInService;
import dev.fieldservice.gateway.standins.StandIns;
import dev.fieldservice.gateway.standins.TestIssuer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;

/** What all tests of the gateway share: a client that knows nothing but HTTP. */
@QuarkusTestResource(StandIns.class)
abstract class GatewayTest {

    static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    TestIssuer issuer;
    Map<String, StandInService> services;

    @TestHTTPResource
    URI gateway;

    @BeforeEach
    void theServicesAnswerAsUsual() {
        services.values().forEach(StandInService::forget);
    }

    StandInService service(String name) {
        return services.get(name);
    }

    /** The access token of a caller whom no other test uses up. */
    String token() {
        return issuer.accessToken(UUID.randomUUID().toString());
    }

    HttpRequest.Builder request(String path, String token) {
        return request(path).header("Authorization", "Bearer " + token);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path)).timeout(Duration.ofSeconds(10));
    }

    HttpResponse<String> get(String path, String token) throws Exception {
        return CLIENT.send(request(path, token).build(), ofString());
    }

    HttpResponse<String> getWithoutToken(String path) throws Exception {
        return CLIENT.send(request(path).build(), ofString());
    }

    /** Byte for byte what is sent, which no proper client would do. */
    String raw(String request) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The head of an HTTP/2 request. */
    String[] http2(String method, String path, String token) {
        return new String[] {
            ":method",
            method,
            ":scheme",
            "http",
            ":authority",
            "gateway",
            ":path",
            path,
            "authorization",
            "Bearer " + token,
            "content-type",
            "application/json"
        };
    }

    Socket connect() throws IOException {
        Socket socket = new Socket(gateway.getHost(), gateway.getPort());
        socket.setSoTimeout(10_000);
        return socket;
    }

    /** A stand-in's wait for the test, as long as a client of these tests waits at most. */
    static boolean await(CountDownLatch latch) {
        return await(latch, Duration.ofSeconds(10));
    }

    static boolean await(CountDownLatch latch, Duration longest) {
        try {
            return latch.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    static void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonObject problem = new JsonObject(response.body());
        assertThat(problem.getString("code")).isEqualTo(code);
        assertThat(problem.getInteger("status")).isEqualTo(status);
        assertThat(problem.getString("type")).isEqualTo("https://fieldservice.dev/problems/" + code);
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("traceId")).matches("[0-9a-f]{32}").doesNotMatch("0{32}");
    }

    static void eventually(Callable<Boolean> condition) throws Exception {
        Instant latest = Instant.now().plusSeconds(5);
        while (!condition.call()) {
            assertThat(Instant.now()).isBefore(latest);
            Thread.sleep(20);
        }
    }
}
