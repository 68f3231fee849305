package dev.fieldservice.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The outbox table: the relay's SQL statements. */
@ApplicationScoped
class OutboxTable {

    /** Any number will do as long as nothing else in this database takes it. */
    private static final long RELAY_LOCK = 7_305_482_001L;

    /**
     * In the order of the sequence, which is drawn under the lock of the aggregate that is the message's key: what of one key
     * is committed later has a higher number. Nothing is promised about different keys, so nobody waits for a transaction
     * that still runs (ADR 12). Only one relay at a time: two would interleave their batches.
     */
    private static final String NEXT = """
            select seq, id, aggregatetype, aggregateid, type, payload, headers, traceparent, created_at
              from outbox
             order by seq
             limit ?""";

    /**
     * Deleting a batch need not be on disk when it is committed: if the server crashes before it is, the rows are there again
     * and are sent once more, as after a crash of this process.
     */
    private static final String ONLY_RELAY =
            "select pg_try_advisory_xact_lock(?), set_config('synchronous_commit', 'off', true)";

    record Row(
            long seq,
            UUID id,
            String topic,
            String key,
            String type,
            byte[] payload,
            String headers,
            String traceparent,
            Instant createdAt) {}

    /** Empty while the relay of another replica is in the midst of a round. */
    Optional<List<Row>> next(Connection connection, int limit) throws SQLException {
        if (!isOnlyRelay(connection)) {
            return Optional.empty();
        }
        try (PreparedStatement select = connection.prepareStatement(NEXT)) {
            select.setInt(1, limit);
            try (ResultSet rows = select.executeQuery()) {
                List<Row> batch = new ArrayList<>();
                while (rows.next()) {
                    batch.add(read(rows));
                }
                return Optional.of(batch);
            }
        }
    }

    void delete(Connection connection, List<Row> batch) throws SQLException {
        Long[] sent = batch.stream().map(Row::seq).toArray(Long[]::new);
        try (PreparedStatement delete = connection.prepareStatement("delete from outbox where seq = any(?)")) {
            delete.setArray(1, connection.createArrayOf("bigint", sent));
            int deleted = delete.executeUpdate();
            if (deleted != sent.length) {
                throw new SQLException("deleted " + deleted + " outbox rows of " + sent.length);
            }
        }
    }

    private static boolean isOnlyRelay(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(ONLY_RELAY)) {
            lock.setLong(1, RELAY_LOCK);
            try (ResultSet result = lock.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private static Row read(ResultSet rows) throws SQLException {
        Timestamp createdAt = rows.getTimestamp("created_at");
        return new Row(
                rows.getLong("seq"),
                rows.getObject("id", UUID.class),
                rows.getString("aggregatetype"),
                rows.getString("aggregateid"),
                rows.getString("type"),
                rows.getBytes("payload"),
                rows.getString("headers"),
                rows.getString("traceparent"),
                createdAt.toInstant());
    }
}
