package dev.fieldservice.local.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
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
