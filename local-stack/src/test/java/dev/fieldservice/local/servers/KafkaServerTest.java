package dev.fieldservice.local.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.contracts.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerTest {

    @TempDir
    Path folder;

    @Test
    void eventsAreStillThereAfterARestart() throws Exception {
        try (var kafka = KafkaServer.start(folder, 0)) {
            kafka.createTopics(List.of("ticket-created"), 6);
            send(kafka, "a chiller leaks");
        }
        try (var kafka = KafkaServer.start(folder, 0)) {
            kafka.createTopics(List.of("ticket-created", "order-created"), 6);
            assertThat(firstEvent(kafka)).isEqualTo("a chiller leaks");
        }
    }

    @Test
    void topicsWhoseEventsCarryAStateAreCompactedAlsoIfTheyWereNotBefore() throws Exception {
        try (var kafka = KafkaServer.start(folder, 0);
                var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(Topics.PART_REGISTERED, 6, (short) 1)))
                    .all()
                    .get();

            kafka.createTopics(Topics.ALL, Topics.PARTITIONS);

            var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (!compacted(admin).equals(Topics.COMPACTED) && System.nanoTime() < deadline) {
                Thread.sleep(100);
            }
            assertThat(compacted(admin)).isEqualTo(Topics.COMPACTED);
        }
    }

    /** In the order of {@link Topics#ALL}, as the broker says. */
    private static List<String> compacted(Admin admin) {
        return Topics.ALL.stream()
                .filter(topic -> policy(admin, topic).equals("compact"))
                .toList();
    }

    private static String policy(Admin admin, String name) {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, name);
        try {
            return admin.describeConfigs(List.of(topic))
                    .all()
                    .get()
                    .get(topic)
                    .get("cleanup.policy")
                    .value();
        } catch (ExecutionException notYetKnown) {
            return "";
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void send(KafkaServer kafka, String event) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var sent = producer.send(new ProducerRecord<>("ticket-created", "1", event))
                    .get();
            assertThat(sent.hasOffset()).isTrue();
        }
    }

    private static String firstEvent(KafkaServer kafka) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", kafka.bootstrapServers(),
                "group.id", "dispatch-service",
                "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("ticket-created"));
            var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (System.nanoTime() < deadline) {
                for (var event : consumer.poll(Duration.ofMillis(200))) {
                    return event.value();
                }
            }
            throw new AssertionError("no event within 30 s");
        }
    }
}
