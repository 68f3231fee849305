package dev.fieldservice.platform.broker;

import dev.fieldservice.platform.health.Question;
import dev.fieldservice.platform.inbox.Channel;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * The state and the lag of this service's consumer group, as the broker tells them. A consumer's own figures stand still just
 * when it does, and go on being told when the broker is away.
 */
@ApplicationScoped
public class Consumers {

    private static final Duration LONGEST_CALL = Duration.ofMillis(600);
    private static final Duration LONGEST_ANSWER = Duration.ofMillis(2_000);

    private final KafkaClientService clients;
    private final Channel channel;
    private final Uni<Optional<Standing>> standing;

    /** Whether a question waits for the polling thread. */
    private final AtomicBoolean isAsked = new AtomicBoolean();

    public Consumers(KafkaClientService clients, Channel channel) {
        this.clients = clients;
        this.channel = channel;
        this.standing = Question.shared(this::ask);
    }

    /**
     * @param isMember of its group: only then it is given partitions
     * @param lag by topic: messages that are there but whose effects are not committed, on all partitions, whoever consumes
     *     them
     */
    public record Standing(boolean isMember, Map<String, Long> lag) {}

    /** Known within 2 s; empty if the broker does not answer, or nobody consumes here. */
    public Uni<Optional<Standing>> standing() {
        return standing;
    }

    private Uni<Optional<Standing>> ask() {
        KafkaConsumer<String, byte[]> consumer = clients.getConsumer(Channel.NAME);
        if (consumer == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        Function<Consumer<String, byte[]>, Optional<Standing>> question =
                client -> Optional.of(new Standing(isMember(client), lag(client, channel.topics())));
        return asked(consumer.runOnPollingThread(question))
                .onFailure()
                .recoverWithItem(Optional.empty())
                .ifNoItem()
                .after(LONGEST_ANSWER)
                .recoverWithItem(Optional.empty());
    }

    /**
     * Without a broker the polling thread may wait for it for hours. The time for an answer counts from the question on, not from when
     * that thread comes by, and no second question is put into its way.
     */
    private Uni<Optional<Standing>> asked(Uni<Optional<Standing>> question) {
        return Uni.createFrom().emitter(answer -> {
            if (!isAsked.compareAndSet(false, true)) {
                answer.complete(Optional.empty());
                return;
            }
            var _ = question.onTermination()
                    .invoke(() -> isAsked.set(false))
                    .subscribe()
                    .with(answer::complete, answer::fail);
        });
    }

    /** Members are told the generation of their group, from 1 on. */
    private static boolean isMember(Consumer<String, byte[]> consumer) {
        return consumer.groupMetadata().generationId() > 0;
    }

    private static Map<String, Long> lag(Consumer<String, byte[]> consumer, Set<String> topics) {
        Set<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic, LONGEST_CALL).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .collect(Collectors.toSet());
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, LONGEST_CALL);
        Map<TopicPartition, OffsetAndMetadata> done = consumer.committed(partitions, LONGEST_CALL);
        return partitions.stream()
                .collect(Collectors.groupingBy(
                        TopicPartition::topic,
                        Collectors.summingLong(partition -> ends.get(partition) - offset(done.get(partition)))));
    }

    /** Null where nothing was committed yet. */
    private static long offset(OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }
}
