package dev.fieldservice.local.servers;

import dev.fieldservice.local.processes.ServerFailure;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** PostgreSQL without Docker. Everybody on this machine is trusted: for development and tests only. */
public final class PostgresServer implements AutoCloseable {

    private static final Duration STARTUP = Duration.ofSeconds(60);
    private static final String FIRST_START_DONE = "first-start-done";

    private final EmbeddedPostgres postgres;
    private final Postmaster postmaster;
    private final Path folder;
    private final boolean temporary;

    private PostgresServer(EmbeddedPostgres postgres, Path data, Path folder, boolean temporary) {
        this.postgres = postgres;
        this.postmaster = Postmaster.of(data);
        this.folder = folder;
        this.temporary = temporary;
    }

    /** A throw-away server on a free port, tuned for speed: its data is lost when it is closed. */
    public static PostgresServer temporary() {
        return start(Folders.temporary("postgres", PostgresServer::endLeftover), 0, false, true);
    }

    /**
     * It stays until it is closed, also when the JVM is told to end: those who work with it have things to give back first.
     *
     * @param folder keeps the data between starts
     * @param port 0 for any free one
     * @param durable true when data must survive a crash of the machine, as in production; false trades that for speed
     */
    public static PostgresServer start(Path folder, int port, boolean durable) {
        return start(folder, port, durable, false);
    }

    private static PostgresServer start(Path folder, int port, boolean durable, boolean temporary) {
        QuietLogs.apply();
        var data = data(folder);
        var marker = folder.resolve(FIRST_START_DONE);
        var log = Folders.create(folder).resolve("postgres.log");
        endLeftover(folder);
        if (Files.notExists(marker)) {
            Folders.delete(data); // a first start that was interrupted leaves half a cluster, which never starts
        }
        try {
            var postgres = settings(port, durable)
                    .setRegisterShutdownHook(temporary)
                    .setDataDirectory(data)
                    .setOutputRedirector(Redirect.appendTo(log.toFile()))
                    .start();
            if (Thread.interrupted()) { // the library then returns at once, whether the server is ready or not
                postgres.close();
                throw new IOException("interrupted");
            }
            Files.writeString(marker, "");
            return new PostgresServer(postgres, data, folder, temporary);
        } catch (IOException | RuntimeException e) {
            endLeftover(folder);
            throw new ServerFailure("PostgreSQL", log, e);
        }
    }

    /** Ends the server that a killed JVM has left behind in this folder; nothing happens when there is none. */
    public static void endLeftover(Path folder) {
        Postmaster.of(data(folder)).end();
    }

    private static Path data(Path folder) {
        return folder.resolve("data");
    }

    private static EmbeddedPostgres.Builder settings(int port, boolean durable) {
        var commits = durable ? "on" : "off";
        return EmbeddedPostgres.builder()
                .setCleanDataDirectory(false)
                .setPGStartupWait(STARTUP)
                .setPort(Ports.orFree(port))
                .setLocaleConfig("locale", "C")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "250")
                .setServerConfig("fsync", commits)
                .setServerConfig("synchronous_commit", commits)
                .setServerConfig("full_page_writes", commits);
    }

    /** As a crash or a power cut would end it, with all that work for it; {@link #close()} is still needed. */
    public void kill() {
        postmaster.kill();
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return postgres.getPort();
    }

    /** {@code host:port} */
    public String address() {
        return host() + ":" + port();
    }

    /** Creates what is missing of a database and the role that owns it; no other role may connect to it. */
    public void createDatabase(String name, String role, String password) {
        try (var connection = superuser()) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", role)) {
                execute(connection, "create role %I login", role);
            }
            execute(connection, "alter role %I password %L", role, password);
            if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                execute(connection, "create database %I owner %I", name, role);
            }
            execute(connection, "revoke all on database %I from public", name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create database " + name, e);
        }
    }

    /** A connection that may do everything, for tests that look behind the curtain. */
    public Connection superuser() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    /** DDL takes no bind parameters, so the server itself quotes names (%I) and texts (%L). */
    private static void execute(Connection connection, String ddl, String... arguments) throws SQLException {
        try (var format = connection.prepareStatement("select format(?, variadic ?)");
                var statement = connection.createStatement()) {
            format.setString(1, ddl);
            format.setArray(2, connection.createArrayOf("text", arguments));
            var formatted = format.executeQuery();
            formatted.next();
            statement.execute(formatted.getString(1));
        }
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            postmaster.end();
            if (temporary) {
                Folders.delete(folder);
            }
        }
    }
}
