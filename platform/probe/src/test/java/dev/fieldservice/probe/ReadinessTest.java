package dev.fieldservice.probe;

import static dev.fieldservice.platform.testing.Events.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.inbox.Channel;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Whoever asks whether a service is ready is told in time, whatever it waits for itself. */
@QuarkusTest
@WithTestResource(ProbeServers.class)
class ReadinessTest {

    private static final Duration LONGEST = Duration.ofSeconds(4);
    private static final RestAssuredConfig IN_TIME = RestAssuredConfig.config()
            .httpClient(HttpClientConfig.httpClientConfig()
                    .setParam("http.socket.timeout", Math.toIntExact(LONGEST.toMillis())));

    @Inject
    KafkaClientService clients;

    @Test
    void aServiceWhoseConsumerWaitsForTheBrokerIsNotReadyAndSaysSo() {
        eventually(() -> assertThat(status()).isEqualTo(200));
        CountDownLatch broker = new CountDownLatch(1);
        var waiting = clients.getConsumer(Channel.NAME)
                .runOnPollingThread(consumer -> {
                    await(broker);
                    return true;
                })
                .subscribeAsCompletionStage();

        eventually(() -> assertThat(status()).isEqualTo(503));
        assertThat(status()).isEqualTo(503);

        broker.countDown();
        assertThat(waiting.join()).isTrue();
        eventually(() -> assertThat(status()).isEqualTo(200));
    }

    private static int status() {
        return given().config(IN_TIME).get("/q/health/ready").statusCode();
    }

    private static void await(CountDownLatch broker) {
        try {
            broker.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
