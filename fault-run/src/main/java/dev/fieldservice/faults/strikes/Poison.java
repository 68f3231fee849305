package dev.fieldservice.faults.strikes;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.faults.evidence.Databases;
import dev.fieldservice.faults.evidence.Event;
import dev.fieldservice.local.Service;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * What no service can digest: broken JSON, a version that is not known, 900 KB, no key. Each must be put aside with a
 * reason within five seconds, and what lies behind it must go on.
 */
record Poison(Service service) implements Fault {

    private static final int SHOWN = 90;
    private static final int LARGE = 900 * 1024;

    /** What is promised, and what the checker itself needs to see it. */
    private static final Duration PROMISED = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Override
    public String name() {
        return "poison to " + service.module();
    }

    @Override
    public boolean strike(Field field) throws SQLException {
        awaitPeace(field);
        List<String> topics = Topics.consumedBy(service.module());
        String topic = topics.get(field.random().nextInt(topics.size()));
        String type = Event.type(topic);
        // An open connection: opening one for every look would be measured with what is looked for
        try (Connection eyes = field.databases().connect(service)) {
            strike(field, eyes, "broken JSON", message(topic, key(), type, text("{\"orderId\": \"0190")));
            strike(field, eyes, "an unknown version", message(topic, key(), type.replace(".v1", ".v9"), text("{}")));
            strike(field, eyes, "900 KB", message(topic, key(), type, large()));
            // The broker refuses one without a key where it keeps the newest of each
            if (!Topics.COMPACTED.contains(topic)) {
                strike(field, eyes, "no key", message(topic, null, type, text("[]")));
            }
        }
        return true;
    }

    /** While partitions change hands between several, nobody reads them; the promise is about messages, not about that. */
    private void awaitPeace(Field field) {
        if (field.replicas() > 1) {
            var _ = Field.within(PATIENCE, () -> field.broker().isSettled(service, field.replicas()));
        }
    }

    private void strike(Field field, Connection eyes, String what, ProducerRecord<String, byte[]> message) {
        field.poison().add(Event.header(message.headers(), "ce_id"));
        RecordMetadata place = field.broker().publish(List.of(message)).getFirst();
        long began = System.nanoTime();
        boolean isParked = Field.within(PATIENCE, () -> !reasons(eyes, place).isEmpty());
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        String reason = isParked ? reasons(eyes, place).getFirst().replaceAll("\\s+", " ") : "not parked";
        field.observe(
                "poison is put aside with a reason within five seconds",
                isParked && took.compareTo(PROMISED) <= 0,
                "%s on %s after %d ms: %s"
                        .formatted(
                                what,
                                message.topic(),
                                took.toMillis(),
                                reason.substring(0, Math.min(reason.length(), SHOWN))));
        TopicPartition partition = new TopicPartition(place.topic(), place.partition());
        boolean goesOn = Field.within(PATIENCE, () -> field.broker().committed(service, partition) > place.offset());
        field.observe("the partition goes on behind poison", goesOn, what + " on " + partition);
    }

    private static List<String> reasons(Connection eyes, RecordMetadata place) {
        try {
            return Databases.rows(
                            eyes,
                            "select reason from parked_message where topic = ? and partition = ? and \"offset\" = ?",
                            place.topic(),
                            place.partition(),
                            place.offset())
                    .stream()
                    .map(row -> row.get(0))
                    .toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProducerRecord<String, byte[]> message(String topic, String key, String type, byte[] payload) {
        return Event.crafted(topic, key, key(), type, payload);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static byte[] large() {
        return text("{\"orderId\": \"" + "x".repeat(LARGE) + "\"}");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
