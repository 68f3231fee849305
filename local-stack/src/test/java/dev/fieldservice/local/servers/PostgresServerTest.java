package dev.fieldservice.local.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    @TempDir
    Path folder;

    @Test
    void ticketsAreStillThereAfterARestart() throws SQLException {
        try (var postgres = PostgresServer.start(folder, 0, true)) {
            postgres.createDatabase("ticket", "ticket", "secret");
            execute(postgres, "create table ticket (number text)");
            execute(postgres, "insert into ticket values ('T-2026-000001')");
        }
        try (var postgres = PostgresServer.start(folder, 0, true)) {
            postgres.createDatabase("ticket", "ticket", "secret");
            assertThat(ask(postgres, "select number from ticket")).isEqualTo("T-2026-000001");
        }
    }

    @Test
    void aDurableServerWaitsForTheDiskAndAThrowAwayOneDoesNot() throws SQLException {
        try (var durable = PostgresServer.start(folder, 0, true);
                var fast = PostgresServer.temporary()) {
            durable.createDatabase("billing", "billing", "secret");
            fast.createDatabase("billing", "billing", "secret");
            for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                assertThat(ask(durable, "billing", "show " + setting)).isEqualTo("on");
                assertThat(ask(fast, "billing", "show " + setting)).isEqualTo("off");
            }
        }
    }

    @Test
    void aPostmasterThatOutlivedItsJvmIsEndedBeforeTheNextStart() throws SQLException {
        var abandoned = PostgresServer.start(folder, 0, true);
        var leftover = Postmaster.of(folder.resolve("data")).process().orElseThrow();

        PostgresServer.endLeftover(folder);

        assertThat(leftover.isAlive()).isFalse();
        abandoned.close();
    }

    @Test
    void whatIsCommittedOutlivesAKilledServer() throws SQLException {
        try (var postgres = PostgresServer.start(folder, 0, true)) {
            postgres.createDatabase("ticket", "ticket", "secret");
            execute(postgres, "create table ticket (number text)");
            execute(postgres, "insert into ticket values ('T-2026-000002')");
            postgres.kill();
            assertThatThrownBy(() -> ask(postgres, "select 1")).isInstanceOf(SQLException.class);
        }
        try (var postgres = PostgresServer.start(folder, 0, true)) {
            assertThat(ask(postgres, "select number from ticket")).isEqualTo("T-2026-000002");
        }
    }

    @Test
    void itStaysForThoseWhoGiveBackWhatTheyHoldWhenTheirJvmIsToldToEnd() throws Exception {
        var output = folder.resolve("ending.txt");
        var ending = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndingJvm.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(ending.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(output)).contains(EndingJvm.GIVEN_BACK);
        assertThat(Postmaster.of(folder.resolve("data")).process()).isEmpty();
    }

    /** Ends with a server that is open, and asks it a last time when its end has long begun. */
    static final class EndingJvm {

        static final String GIVEN_BACK = "given back";

        private static final Duration LONG = Duration.ofSeconds(3);

        public static void main(String... arguments) {
            var folder = Path.of(arguments[0]);
            var postgres = PostgresServer.start(folder, 0, true);
            postgres.createDatabase("ticket", "ticket", "secret");
            var postmaster = Postmaster.of(folder.resolve("data")).process().orElseThrow();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(postgres, postmaster)));
            System.exit(0);
        }

        private static void end(PostgresServer postgres, ProcessHandle postmaster) {
            try (postgres) {
                var _ = postmaster
                        .onExit()
                        .completeOnTimeout(postmaster, LONG.toMillis(), TimeUnit.MILLISECONDS)
                        .join();
                execute(postgres, "create table mailbox (claimed_by text)");
                System.out.println(GIVEN_BACK);
            } catch (SQLException gone) {
                System.out.println(gone);
            }
        }
    }

    @Test
    void anInterruptedFirstStartIsBegunAgain() throws Exception {
        Files.createDirectories(folder.resolve("data/global"));
        try (var postgres = PostgresServer.start(folder, 0, true)) {
            postgres.createDatabase("ticket", "ticket", "secret");
            assertThat(ask(postgres, "select 1")).isEqualTo("1");
        }
    }

    private static void execute(PostgresServer postgres, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url(postgres, "ticket"), "ticket", "secret");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(PostgresServer postgres, String query) throws SQLException {
        return ask(postgres, "ticket", query);
    }

    private static String ask(PostgresServer postgres, String database, String query) throws SQLException {
        try (var connection = DriverManager.getConnection(url(postgres, database), database, "secret");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static String url(PostgresServer postgres, String database) {
        return "jdbc:postgresql://" + postgres.address() + "/" + database;
    }
}
