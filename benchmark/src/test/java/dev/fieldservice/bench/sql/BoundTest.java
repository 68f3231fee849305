package dev.fieldservice.bench.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fieldservice.local.servers.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A request of a workshop, seen in the server's log and played again. */
class BoundTest {

    private static final UUID CUSTOMER = UUID.randomUUID();
    private static final String SAYS = "it's 12:30, a C:\\path and :n";

    @TempDir
    static Path folder;

    private static PostgresServer server;
    private static Databases databases;
    private static SqlLog log;

    @BeforeAll
    static void aWorkshop() {
        server = PostgresServer.start(folder, 0, false);
        databases = new Databases(server);
        log = new SqlLog(databases, folder.resolve("postgres.log"));
        server.createDatabase("workshop", "workshop", "workshop");
        databases.execute("workshop", """
                create table job (id uuid primary key, number text unique, customer uuid, says text, helpers uuid[],
                    hash text check (hash ~ '^[0-9a-f]{64}$'));
                create table note (job uuid references job, words text);
                grant all on job, note to workshop""");
        databases.copy("workshop", Bound.copyOf("workshop"));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void whatEachRequestMakesAnewIsNewInEachTransactionAndTheRestIsAsItWas() throws Exception {
        assumeTrue(PgBench.isInstalled(), "pgbench is not installed");
        var bound = Bound.of("job", List.of("workshop"), BoundTest::takeJob, log, databases, folder)
                .get("workshop");

        assertThat(bound.run(4, 25).perSecond()).isPositive();

        var copy = Bound.copyOf("workshop");
        assertThat(databases.count(copy, "select count(distinct number) from job"))
                .isEqualTo(100);
        assertThat(databases.count(copy, "select count(*) from note")).isEqualTo(100);
        assertThat(databases.rows(copy, "select customer::text, count(*) from job group by customer"))
                .containsExactly(java.util.Map.entry(CUSTOMER.toString(), 100L));
        assertThat(databases.rows(copy, "select distinct says, 1 from job").keySet())
                .containsExactly(SAYS);
        assertThat(databases.count(copy, "select count(*) from job where helpers[1] = id and helpers[2] = customer"))
                .isEqualTo(100);
        assertThat(Files.readString(folder.resolve("job.sql"))).contains("BEGIN;", "COMMIT;");
    }

    private static void takeJob() {
        try (var connection = databases.superuser("workshop")) {
            connection.setClientInfo("ApplicationName", SqlLog.REQUESTS);
            connection.setAutoCommit(false);
            var id = UUID.randomUUID();
            try (var job = connection.prepareStatement("insert into job values (?, ?, ?, ?, ?, ?)");
                    var note = connection.prepareStatement("insert into note values (?, 'taken')")) {
                job.setObject(1, id);
                job.setString(2, "J-" + id.toString().substring(0, 8));
                job.setObject(3, CUSTOMER);
                job.setString(4, SAYS);
                job.setArray(5, connection.createArrayOf("uuid", new Object[] {id, CUSTOMER}));
                job.setString(6, id.toString().replace("-", "").repeat(2));
                job.execute();
                note.setObject(1, id);
                note.execute();
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
