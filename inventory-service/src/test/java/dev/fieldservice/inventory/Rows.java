package dev.fieldservice.inventory;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Somebody who changes a row at this very moment, and commits when the test says so. */
record Rows(Connection connection, int session) implements AutoCloseable {

    static Rows changing(String update, UUID id) throws SQLException {
        Config config = ConfigProvider.getConfig();
        Connection connection = DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setObject(1, id);
            statement.executeUpdate();
        }
        return new Rows(connection, number(connection, "select pg_backend_pid()"));
    }

    boolean isWaitedFor() throws SQLException {
        return number(
                        connection,
                        "select count(*) from pg_locks where not granted and %d = any(pg_blocking_pids(pid))"
                                .formatted(session))
                > 0;
    }

    void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static int number(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }
}
