package dev.fieldservice.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fieldservice.contracts.ContractSchemas;
import dev.fieldservice.platform.events.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads what the service under test published and plays the other services. */
public final class Events {

    /** What is waited for may stand behind much that tests before have begun, such as a thousand invoices that follow a rate. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static KafkaProducer<String, byte[]> producer;

    private Events() {}

    /** All messages of a key on a topic, as soon as there are at least {@code count}; each is checked against its schema. */
    public static List<JsonNode> await(String topic, UUID key, int count) {
        List<JsonNode> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer(topic)) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (found.size() < count && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(message -> collect(message, key, found));
            }
        }
        assertThat(found).as("messages on %s for %s", topic, key).hasSizeGreaterThanOrEqualTo(count);
        return found;
    }

    /** The only message of a key on a topic. */
    public static JsonNode awaitOne(String topic, UUID key) {
        return await(topic, key, 1).getFirst();
    }

    /** Everything that is on a topic now, whatever it is. */
    public static List<ConsumerRecord<String, byte[]>> raw(String topic) {
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer(topic)) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(all::add);
            }
        }
        return all;
    }

    /** Publishes as another service would; the payload is checked against its schema first. */
    public static void publish(String topic, UUID key, Object payload) {
        publish(topic, key, UUID.randomUUID(), payload);
    }

    /** The same with a given event id, to deliver one event twice. */
    public static void publish(String topic, UUID key, UUID id, Object payload) {
        JsonNode json = JSON.valueToTree(payload);
        Contracts.requireValid(topic, json);
        publishRaw(topic, key.toString(), id.toString(), "dev.fieldservice." + topic + ".v1", bytes(json));
    }

    /** Publishes anything at all. */
    public static void publishRaw(String topic, String key, String id, String type, byte[] payload) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key, payload);
        header(message, "ce_specversion", "1.0");
        header(message, "ce_id", id);
        header(message, "ce_type", type);
        header(message, Wire.SCHEMA, Wire.Message.schema(topic, type).orElse(null));
        header(message, "ce_source", "/test");
        header(message, "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00");
        publish(message);
    }

    /** Publishes a message with the headers that it has. */
    public static void publish(ProducerRecord<String, byte[]> message) {
        try {
            assertThat(producer().send(message).get().hasOffset()).isTrue();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Repeats an assertion until it holds, beginning at once; for what follows from an event. */
    public static void eventually(org.awaitility.core.ThrowingRunnable assertion) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(assertion);
    }

    private static void collect(ConsumerRecord<String, byte[]> message, UUID key, List<JsonNode> found) {
        if (key.toString().equals(message.key())) {
            JsonNode payload = parse(message.value());
            int version = version(message);
            Contracts.requireValid(message.topic(), version, payload);
            assertThat(header(message, Wire.SCHEMA)).isEqualTo(ContractSchemas.address(message.topic(), version));
            found.add(payload);
        }
    }

    private static int version(ConsumerRecord<String, byte[]> message) {
        return Wire.Message.version(message.topic(), header(message, Wire.TYPE)).orElseThrow();
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        assertThat(message.headers().lastHeader(name)).as(name).isNotNull();
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** One for all tests of the JVM: to start and end one for each message takes longer than most tests. */
    private static synchronized KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", servers(), "acks", "all"),
                    new StringSerializer(),
                    new ByteArraySerializer());
        }
        return producer;
    }

    /** Its end waits for the fetch that is under way, and a broker that has nothing would keep that for half a second. */
    private static KafkaConsumer<String, byte[]> consumer(String topic) {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers(), "fetch.max.wait.ms", 20),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private static String servers() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }

    private static void header(ProducerRecord<String, byte[]> message, String name, String value) {
        if (value != null) {
            message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static JsonNode parse(byte[] payload) {
        try {
            return JSON.readTree(new String(payload, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
