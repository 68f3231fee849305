package dev.fieldservice.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.bench.scale.Figures;
import dev.fieldservice.bench.sql.Databases;
import dev.fieldservice.local.Service;
import dev.fieldservice.local.servers.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workshop with the backbone's tables, in which things are written and forgotten. */
class SpentTest {

    @TempDir
    static Path folder;

    private static PostgresServer server;
    private static Databases databases;

    @BeforeAll
    static void aWorkshop() {
        server = PostgresServer.start(folder, 0, false);
        databases = new Databases(server);
        server.createDatabase("workshop", "workshop", "workshop");
        databases.execute("workshop", """
                create table outbox (seq bigint generated always as identity primary key, payload text);
                create table errand (content text);
                create table inbox (event_id uuid primary key);
                create table idempotency (key uuid primary key);
                create table history (id uuid primary key, says text)""");
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void whatIsSentIsCountedAndWhatIsKeptIsToldFromWhatIsForgotten() {
        assertThat(Spent.in(databases, "workshop").events()).isZero();
        databases.execute("workshop", "insert into outbox (payload) values ('before')");
        var before = Spent.in(databases, "workshop");
        databases.execute("workshop", """
                insert into outbox (payload) select repeat('x', 1000) from generate_series(1, 200);
                insert into errand select repeat('x', 1000) from generate_series(1, 200);
                delete from outbox;
                insert into idempotency select gen_random_uuid() from generate_series(1, 300);
                insert into history select gen_random_uuid(), repeat('x', 1000) from generate_series(1, 1000)""");
        var since = Spent.in(databases, "workshop").since(before);

        assertThat(since.events()).isEqualTo(200);
        assertThat(since.commands()).isEqualTo(300);
        // 7 rows of 1028 bytes in a page of 8 KiB, 24 KiB more for the map of free space, and an index of 1000 ids
        assertThat(since.keptBytes()).isBetween(143 * 8192L, 143 * 8192L + 120 * 1024);
        assertThat(since.keyBytes()).isBetween(300 * 60L, 300 * 60L + 80 * 1024);
        assertThat(since.inboxBytes()).isZero();
        assertThat(since.ofAJob("workshop", 100)).containsEntry("job.events.workshop", 2.0);
    }

    @Test
    void eachFigureThatIsKeptHasItsPlace() throws IOException {
        var known = Figures.parse(Files.readString(Path.of("..", "docs", "scale-figures.properties")))
                .all();
        for (var service : Service.values()) {
            var name = service.database().orElse(service.module());
            assertThat(known).containsKey("job.cpu-ms." + name);
            if (service.database().isPresent()) {
                assertThat(known.keySet())
                        .containsAll(new Spent(0, 0, 0, 0, 0).ofAJob(name, 1).keySet());
            }
        }
    }
}
