package dev.fieldservice.bench.sql;

import dev.fieldservice.bench.measure.Rate;
import dev.fieldservice.bench.measure.Unmeasurable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own load driver: how fast the database alone does what a request asks of it. */
public final class PgBench {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final Pattern FAILED = Pattern.compile("number of failed transactions: (\\d+)");

    /** Debian keeps it away from the PATH. */
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    private final Databases databases;

    public PgBench(Databases databases) {
        this.databases = databases;
    }

    static boolean isInstalled() {
        return find().isPresent();
    }

    public static void require() {
        if (!isInstalled()) {
            throw new Unmeasurable(
                    "pgbench is missing: install it (Debian: postgresql-15 or newer, macOS: brew install postgresql)");
        }
    }

    /** As many connections as callers on our side; each statement prepared once per connection. */
    public Rate run(String database, String user, Path script, int connections, Duration window) {
        return run(database, user, script, connections, List.of("-T", Long.toString(Math.max(1, window.toSeconds()))));
    }

    /** A fixed number of transactions by each connection. */
    public Rate run(String database, String user, Path script, int connections, int transactions) {
        return run(database, user, script, connections, List.of("-t", Integer.toString(transactions)));
    }

    private Rate run(String database, String user, Path script, int connections, List<String> howLong) {
        var command = new ArrayList<>(List.of(find().orElseThrow().toString(), "-n", "-M", "prepared"));
        command.addAll(List.of("-f", script.toString(), "-c", Integer.toString(connections), "-j", "1"));
        command.addAll(howLong);
        command.addAll(List.of("-D", "n=" + System.currentTimeMillis() * 16));
        command.addAll(List.of("-h", databases.host(), "-p", Integer.toString(databases.port()), "-U", user, database));
        var output = output(command, user);
        var rate = RATE.matcher(output);
        var failed = FAILED.matcher(output);
        if (!rate.find() || failed.find() && !failed.group(1).equals("0") || output.contains("aborted")) {
            throw new Unmeasurable("pgbench on " + script.getFileName() + " failed: "
                    + output.lines()
                            .filter(line -> line.contains("error") || line.contains("ERROR"))
                            .findFirst()
                            .orElse(output));
        }
        return new Rate(Double.parseDouble(rate.group(1)), 0);
    }

    private static String output(List<String> command, String password) {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("PGPASSWORD", password);
            var process = builder.start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return output;
        } catch (IOException e) {
            throw new Unmeasurable("pgbench could not be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unmeasurable("interrupted");
        }
    }

    private static java.util.Optional<Path> find() {
        var onPath = Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .map(folder -> Path.of(folder, "pgbench"));
        try (var versions = Files.isDirectory(DEBIAN) ? Files.list(DEBIAN) : Stream.<Path>empty()) {
            return Stream.concat(
                            onPath,
                            versions.sorted().toList().reversed().stream()
                                    .map(version -> version.resolve("bin/pgbench")))
                    .filter(Files::isExecutable)
                    .findFirst();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
