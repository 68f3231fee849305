package dev.fieldservice.bench.latency;

import dev.fieldservice.bench.measure.Percentiles;
import dev.fieldservice.bench.measure.Unmeasurable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * As Kafka's own EndToEndLatency does it: send one message with acks=all, wait until it was consumed, send the next.
 * Written anew because the tool tells milliseconds only.
 */
final class KafkaRoundTrips {

    /** About what an event of ours has. */
    private static final int BYTES = 300;

    private KafkaRoundTrips() {}

    /** In milliseconds. */
    static Percentiles during(Duration window, String servers, String topic) {
        var partition = new TopicPartition(topic, 0);
        try (var producer = new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                servers,
                                ProducerConfig.ACKS_CONFIG,
                                "all",
                                ProducerConfig.LINGER_MS_CONFIG,
                                0),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
                var consumer = new KafkaConsumer<>(
                        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToEnd(List.of(partition));
            var _ = consumer.position(partition);
            var millis = new ArrayList<Double>();
            long end = System.nanoTime() + window.toNanos();
            while (System.nanoTime() < end) {
                long began = System.nanoTime();
                var _ = producer.send(new ProducerRecord<>(topic, new byte[BYTES]))
                        .get();
                var messages = consumer.poll(Duration.ofSeconds(10));
                if (messages.count() != 1) {
                    throw new Unmeasurable("one message was sent, and " + messages.count() + " came");
                }
                millis.add((System.nanoTime() - began) / 1e6);
            }
            return Percentiles.of(
                    millis.stream().mapToDouble(Double::doubleValue).toArray());
        } catch (ExecutionException e) {
            throw new Unmeasurable("Kafka did not take a message: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unmeasurable("interrupted");
        }
    }
}
