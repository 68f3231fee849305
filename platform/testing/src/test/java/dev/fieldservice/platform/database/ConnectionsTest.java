package dev.fieldservice.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fieldservice.local.servers.PostgresServer;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which silence of a connection is taken for the end of it. */
class ConnectionsTest {

    private static final Duration REST = Duration.ofSeconds(1);
    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static PostgresServer server;
    private static Vertx vertx;

    private final Pool pool = Connections.create(
            vertx,
            new PoolOptions().setMaxSize(1),
            List.of(PgConnectOptions.fromUri("postgresql://service:service@" + server.address() + "/rest")),
            REST,
            SILENCE);

    @BeforeAll
    static void aRealServer() {
        server = PostgresServer.temporary();
        server.createDatabase("rest", "service", "service");
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void allEnds() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        server.close();
    }

    @Test
    void aRestBeforeAStatementIsNotTakenForItsSilence() throws Exception {
        assertThat(select("1")).succeedsWithin(PATIENCE);
        Thread.sleep(SILENCE.minusSeconds(1));

        assertThat(select("pg_sleep(2)"))
                .as("a statement on a connection that was last heard of long ago")
                .succeedsWithin(PATIENCE);
    }

    /** The waiting statement hears of the end before the pool does: one that comes in between may fail, in passing. */
    @Test
    void whoIsSilentForLongerThanAnyStatementIsLeft() {
        assertThat(select("pg_sleep(60)"))
                .failsWithin(PATIENCE)
                .withThrowableThat()
                .withCauseInstanceOf(ClosedConnectionException.class);
        await("whoever repeats")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(select("1")).succeedsWithin(PATIENCE));
    }

    private CompletableFuture<?> select(String what) {
        return pool.query("select " + what).execute().toCompletionStage().toCompletableFuture();
    }
}
