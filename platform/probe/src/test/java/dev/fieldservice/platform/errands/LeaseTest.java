package dev.fieldservice.platform.errands;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.errands.ErrandQueue.Claim;
import dev.fieldservice.platform.errands.ErrandQueue.Wanted;
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
import java.util.List;
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
    ErrandQueue queue;

    @Inject
    AgroalDataSource database;

    @Test
    void onlyWhoHoldsTheLatestLeaseHasAnEffect() throws Throwable {
        String note = reminded(Instant.now().plus(Duration.ofDays(1)));
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

    @Test
    void aClockThatIsAheadTakesNothingOutOfAnothersHand() throws Throwable {
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        String note = reminded(tomorrow);
        UUID errand = changed("attempts = 0", note);

        assertThat(claimed(tomorrow)).contains(errand);
        assertThat(claimed(tomorrow.plus(Duration.ofDays(1)))).doesNotContain(errand);

        var _ = changed("leased_until = now()", note);
        assertThat(claimed(tomorrow.plus(Duration.ofDays(1)))).contains(errand);
    }

    private List<UUID> claimed(Instant now) throws Throwable {
        List<Wanted> wanted = List.of(new Wanted("REPEATED_REMINDER", 100, Duration.ofMinutes(5)));
        return VertxContextSupport.subscribeAndAwait(() -> queue.claim(wanted, now)).stream()
                .map(Claim::id)
                .toList();
    }

    private void carryOut(Claim claim) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> attempt.at(claim, Runnable::run));
    }

    /** @return its id */
    private static String reminded(Instant due) {
        String note = post(Person.DANA, "/v1/notes", Map.of("title", "Chiller " + Ids.next()))
                .path("id");
        post(
                        Person.DANA,
                        "/v1/notes/" + note + "/reminders",
                        Map.of("text", "Check the pressure", "due", due.toString(), "daily", true))
                .then()
                .statusCode(200);
        return note;
    }

    private UUID taken(String note, UUID lease) throws SQLException {
        return changed("lease = '" + lease + "', attempts = 1", note);
    }

    /** @return the errand of the note */
    private UUID changed(String change, String note) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "update errand set " + change + " where subject_id = '" + note + "' returning id")) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    private static int remarks(String note) {
        return get(Person.DANA, "/v1/notes/" + note).path("remarks");
    }
}
