package dev.fieldservice.local.servers;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A client of the broker that signs in under a name and tries what that name may do. */
final class BrokerClient {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The clients log every refusal as severe; here it is what is asked for. Held, or the setting would be lost. */
    private static final Logger CLIENTS = Logger.getLogger("org.apache.kafka.clients");

    static {
        CLIENTS.setLevel(Level.OFF);
    }

    private final Map<String, Object> settings;

    BrokerClient(String servers, String name, String password) {
        this.settings = Map.of(
                "bootstrap.servers",
                servers,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(name, password));
    }

    /** Comes back when the broker knows it: credentials that were just made reach it a moment later. */
    void signIn() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isKnown()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the broker does not know it within " + PATIENCE);
            }
            Thread.sleep(100);
        }
    }

    private boolean isKnown() throws InterruptedException {
        try (var admin = Admin.create(settings)) {
            return !admin.describeCluster().clusterId().get().isEmpty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SaslAuthenticationException) {
                return false;
            }
            throw new AssertionError(e);
        }
    }

    /** Those of the topics that take its messages, sent as the relay of a service does it. */
    Set<String> published(Collection<String> topics) {
        var all = with(Map.of("acks", "all", "enable.idempotence", true, "max.block.ms", 10_000));
        try (var producer = new KafkaProducer<>(all, new StringSerializer(), new StringSerializer())) {
            return topics.stream().filter(topic -> isTaken(producer, topic)).collect(Collectors.toSet());
        }
    }

    private static boolean isTaken(KafkaProducer<String, String> producer, String topic) {
        try {
            return producer.send(new ProducerRecord<>(topic, "1", "{}")).get().hasOffset();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthorizationException) {
                return false;
            }
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** As the consumer of a service does it: a member of the group, reading and committing. */
    boolean consumes(String group, List<String> topics) {
        var all = with(Map.of("group.id", group, "auto.offset.reset", "earliest", "enable.auto.commit", false));
        try (var consumer = new KafkaConsumer<>(all, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(topics);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < deadline) {
                if (!consumer.poll(Duration.ofMillis(200)).isEmpty()) {
                    consumer.commitSync();
                    return true;
                }
            }
            throw new AssertionError("neither a message nor a refusal within " + PATIENCE);
        } catch (AuthorizationException refused) {
            return false;
        }
    }

    /** Those of the topics of which it may know that they are there, without any group. */
    Set<String> seen(Collection<String> topics) {
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            return topics.stream().filter(topic -> isSeen(consumer, topic)).collect(Collectors.toSet());
        }
    }

    private static boolean isSeen(KafkaConsumer<String, String> consumer, String topic) {
        try {
            return !consumer.partitionsFor(topic, PATIENCE).isEmpty();
        } catch (AuthorizationException refused) {
            return false;
        }
    }

    private Map<String, Object> with(Map<String, Object> more) {
        var all = new HashMap<>(settings);
        all.putAll(more);
        return all;
    }
}
