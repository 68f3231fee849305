package dev.fieldservice.bench.relay;

import dev.fieldservice.bench.measure.Unmeasurable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * As Kafka's own ProducerPerformance does it: as fast as the producer takes them, its defaults but for acks=all. The
 * messages have the keys, the size and the headers that those of the relay have.
 */
final class PlainProducer implements AutoCloseable {

    static final int KEYS = 1000;
    static final int BYTES = 1200;
    static final String TRACE = "00-00000000000000000000000000000001-0000000000000001-00";
    private static final Map<String, String> HEADERS = Map.of(
            "content-type", "application/json",
            "ce_specversion", "1.0",
            "ce_id", "0190a000-0000-7000-8000-000000000001",
            "ce_type", "dev.fieldservice.bench-relay.v1",
            "ce_source", "/ticket-service",
            "ce_time", "2026-11-24T00:00:00.000000Z",
            "ce_subject", "key-1",
            "traceparent", TRACE);

    private final String topic;
    private final KafkaProducer<String, byte[]> producer;
    private final Admin admin;

    PlainProducer(String servers, String topic) {
        this.topic = topic;
        this.admin = Admin.create(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers));
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers, ProducerConfig.ACKS_CONFIG, "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Returns when all are acknowledged. */
    Duration send(int messages) {
        var payload = "x".repeat(BYTES).getBytes(StandardCharsets.UTF_8);
        var failure = new AtomicReference<Exception>();
        long began = System.nanoTime();
        for (int i = 0; i < messages; i++) {
            var message = new ProducerRecord<>(topic, "key-" + i % KEYS, payload);
            HEADERS.forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            var _ = producer.send(message, (at, e) -> failure.compareAndSet(null, e));
        }
        producer.flush();
        if (failure.get() != null) {
            throw new Unmeasurable("the producer failed: " + failure.get().getMessage(), failure.get());
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** How many are in the topic. */
    long messages() {
        try {
            var partitions = admin.describeTopics(java.util.List.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .partitions();
            var latest = partitions.stream()
                    .collect(Collectors.toMap(
                            partition -> new TopicPartition(topic, partition.partition()),
                            partition -> OffsetSpec.latest()));
            return admin.listOffsets(latest).all().get().values().stream()
                    .mapToLong(offset -> offset.offset())
                    .sum();
        } catch (ExecutionException e) {
            throw new Unmeasurable("Kafka does not tell its offsets: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unmeasurable("interrupted");
        }
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
