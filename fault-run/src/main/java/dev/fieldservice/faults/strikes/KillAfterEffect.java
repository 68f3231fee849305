package dev.fieldservice.faults.strikes;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.faults.evidence.Event;
import dev.fieldservice.local.Service;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** An event has taken effect and its offset is not committed: there it is killed. The event comes again and must not count. */
record KillAfterEffect(Service service) implements Fault {

    private static final int TRIES = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "kill -9 " + service.module() + " after effect, before offset commit";
    }

    @Override
    public boolean strike(Field field) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            if (strikeOnce(field)) {
                return true;
            }
        }
        return false;
    }

    /** The offset is committed once a second, so now and then it is quicker than the kill: then it has to be tried again. */
    private boolean strikeOnce(Field field) {
        Optional<ConsumerRecord<String, byte[]>> event = nextEffect(field);
        if (event.isEmpty()) {
            return false;
        }
        field.kill(service);
        ConsumerRecord<String, byte[]> message = event.get();
        TopicPartition partition = new TopicPartition(message.topic(), message.partition());
        long committed = field.broker().committed(service, partition);
        field.start(service);
        if (committed <= message.offset()) {
            field.tell("%s@%d had taken effect, the committed offset was %d"
                    .formatted(partition, message.offset(), committed));
        }
        return committed <= message.offset();
    }

    private Optional<ConsumerRecord<String, byte[]>> nextEffect(Field field) {
        try (KafkaConsumer<String, byte[]> tail = field.broker().tail(Topics.consumedBy(service.module()))) {
            field.nudge(Service.INVENTORY);
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < end) {
                for (ConsumerRecord<String, byte[]> message : tail.poll(Duration.ofMillis(20))) {
                    if (Event.of(message)
                            .filter(event -> tookEffect(field, event))
                            .isPresent()) {
                        return Optional.of(message);
                    }
                }
            }
            return Optional.empty();
        }
    }

    private boolean tookEffect(Field field, Event event) {
        return Field.within(
                Duration.ofSeconds(3),
                () -> field.databases()
                                .number(
                                        service,
                                        "select count(*) from inbox where event_id = ? and topic = ?",
                                        UUID.fromString(event.id()),
                                        event.topic())
                        == 1);
    }
}
