package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** A transaction of somebody else's, which is held open until others wait for what it has locked. */
final class Meanwhile implements AutoCloseable {

    private final Connection connection;

    private Meanwhile(Connection connection) {
        this.connection = connection;
    }

    /** On a connection beside the service's own few. */
    static Meanwhile begin() throws SQLException {
        Config config = ConfigProvider.getConfig();
        Connection connection = DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
        connection.setAutoCommit(false);
        return new Meanwhile(connection);
    }

    /** Works on a ticket. */
    void locks(String ticket) throws SQLException {
        runs("update ticket set id = id where id = ?", ticket);
    }

    /** As a merger does, but that tickets follow. */
    void merges(String other, String kept) throws SQLException {
        runs("update customer set merged_into = ?, version = version + 1 where id = ?", kept, other);
        runs("update customer set merged_into = ?, version = version + 1 where merged_into = ?", kept, other);
        for (String theirs : List.of("contact", "service_location", "asset", "contract")) {
            runs("update " + theirs + " set customer_id = ?, version = version + 1 where customer_id = ?", kept, other);
        }
    }

    /** As a release that knew none of its kind would have left it. */
    void forgetsJob(UUID order) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from closed_job where id = ?")) {
            delete.setObject(1, order);
            assertThat(delete.executeUpdate()).isEqualTo(1);
        }
        connection.commit();
    }

    /** As one that used the first of its parts so many times would be. */
    void usesUp(UUID order, int times) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update closed_job set parts = jsonb_build_object('items',"
                        + " (select jsonb_agg(one.used) from (select parts -> 'items' -> 0 as used from generate_series(1, ?)) one)) where id = ?")) {
            update.setInt(1, times);
            update.setObject(2, order);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
        connection.commit();
    }

    /** As a change of a plan that its tickets have yet to follow. */
    void unsettles(String plan) throws SQLException {
        runs("update maintenance_plan set unsettled = true where id = ?", plan);
        connection.commit();
    }

    void telephones(String contact, String phone) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update contact set phone = ?, version = version + 1 where id = ?")) {
            update.setString(1, phone);
            update.setObject(2, UUID.fromString(contact));
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    /** @param table of a customer or a site, who is called so from now on */
    void renames(String table, String id, String erp) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update " + table
                + " set external_ids = jsonb_build_object('all', jsonb_build_array(jsonb_build_object('system', 'erp', 'id',"
                + " cast(? as text)))), version = version + 1 where id = ?")) {
            update.setString(1, erp);
            update.setObject(2, UUID.fromString(id));
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private void runs(String sql, String... ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < ids.length; i++) {
                statement.setObject(i + 1, UUID.fromString(ids[i]));
            }
            var _ = statement.executeUpdate();
        }
    }

    /** The kinds of jobs about somebody that wait. */
    List<String> errands(String subject) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select kind from errand where subject_id = ? order by id")) {
            query.setObject(1, UUID.fromString(subject));
            try (ResultSet found = query.executeQuery()) {
                List<String> kinds = new ArrayList<>();
                while (found.next()) {
                    kinds.add(found.getString(1));
                }
                return kinds;
            }
        }
    }

    /** As soon as somebody waits for what it has locked. */
    void commitWhenAwaited() throws SQLException {
        eventually(() -> assertThat(waiting()).isPositive());
        connection.commit();
    }

    private long waiting() {
        try (PreparedStatement query = connection.prepareStatement(
                        "select count(*) from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))");
                ResultSet found = query.executeQuery()) {
            assertThat(found.next()).isTrue();
            return found.getLong(1);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
