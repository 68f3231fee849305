package dev.fieldservice.platform.errands;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.errands.ErrandQueue.Claim;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.probe.ProbeServers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever was overtaken while it slept must not touch what another one has in hand. */
@QuarkusTest
@WithTestResource(ProbeServers.class)
class LeaseTest {

    @Inject
    ErrandAttempt attempt;

    @Inject
    AgroalDataSource database;

    @Test
    void onlyWhoHoldsTheLatestLeaseHasAnEffect() throws Throwable {
        String note = post(Person.DANA, "/v1/notes", Map.of("title", "Chiller " + Ids.next()))
                .path("id");
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        post(
                        Person.DANA,
                        "/v1/notes/" + note + "/reminders",
                        Map.of("text", "Check the pressure", "due", tomorrow.toString(), "daily", true))
                .then()
                .statusCode(200);
        UUID latest = UUID.randomUUID();
        UUID errand = taken(note, latest);

        carryOut(new Claim(errand, "REPEATED_REMINDER", UUID.randomUUID(), null));
        assertThat(remarks(note)).isZero();

        carryOut(new Claim(errand, "REPEATED_REMINDER", latest, null));
        assertThat(remarks(note)).isOne();

        carryOut(new Claim(errand, "REPEATED_REMINDER", latest, null));
        assertThat(remarks(note))
                .as("it is over with what it was recorded with")
                .isOne();
    }

    private void carryOut(Claim claim) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> attempt.at(claim, Runnable::run));
    }

    private UUID taken(String note, UUID lease) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("update errand set lease = '" + lease
                        + "', attempts = 1 where subject_id = '" + note + "' returning id")) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    private static int remarks(String note) {
        return get(Person.DANA, "/v1/notes/" + note).path("remarks");
    }
}
