package dev.fieldservice.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.gateway.standins.StandInService;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients that speak HTTP/2 and say no length of what they send, as those of Node and curl do. */
@QuarkusTest
class Http2Test extends GatewayTest {

    private record Answer(int status, Buffer body) {}

    @Inject
    Vertx vertx;

    private HttpClient client;

    @BeforeEach
    void connectAnew() {
        client = vertx.createHttpClient(
                new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false));
    }

    @AfterEach
    void disconnect() {
        var _ = client.close();
    }

    @ParameterizedTest
    @CsvSource({
        "1, application/json, 200",
        "5000, application/json, 200",
        "300000, application/json, 200",
        "1048576, application/json, 200",
        "1048577, application/json, 413",
        "5000000, image/jpeg, 200",
        "17000000, image/jpeg, 413"
    })
    void aBodyOfUnsaidLengthArrivesWithinItsLimit(int size, String mediaType, int status) throws Exception {
        service("workorder").on("/v1/work-orders/9/photos", exchange -> {
            int received = exchange.getRequestBody().readAllBytes().length;
            StandInService.answer(exchange, 200, "text/plain", String.valueOf(received));
        });
        Answer answer = send(mediaType, new byte[size]);
        assertThat(answer.status()).isEqualTo(status);
        if (status == 200) {
            assertThat(answer.body()).hasToString(String.valueOf(size));
        } else {
            assertThat(answer.body().toJsonObject().getString("code")).isEqualTo("payload-too-large");
        }
    }

    private Answer send(String mediaType, byte[] body) throws Exception {
        var options = new RequestOptions()
                .setHost(gateway.getHost())
                .setPort(gateway.getPort())
                .setMethod(HttpMethod.POST)
                .setURI("/v1/work-orders/9/photos")
                .putHeader("Authorization", "Bearer " + token())
                .putHeader("Content-Type", mediaType);
        return client.request(options)
                .compose(request -> {
                    request.setChunked(true);
                    request.exceptionHandler(reset -> {});
                    int half = body.length / 2;
                    var _ = request.write(Buffer.buffer(body).slice(0, half));
                    var _ = request.end(Buffer.buffer(body).slice(half, body.length));
                    return request.response();
                })
                .compose(response -> response.body().map(content -> new Answer(response.statusCode(), content)))
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }
}
