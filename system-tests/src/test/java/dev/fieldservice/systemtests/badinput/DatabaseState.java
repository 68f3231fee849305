package dev.fieldservice.systemtests.badinput;

import static org.awaitility.Awaitility.await;

import dev.fieldservice.local.Service;
import dev.fieldservice.local.StackAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/** What stands in the tables of all services: how many rows, and a sum over all that is in them. */
public record DatabaseState(Map<String, String> tables) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration STILL = Duration.ofMillis(700);

    /** Housekeeping comes when it is due, whoever asks what meanwhile. */
    private static final String BUT_WHAT_REPEATS = " where not repeating";

    /** Once nothing changes by itself any more: what happened before is still on its way through the services. */
    public static DatabaseState atRest(StackAddress stack) {
        var last = new AtomicReference<>(of(stack));
        await().atMost(PATIENCE).pollDelay(STILL).pollInterval(STILL).until(() -> {
            var now = of(stack);
            return now.equals(last.getAndSet(now));
        });
        return last.get();
    }

    private static DatabaseState of(StackAddress stack) {
        var tables = new TreeMap<String, String>();
        Arrays.stream(Service.values())
                .flatMap(service -> service.database().stream())
                .forEach(database -> tables.putAll(of(stack, database)));
        return new DatabaseState(tables);
    }

    private static Map<String, String> of(StackAddress stack, String database) {
        var url = "jdbc:postgresql://" + stack.postgres() + "/" + database;
        try (var connection = DriverManager.getConnection(url, database, database)) {
            var contents = new TreeMap<String, String>();
            for (var table : tables(connection)) {
                contents.put(database + "." + table, content(connection, table));
            }
            return contents;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot look into " + database, e);
        }
    }

    private static Iterable<String> tables(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(
                        "select quote_ident(tablename) from pg_tables where schemaname = 'public'")) {
            while (found.next()) {
                names.add(found.getString(1));
            }
        }
        return names;
    }

    private static String content(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(
                        "select count(*) || ' rows, sum ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from "
                                + table + " t" + (table.equals("errand") ? BUT_WHAT_REPEATS : ""))) {
            found.next();
            return found.getString(1);
        }
    }
}
