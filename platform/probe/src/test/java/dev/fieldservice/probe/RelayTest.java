package dev.fieldservice.probe;

import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Person;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The relays of several replicas, of which one sends at a time. */
@QuarkusTest
@WithTestResource(ProbeServers.class)
class RelayTest {

    /** See OutboxTable. */
    private static final long RELAY_LOCK = 7_305_482_001L;

    private static final int TRIES = 9;

    @Inject
    AgroalDataSource database;

    @Test
    void whatIsCommittedWhileTheRelayOfAnotherReplicaSendsGoesOutRightAfterThat() throws SQLException {
        long[] waits = new long[TRIES];
        for (int attempt = 0; attempt < TRIES; attempt++) {
            waits[attempt] = millisAfterTheOtherOne();
        }

        assertThat(LongStream.of(waits).sorted().skip(TRIES / 2).findFirst().orElseThrow())
                .as("the median, far less than the quarter of a second between looks that nobody asks for")
                .isLessThan(100);
    }

    private long millisAfterTheOtherOne() throws SQLException {
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(" + RELAY_LOCK + ")");
            post(Person.DANA, "/v1/notes", Map.of("title", "Chiller " + Ids.next()))
                    .then()
                    .statusCode(201);
            Awaitility.await().pollDelay(Duration.ofMillis(15)).until(() -> true);
            other.commit();
            long since = System.nanoTime();
            Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> isEmpty(statement, other));
            return Duration.ofNanos(System.nanoTime() - since).toMillis();
        }
    }

    private static boolean isEmpty(Statement statement, Connection connection) throws SQLException {
        try (var rows = statement.executeQuery("select not exists (select from outbox)")) {
            rows.next();
            return rows.getBoolean(1);
        } finally {
            connection.commit();
        }
    }
}
