package dev.fieldservice.bench.sql;

import dev.fieldservice.bench.measure.Unmeasurable;
import dev.fieldservice.local.servers.PostgresServer;
import dev.fieldservice.players.client.Interrupted;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongPredicate;

/** The databases of the running server, seen as its superuser. */
public final class Databases {

    private static final Duration UNTIL_LEFT = Duration.ofMillis(100);
    private static final int TRIES = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private static final String WITHOUT_REFERENCES = """
            do $$
            declare c record;
            begin
                for c in select conrelid::regclass as t, conname from pg_constraint where contype in ('f', 'x') loop
                    execute format('alter table %s drop constraint %I cascade', c.t, c.conname);
                end loop;
            end $$""";

    private final PostgresServer server;

    public Databases(PostgresServer server) {
        this.server = server;
    }

    public Connection superuser(String database) {
        try {
            return DriverManager.getConnection(
                    "jdbc:postgresql://%s/%s".formatted(server.address(), database), "postgres", "postgres");
        } catch (SQLException e) {
            throw new Unmeasurable("no connection to database " + database + ": " + e.getMessage(), e);
        }
    }

    public void execute(String database, String sql) {
        try (var connection = superuser(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new Unmeasurable("%s: %s".formatted(sql.lines().findFirst().orElse(sql), e.getMessage()), e);
        }
    }

    public long count(String database, String query) {
        try (var connection = superuser(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new Unmeasurable(query + ": " + e.getMessage(), e);
        }
    }

    /** The rows of a query for a text and a number. */
    public Map<String, Long> rows(String database, String query) {
        try (var connection = superuser(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new HashMap<String, Long>();
            while (rows.next()) {
                found.put(rows.getString(1), rows.getLong(2));
            }
            return found;
        } catch (SQLException e) {
            throw new Unmeasurable(query + ": " + e.getMessage(), e);
        }
    }

    /** Looks until the count is as wanted. */
    public void await(String database, String query, LongPredicate wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long last = count(database, query);
        while (!wanted.test(last)) {
            if (System.nanoTime() > end) {
                throw new Unmeasurable("after %d s %s still is %d".formatted(PATIENCE.toSeconds(), query, last));
            }
            Interrupted.pause(BETWEEN_LOOKS);
            last = count(database, query);
        }
    }

    /** Made-up ids would not fit; without them the database has less to do, which is to the bound's advantage. */
    public void dropReferences(String copy) {
        execute(copy, WITHOUT_REFERENCES);
    }

    /** A copy with the same rows; nobody may be connected to the original. */
    public void copy(String original, String copy) {
        for (int tries = 1; ; tries++) {
            try {
                execute("postgres", "create database %s template %s owner %s".formatted(copy, original, original));
                return;
            } catch (Unmeasurable inUse) {
                if (tries == TRIES) {
                    throw inUse;
                }
                Interrupted.pause(UNTIL_LEFT);
            }
        }
    }

    public int port() {
        return server.port();
    }

    public String host() {
        return server.host();
    }
}
