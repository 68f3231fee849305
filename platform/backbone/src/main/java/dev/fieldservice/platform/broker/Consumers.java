package dev.fieldservice.platform.broker;

import dev.fieldservice.platform.health.Question;
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
 * Whether this service hears from the others, and how far it is behind, as the broker tells it. A consumer's own figures
 * stand still just when it does, and go on being told when the broker is away.
 */
@ApplicationScoped
public class Consumers {

    private static final Duration LONGEST_CALL = Duration.ofMillis(1_000);
    private static final Duration LONGEST_ANSWER = Duration.ofMillis(2_000);

    private final KafkaClientService clients;
    private final Uni<Map<String, Standing>> standings;

    public Consumers(KafkaClientService clients) {
        this.clients = clients;
        this.standings = Question.shared(this::ask);
    }

    /**
     * @param isMember of its group: only then it is given partitions
     * @param lag messages that are there but whose effects are not committed, on all partitions, whoever consumes them
     */
    public record Standing(boolean isMember, long lag) {}

    public Set<String> topics() {
        return clients.getConsumerChannels();
    }

    /** By topic. Known within 2 s; a topic is missing if the broker does not answer. */
    public Uni<Map<String, Standing>> standings() {
        return standings;
    }

    private Uni<Map<String, Standing>> ask() {
        List<Uni<Map<String, Standing>>> answers =
                topics().stream().map(this::ask).toList();
        return Uni.join().all(answers).andFailFast().map(all -> {
            Map<String, Standing> known = new HashMap<>();
            all.forEach(known::putAll);
            return known;
        });
    }

    private Uni<Map<String, Standing>> ask(String topic) {
        Function<Consumer<String, byte[]>, Standing> question =
                consumer -> new Standing(isMember(consumer), lag(consumer, topic));
        return clients.<String, byte[]>getConsumer(topic)
                .runOnPollingThread(question)
                .map(standing -> Map.of(topic, standing))
                .onFailure()
                .recoverWithItem(Map.of())
                .ifNoItem()
                .after(LONGEST_ANSWER)
                .recoverWithItem(Map.of());
    }

    /** Members are told the generation of their group, from 1 on. */
    private static boolean isMember(Consumer<String, byte[]> consumer) {
        return consumer.groupMetadata().generationId() > 0;
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
