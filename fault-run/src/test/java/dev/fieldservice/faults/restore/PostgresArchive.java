package dev.fieldservice.faults.restore;

import static org.awaitility.Awaitility.await;

import dev.fieldservice.local.LocalStack;
import dev.fieldservice.local.servers.Folders;
import dev.fieldservice.local.servers.PostgresServer;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;

/**
 * A base backup of the stack's PostgreSQL and an archive of every change since, with PostgreSQL's own means: what an operator's
 * backup does. The server can be put back to any moment, or a second one be made of that moment.
 */
final class PostgresArchive {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Set<String> NOT_COPIED = Set.of("pg_wal", "postmaster.pid", "postmaster.opts");
    private static final String SETTINGS = "postgresql.auto.conf";

    /** A server that does not find it takes its folder for a first start that was interrupted. */
    private static final String STARTED_BEFORE = "first-start-done";

    /** As PostgreSQL's settings have it. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSSx").withZone(ZoneOffset.UTC);

    private final LocalStack stack;
    private final Path server;
    private final Path base;
    private final Path archive;

    private PostgresArchive(LocalStack stack, Path server, Path backups) {
        this.stack = stack;
        this.server = server;
        this.base = Folders.create(backups.resolve("base"));
        this.archive = Folders.create(backups.resolve("archive"));
    }

    /**
     * @param server the folder of the stack's PostgreSQL
     * @param backups on what is another disk in production
     */
    static PostgresArchive begun(LocalStack stack, Path server, Path backups) throws SQLException, IOException {
        PostgresArchive begun = new PostgresArchive(stack, server, backups);
        try (Connection connection = stack.postgres().superuser()) {
            run(connection, "alter system set archive_mode = on");
            run(
                    connection,
                    "alter system set archive_command = 'test ! -f %1$s/%%f && cp %%p %1$s/%%f'"
                            .formatted(begun.archive));
        }
        stack.stopPostgres();
        stack.startPostgres();
        begun.copyBase();
        return begun;
    }

    private void copyBase() throws SQLException, IOException {
        try (Connection connection = stack.postgres().superuser()) {
            run(connection, "select pg_backup_start('drill', true)");
            copy(server.resolve("data"), base);
            Files.writeString(
                    base.resolve("backup_label"), text(connection, "select labelfile from pg_backup_stop(true)"));
        }
    }

    /** By the clock by which commits are stamped. */
    Instant now() throws SQLException {
        try (Connection connection = stack.postgres().superuser();
                var rows = connection.createStatement().executeQuery("select clock_timestamp()")) {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    /** Returns when all that has been written up to now is in the archive. */
    void complete() throws SQLException {
        try (Connection connection = stack.postgres().superuser()) {
            String last = text(connection, "select pg_walfile_name(pg_switch_wal())");
            await().atMost(PATIENCE).until(() -> Files.exists(archive.resolve(last)));
        }
    }

    /** The server is as it was then, or as the archive ends; what it had on its disk is lost. It must not run. */
    void putBack(Optional<Instant> moment) throws IOException {
        recover(server.resolve("data"), moment);
        stack.startPostgres();
    }

    /** A second server that is as the first was then. It archives nothing: its history is another one. */
    PostgresServer besides(Path folder, Instant moment) throws IOException {
        recover(folder.resolve("data"), Optional.of(moment));
        set(folder.resolve("data"), "archive_mode = off");
        Files.writeString(folder.resolve(STARTED_BEFORE), "");
        return PostgresServer.start(folder, 0, true);
    }

    private void recover(Path data, Optional<Instant> moment) throws IOException {
        Folders.delete(data);
        copy(base, data);
        var _ = Folders.create(data.resolve("pg_wal").resolve("archive_status"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        Files.writeString(data.resolve("recovery.signal"), "");
        set(data, "restore_command = 'cp %s/%%f %%p'".formatted(archive));
        if (moment.isPresent()) {
            set(data, "recovery_target_time = '" + TIME.format(moment.get()) + "'");
        }
        set(data, "recovery_target_action = promote");
        set(data, "hot_standby = off"); // nobody gets in before it is there
    }

    private static void set(Path data, String setting) throws IOException {
        Files.writeString(data.resolve(SETTINGS), setting + "\n", StandardOpenOption.APPEND);
    }

    /** What goes away while it is copied is in the archive. */
    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                if (NOT_COPIED.contains(folder.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                var _ = Folders.create(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!NOT_COPIED.contains(file.getFileName().toString())) {
                    try {
                        Files.copy(file, to.resolve(from.relativize(file)));
                    } catch (NoSuchFileException gone) {
                        return FileVisitResult.CONTINUE;
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException fault) throws IOException {
                if (fault instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw fault;
            }
        });
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
