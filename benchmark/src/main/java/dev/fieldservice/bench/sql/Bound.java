package dev.fieldservice.bench.sql;

import dev.fieldservice.bench.measure.Rate;
import dev.fieldservice.bench.measure.Unmeasurable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The statements of one request, played by pgbench on a copy of the database that the request was sent to. */
public final class Bound {

    private final PgBench pgbench;
    private final String database;
    private final String copy;
    private final Path script;
    private final int statements;

    private Bound(PgBench pgbench, String database, Path script, int statements) {
        this.pgbench = pgbench;
        this.database = database;
        this.copy = copyOf(database);
        this.script = script;
        this.statements = statements;
    }

    public static String copyOf(String database) {
        return "bench_" + database;
    }

    /**
     * Logs the request twice and writes its script.
     *
     * @param databases which of them count, each with a {@link #copyOf copy}
     * @return a bound for each database that the request has reached
     */
    public static Map<String, Bound> of(
            String name, List<String> databases, Runnable request, SqlLog log, Databases server, Path folder) {
        var first = log.of(request);
        var second = log.of(request);
        Map<String, Bound> bounds = new TreeMap<>();
        for (var database : databases) {
            var transactions = first.getOrDefault(database, List.of());
            if (!transactions.isEmpty()) {
                var again = second.getOrDefault(database, List.of());
                var script = folder.resolve(name + (databases.size() > 1 ? "-" + database : "") + ".sql");
                write(script, transactions, again, server, database);
                int statements = transactions.stream().mapToInt(List::size).sum();
                bounds.put(database, new Bound(new PgBench(server), database, script, statements));
            }
        }
        if (bounds.isEmpty()) {
            throw new Unmeasurable("the server's log shows no statement of " + name);
        }
        return bounds;
    }

    private static void write(
            Path script,
            List<List<LoggedStatement>> transactions,
            List<List<LoggedStatement>> again,
            Databases server,
            String database) {
        try (var connection = server.superuser(database)) {
            Files.createDirectories(script.getParent());
            Files.writeString(script, PgBenchScript.of(transactions, again, connection));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new Unmeasurable(e.getMessage(), e);
        }
    }

    public Rate run(int connections, Duration window) {
        return pgbench.run(copy, database, script, connections, window);
    }

    /** Each connection plays it a fixed number of times. */
    public Rate run(int connections, int times) {
        return pgbench.run(copy, database, script, connections, times);
    }

    /** As a person reads it: what the bound consists of, and where it is kept. */
    public String description() {
        return "pgbench: %d statements, %s".formatted(statements, script);
    }
}
