package dev.fieldservice.probe;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.probe.wire.ProbeWire;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** A broker that asks for a name and a password: a service tells and hears as ever, by the settings {@code kafka.*} alone. */
@QuarkusTest
@WithTestResource(GuardedBroker.class)
class GuardedBrokerTest {

    @Test
    void aServiceSignsInToPublishAndToConsume() {
        post(Person.DANA, "/v1/notes", "{\"title\": \"Behind the door %s\"}".formatted(UUID.randomUUID()))
                .then()
                .statusCode(201);

        eventually(() -> assertThat(published()).isOne());
        eventually(() -> given().get("/q/health/ready").then().statusCode(200));
    }

    private long published() {
        var partition = new TopicPartition(ProbeWire.NOTE_WRITTEN, 0);
        String administrator = ConfigProvider.getConfig().getValue(GuardedBroker.ENTRANCE, String.class);
        Map<String, Object> settings = Map.of("bootstrap.servers", administrator);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            return consumer.endOffsets(List.of(partition)).get(partition);
        }
    }
}
