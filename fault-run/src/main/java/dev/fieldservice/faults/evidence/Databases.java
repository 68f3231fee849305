package dev.fieldservice.faults.evidence;

import dev.fieldservice.local.Service;
import dev.fieldservice.local.StackAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * The services' databases, seen by somebody who may see everything. Connections stay open for whoever asks next: to open one costs
 * the server more than most questions, and faults and checks ask hundreds of them. None keeps anything in mind from one question to
 * the next, so that each is answered with what is there then.
 */
public final class Databases {

    private static final int SECONDS_TO_ANSWER = 5;

    private final StackAddress stack;
    private final Map<Service, Queue<Connection>> idle = new ConcurrentHashMap<>();

    public Databases(StackAddress stack) {
        this.stack = stack;
    }

    /** One row of text values; null where the database has none. */
    public record Row(List<String> values) {
        public String get(int column) {
            return values.get(column);
        }

        @Override
        public String toString() {
            return String.join(" ", values.stream().map(String::valueOf).toList());
        }
    }

    public static List<Service> services() {
        return Stream.of(Service.values())
                .filter(service -> service.database().isPresent())
                .toList();
    }

    /** For those who hold locks; everybody else asks. */
    public Connection connect(Service service) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + stack.postgres() + "/"
                        + service.database().orElseThrow() + "?connectTimeout=30&ApplicationName=faults",
                "postgres",
                "");
    }

    public List<Row> rows(Service service, String sql, Object... arguments) {
        try {
            Connection connection = idleOrNew(service);
            try {
                List<Row> all = rows(connection, sql, arguments);
                idle(service).add(connection);
                return all;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(service.module() + ": " + sql, e);
        }
    }

    /** Those whose server has gone meanwhile are of no use any more. */
    private Connection idleOrNew(Service service) throws SQLException {
        Connection connection = idle(service).poll();
        while (connection != null && !connection.isValid(SECONDS_TO_ANSWER)) {
            connection.close();
            connection = idle(service).poll();
        }
        return connection == null ? connect(service) : connection;
    }

    private Queue<Connection> idle(Service service) {
        return idle.computeIfAbsent(service, first -> new ConcurrentLinkedQueue<>());
    }

    public static List<Row> rows(Connection connection, String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            List<Row> all = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    List<String> values = new ArrayList<>();
                    for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                        values.add(result.getString(column));
                    }
                    all.add(new Row(values));
                }
            }
            return all;
        }
    }

    /** The first column of every row. */
    public List<String> list(Service service, String sql, Object... arguments) {
        return rows(service, sql, arguments).stream().map(row -> row.get(0)).toList();
    }

    /** The only value of the only row. */
    public long number(Service service, String sql, Object... arguments) {
        return Long.parseLong(list(service, sql, arguments).getFirst());
    }

    /** Changes what the services rely on, as a defect would. */
    public void execute(Service service, String sql) {
        try (Connection connection = connect(service)) {
            execute(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(service.module() + ": " + sql, e);
        }
    }

    public static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
