package dev.fieldservice.bench.latency;

import dev.fieldservice.bench.measure.Unmeasurable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What comes to a topic from now on; read afterwards, so that reading does not disturb. */
final class RecentEvents implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConsumer<String, byte[]> consumer;

    RecentEvents(String servers, String topic) {
        this.consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(partition -> {
            var _ = consumer.position(partition); // looks it up now, not at the first poll
        });
    }

    Map<String, String> idsByKey(Set<String> keys) {
        var ids = new HashMap<String, String>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!ids.keySet().containsAll(keys)) {
            if (System.nanoTime() > end) {
                throw new Unmeasurable("only %d events of %d were sent".formatted(ids.size(), keys.size()));
            }
            consumer.poll(Duration.ofMillis(200))
                    .forEach(message -> ids.put(
                            message.key(),
                            new String(message.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8)));
        }
        return ids;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
