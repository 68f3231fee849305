package dev.fieldservice.faults.evidence;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.local.Service;
import dev.fieldservice.local.StackAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What is on the topics and how far who has read, and a way to put more there. */
public final class Broker {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final int LARGEST = 5_000_000;

    private final StackAddress stack;

    public Broker(StackAddress stack) {
        this.stack = stack;
    }

    /** Everything that is on these topics now, in the order of each partition. */
    public List<ConsumerRecord<String, byte[]>> everythingOn(Collection<String> topics) {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer, topics);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(all::add);
            }
            return all;
        }
    }

    /** Sees what comes from now on. To be closed. */
    public KafkaConsumer<String, byte[]> tail(Collection<String> topics) {
        KafkaConsumer<String, byte[]> consumer = consumer();
        List<TopicPartition> partitions = partitions(consumer, topics);
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return consumer;
    }

    /** Sends them one after the other, as they are, and returns where they came to lie. */
    public List<RecordMetadata> publish(List<ProducerRecord<String, byte[]>> messages) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        stack.kafkaBootstrapServers(),
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        LARGEST),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var sent = messages.stream().map(producer::send).toList();
            List<RecordMetadata> places = new ArrayList<>();
            for (var one : sent) {
                places.add(one.get());
            }
            return places;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The same message once more, to the same partition. */
    public static ProducerRecord<String, byte[]> copy(ConsumerRecord<String, byte[]> message) {
        return new ProducerRecord<>(
                message.topic(), message.partition(), message.key(), message.value(), message.headers());
    }

    /** The next offset that the service would read after a restart; 0 where it has not said so yet. */
    public long committed(Service service, TopicPartition partition) {
        try (Admin admin = admin()) {
            return offsets(admin, service)
                    .getOrDefault(partition, new OffsetAndMetadata(0))
                    .offset();
        }
    }

    /** How many messages the service has not dealt with, over all its topics. */
    public long lag(Service service) {
        try (Admin admin = admin()) {
            List<TopicPartition> partitions = partitionsOf(service);
            Map<TopicPartition, OffsetAndMetadata> committed = offsets(admin, service);
            var ends = await(admin.listOffsets(
                            partitions.stream().collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest())))
                    .all());
            return partitions.stream()
                    .mapToLong(each -> ends.get(each).offset()
                            - committed
                                    .getOrDefault(each, new OffsetAndMetadata(0))
                                    .offset())
                    .sum();
        }
    }

    /** Members that the broker believes to be alive. */
    public int members(Service service) {
        return group(service).members().size();
    }

    /** So many are there, each has its partitions, and no more are about to change hands. */
    public boolean isSettled(Service service, int members) {
        ConsumerGroupDescription group = group(service);
        long given = group.members().stream()
                .mapToLong(member -> member.assignment().topicPartitions().size())
                .sum();
        return group.groupState() == GroupState.STABLE
                && group.members().size() == members
                && given == partitionsOf(service).size();
    }

    private ConsumerGroupDescription group(Service service) {
        try (Admin admin = admin()) {
            return await(admin.describeConsumerGroups(List.of(service.module())).all())
                    .get(service.module());
        }
    }

    /** Has the service read all its topics anew at its next start. Nobody of its group may be there. */
    public void rewind(Service service) {
        try (Admin admin = admin()) {
            Map<TopicPartition, OffsetAndMetadata> start = new HashMap<>();
            partitionsOf(service).forEach(each -> start.put(each, new OffsetAndMetadata(0)));
            var _ = await(
                    admin.alterConsumerGroupOffsets(service.module(), start).all());
        }
    }

    /**
     * Has the service read at its next start what came to its topics since then, and what it has not read before that. Nobody of its
     * group may be there.
     */
    public void rewind(Service service, Instant since) {
        try (Admin admin = admin()) {
            List<TopicPartition> partitions = partitionsOf(service);
            Map<TopicPartition, OffsetAndMetadata> read = offsets(admin, service);
            var from = await(admin.listOffsets(partitions.stream()
                            .collect(Collectors.toMap(
                                    each -> each, each -> OffsetSpec.forTimestamp(since.toEpochMilli()))))
                    .all());
            Map<TopicPartition, OffsetAndMetadata> start = new HashMap<>();
            partitions.stream()
                    .filter(each -> read.containsKey(each) && from.get(each).offset() >= 0)
                    .forEach(each -> start.put(
                            each,
                            new OffsetAndMetadata(Math.min(
                                    read.get(each).offset(), from.get(each).offset()))));
            var _ = await(
                    admin.alterConsumerGroupOffsets(service.module(), start).all());
        }
    }

    private static Map<TopicPartition, OffsetAndMetadata> offsets(Admin admin, Service service) {
        Map<TopicPartition, OffsetAndMetadata> known = new HashMap<>(
                await(admin.listConsumerGroupOffsets(service.module()).partitionsToOffsetAndMetadata()));
        known.values().removeIf(java.util.Objects::isNull);
        return known;
    }

    private static List<TopicPartition> partitionsOf(Service service) {
        List<TopicPartition> all = new ArrayList<>();
        for (String topic : Topics.consumedBy(service.module())) {
            for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
                all.add(new TopicPartition(topic, partition));
            }
        }
        return all;
    }

    private Admin admin() {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                stack.kafkaBootstrapServers(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                10_000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000));
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        stack.kafkaBootstrapServers(),
                        ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                        LARGEST),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer, Collection<String> topics) {
        return topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }
}
