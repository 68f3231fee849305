package dev.fieldservice.faults.strikes;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.faults.evidence.Databases;
import dev.fieldservice.faults.evidence.Event;
import dev.fieldservice.local.Service;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** Holds a service's outbox relay at chosen points by the locks that it takes itself, and sees what it sends. */
final class Relay implements AutoCloseable {

    /** The relay's advisory lock, see the product's OutboxTable. */
    private static final long RELAY_LOCK = 7_305_482_001L;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Field field;
    private final Service service;
    private final Connection lock;
    private final KafkaConsumer<String, byte[]> tail;
    private final Map<String, Integer> sent = new HashMap<>();

    Relay(Field field, Service service) throws SQLException {
        this.field = field;
        this.service = service;
        this.lock = field.databases().connect(service);
        this.tail = field.broker()
                .tail(Topics.ROUTES.stream()
                        .filter(route -> route.producer().equals(service.module()))
                        .map(Topics.Route::topic)
                        .toList());
    }

    /** From now on it does not read the outbox. */
    void hold() throws SQLException {
        var _ = Databases.rows(lock, "select pg_advisory_lock(" + RELAY_LOCK + ")");
    }

    void release() throws SQLException {
        var _ = Databases.rows(lock, "select pg_advisory_unlock(" + RELAY_LOCK + ")");
    }

    /** What is committed and not sent, as soon as there is something; empty if nothing came. */
    Set<String> awaitCommitted() {
        field.nudge(service);
        var _ = Field.within(PATIENCE, () -> !committed().isEmpty());
        return new HashSet<>(committed());
    }

    /** Everybody may read these rows, but nobody can delete them. */
    void holdRows() throws SQLException {
        lock.setAutoCommit(false);
        var _ = Databases.rows(lock, "select id from outbox for update");
    }

    void releaseRows() throws SQLException {
        lock.rollback();
        lock.setAutoCommit(true);
    }

    List<String> committed() {
        return field.databases().list(service, "select id from outbox where aggregatetype not like '%.dlq'");
    }

    /** All of these have been seen on their topics at least so many times. */
    boolean awaitSent(Set<String> ids, int times, Duration limit) {
        return Field.within(limit, () -> {
            for (ConsumerRecord<String, byte[]> message : tail.poll(Duration.ofMillis(20))) {
                sent.merge(Event.header(message.headers(), "ce_id"), 1, Integer::sum);
            }
            return ids.stream().allMatch(id -> sent.getOrDefault(id, 0) >= times);
        });
    }

    long sent(Set<String> ids, int times) {
        return ids.stream().filter(id -> sent.getOrDefault(id, 0) >= times).count();
    }

    @Override
    public void close() throws SQLException {
        tail.close();
        lock.close();
    }
}
