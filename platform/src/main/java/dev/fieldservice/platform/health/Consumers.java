package dev.fieldservice.platform.health;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How far this service is behind on each topic, as the broker tells it. A consumer's own figures stand still just when
 * it does, and go on being told when the broker is away.
 */
@ApplicationScoped
public class Consumers {

    private static final Duration LONGEST_CALL = Duration.ofMillis(1_000);
    private static final Duration LONGEST_ANSWER = Duration.ofMillis(2_000);

    private final KafkaClientService clients;
    private final Uni<Map<String, Long>> lag;

    public Consumers(KafkaClientService clients) {
        this.clients = clients;
        this.lag = Question.shared(this::ask);
    }

    public Set<String> topics() {
        return clients.getConsumerChannels();
    }

    /**
     * Messages by topic that are there but whose effects are not committed, on all partitions, whoever consumes them. Known
     * within 2 s; a topic is missing if the broker does not answer.
     */
    public Uni<Map<String, Long>> lag() {
        return lag;
    }

    private Uni<Map<String, Long>> ask() {
        List<Uni<Map<String, Long>>> answers = topics().stream().map(this::ask).toList();
        return Uni.join().all(answers).andFailFast().map(all -> {
            Map<String, Long> known = new HashMap<>();
            all.forEach(known::putAll);
            return known;
        });
    }

    private Uni<Map<String, Long>> ask(String topic) {
        Function<Consumer<String, byte[]>, Long> question = consumer -> lag(consumer, topic);
        return clients.<String, byte[]>getConsumer(topic)
                .runOnPollingThread(question)
                .map(behind -> Map.of(topic, behind))
                .onFailure()
                .recoverWithItem(Map.of())
                .ifNoItem()
                .after(LONGEST_ANSWER)
                .recoverWithItem(Map.of());
    }

    private static long lag(Consumer<String, byte[]> consumer, String topic) {
        Set<TopicPartition> partitions = consumer.partitionsFor(topic, LONGEST_CALL).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .collect(Collectors.toCollection(HashSet::new));
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, LONGEST_CALL);
        Map<TopicPartition, OffsetAndMetadata> done = consumer.committed(partitions, LONGEST_CALL);
        return ends.entrySet().stream()
                .mapToLong(end -> end.getValue()
                        - Optional.ofNullable(done.get(end.getKey()))
                                .map(OffsetAndMetadata::offset)
                                .orElse(0L))
                .sum();
    }
}
