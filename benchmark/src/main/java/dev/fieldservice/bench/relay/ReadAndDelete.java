package dev.fieldservice.bench.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the database has to do for the relay, and nothing else. */
final class ReadAndDelete {

    /** As large as the relay's by default. */
    private static final int BATCH = 500;

    private final Connection connection;
    private final String table;

    ReadAndDelete(Connection connection, String table) {
        this.connection = connection;
        this.table = table;
    }

    int all() throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off"); // as the relay does
        }
        int taken = 0;
        for (int batch = next(); batch > 0; batch = next()) {
            taken += batch;
        }
        return taken;
    }

    private int next() throws SQLException {
        List<Long> batch = new ArrayList<>(BATCH);
        try (var select = connection.prepareStatement("""
                select seq, id, aggregatetype, aggregateid, type, payload, headers, traceparent, created_at
                  from %s order by seq limit %d""".formatted(table, BATCH));
                var rows = select.executeQuery()) {
            while (rows.next()) {
                batch.add(rows.getLong(1));
            }
        }
        try (var delete = connection.prepareStatement("delete from %s where seq = any(?)".formatted(table))) {
            delete.setArray(1, connection.createArrayOf("bigint", batch.toArray()));
            int deleted = delete.executeUpdate();
            connection.commit();
            return deleted;
        }
    }
}
