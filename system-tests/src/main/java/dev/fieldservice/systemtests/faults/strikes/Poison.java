package dev.fieldservice.systemtests.faults.strikes;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.local.Service;
import dev.fieldservice.systemtests.faults.evidence.Event;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * What no service can digest: broken JSON, a version that is not known, 900 KB, no key. Each must be put aside with a
 * reason within a second, and what lies behind it must go on.
 */
record Poison(Service service) implements Fault {

    private static final int SHOWN = 90;
    private static final int LARGE = 900 * 1024;

    /** What is promised, and what the checker itself needs to see it. */
    private static final Duration PROMISED = Duration.ofMillis(1_000);

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Override
    public String name() {
        return "poison to " + service.module();
    }

    @Override
    public boolean strike(Field field) {
        List<String> topics = Topics.consumedBy(service.module());
        String topic = topics.get(field.random().nextInt(topics.size()));
        String type = Event.type(topic);
        strike(
                field,
                "broken JSON",
                message(topic, key(), type, "{\"orderId\": \"0190".getBytes(StandardCharsets.UTF_8)));
        strike(
                field,
                "an unknown version",
                message(topic, key(), type.replace(".v1", ".v9"), "{}".getBytes(StandardCharsets.UTF_8)));
        strike(field, "900 KB", message(topic, key(), type, large()));
        strike(field, "no key", message(topic, null, type, "[]".getBytes(StandardCharsets.UTF_8)));
        return true;
    }

    private void strike(Field field, String what, ProducerRecord<String, byte[]> message) {
        field.poison().add(Event.header(message.headers(), "ce_id"));
        RecordMetadata place = field.broker().publish(List.of(message)).getFirst();
        long began = System.nanoTime();
        boolean isParked = Field.within(PATIENCE, () -> !parked(field, place).isEmpty());
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        field.observe(
                "poison is put aside with a reason within a second",
                isParked && took.compareTo(PROMISED) <= 0,
                "%s on %s after %d ms: %s"
                        .formatted(
                                what,
                                message.topic(),
                                took.toMillis(),
                                isParked ? reason(field, place) : "not parked"));
        TopicPartition partition = new TopicPartition(place.topic(), place.partition());
        boolean goesOn = Field.within(PATIENCE, () -> field.broker().committed(service, partition) > place.offset());
        field.observe("the partition goes on behind poison", goesOn, what + " on " + partition);
    }

    private String reason(Field field, RecordMetadata place) {
        String reason = parked(field, place).getFirst().replaceAll("\\s+", " ");
        return reason.substring(0, Math.min(reason.length(), SHOWN));
    }

    private List<String> parked(Field field, RecordMetadata place) {
        return field.databases()
                .list(
                        service,
                        "select reason from parked_message where topic = ? and partition = ? and \"offset\" = ?",
                        place.topic(),
                        place.partition(),
                        place.offset());
    }

    private static ProducerRecord<String, byte[]> message(String topic, String key, String type, byte[] payload) {
        return Event.crafted(topic, key, key(), type, payload);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static byte[] large() {
        return ("{\"orderId\": \"" + "x".repeat(LARGE) + "\"}").getBytes(StandardCharsets.UTF_8);
    }
}
