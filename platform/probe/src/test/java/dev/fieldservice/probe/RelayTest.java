package dev.fieldservice.probe;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Person;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The relays of several replicas, of which one sends at a time. Nobody looks by himself what there is to send while this runs. */
@QuarkusTest
@TestProfile(RelayTest.NobodyLooks.class)
@WithTestResource(ProbeServers.class)
class RelayTest {

    /** See OutboxTable. */
    private static final long RELAY_LOCK = 7_305_482_001L;

    /** As long as no other replica was met, a relay looks again after an hour. */
    public static class NobodyLooks implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("fieldservice.relay.poll-interval", "PT1H");
        }
    }

    @Inject
    AgroalDataSource database;

    @Test
    void whatIsCommittedWhileTheRelayOfAnotherReplicaSendsGoesOutAfterThat() throws SQLException {
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(" + RELAY_LOCK + ")");
            post(Person.DANA, "/v1/notes", Map.of("title", "Chiller " + Ids.next()))
                    .then()
                    .statusCode(201);
            // Long enough for the relay to have met the other one
            Awaitility.await().pollDelay(Duration.ofMillis(50)).until(() -> true);
            other.commit();

            eventually(() -> assertThat(isEmpty(statement)).isTrue());
        }
    }

    private static boolean isEmpty(Statement statement) throws SQLException {
        try (var rows = statement.executeQuery("select not exists (select from outbox)")) {
            rows.next();
            return rows.getBoolean(1);
        } finally {
            statement.getConnection().commit();
        }
    }
}
