package dev.fieldservice.probe;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.as;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Person;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is done later, shown on reminders of notes. */
@QuarkusTest
@WithTestResource(ProbeServers.class)
class ErrandsTest {

    private static final String ERRANDS = "/v1/operations/probe/errands";

    @Inject
    AgroalDataSource database;

    @Inject
    MeterRegistry metrics;

    private String note;

    @BeforeEach
    void aNoteIsOpen() {
        note = post(Person.DANA, "/v1/notes", Map.of("title", "Chiller " + Ids.next()))
                .path("id");
    }

    @Test
    void whatIsDueIsDoneRightAfterTheCommitAndIsGoneThen() {
        remind("Order the valve", Instant.now()).then().statusCode(200);

        eventually(() -> assertThat(remarks()).isEqualTo(1));
        assertThat(errands()).isEmpty();
        assertThat(history()).containsExactly("WRITE", "REMARK");
    }

    @Test
    void nothingIsDoneBeforeItsTimeHasCome() {
        Instant due = Instant.now().plusSeconds(2);
        remind("Order the valve", due).then().statusCode(200);

        eventually(() -> assertThat(remarks()).isEqualTo(1));
        assertThat(Instant.now()).isAfterOrEqualTo(due);
    }

    @Test
    void aCommandThatIsRepeatedWritesItsErrandOnce() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> request = reminder("Order the valve", Instant.now(), false);
        post(Person.DANA, key, "/v1/notes/" + note + "/reminders", request)
                .then()
                .statusCode(200);
        post(Person.DANA, key, "/v1/notes/" + note + "/reminders", request)
                .then()
                .statusCode(200);

        eventually(() -> assertThat(remarks()).isEqualTo(1));
        assertThat(errands()).isEmpty();
        assertThat(remarks()).isEqualTo(1);
    }

    @Test
    void whatFailsIsTriedAgainAndGivenUpVisiblyAndAnAdministratorMayHaveItTriedOnceMore() throws SQLException {
        post(Person.DANA, "/v1/notes/" + note + "/finish").then().statusCode(200);
        remind("Order the valve", Instant.now()).then().statusCode(200);

        eventually(() -> assertThat(errands()).singleElement().satisfies(errand -> {
            assertThat(errand).containsEntry("state", "GIVEN_UP").containsEntry("attempts", 3);
            assertThat(errand.get("failure")).asString().contains("note");
        }));
        assertThat(history()).containsExactly("WRITE", "FINISH", "ERRAND_GIVEN_UP");
        String id = errands().getFirst().get("id").toString();
        post(Person.DANA, ERRANDS + "/" + id + "/retry").then().statusCode(403);
        get(Person.DANA, ERRANDS).then().statusCode(403);
        as(Person.ADMIN).post(ERRANDS + "/" + id + "/retry").then().statusCode(400);
        eventually(() ->
                assertThat(gauge("fieldservice.errands.given.up", "REMINDER")).isPositive());

        reopened();
        String key = UUID.randomUUID().toString();
        Response first = as(Person.ADMIN).header("Idempotency-Key", key).post(ERRANDS + "/" + id + "/retry");
        Response again = as(Person.ADMIN).header("Idempotency-Key", key).post(ERRANDS + "/" + id + "/retry");

        first.then().statusCode(200).body("state", equalTo("WAITING")).body("attempts", equalTo(0));
        assertThat(again.asString()).isEqualTo(first.asString());
        eventually(() -> assertThat(remarks()).isEqualTo(1));
        post(Person.ADMIN, ERRANDS + "/" + id + "/retry").then().statusCode(404);
        assertThat(history()).containsExactly("WRITE", "FINISH", "ERRAND_GIVEN_UP", "ERRAND_RETRIED", "REMARK");
    }

    @Test
    void whatCanNeverWorkIsGivenUpAtOnce() throws SQLException {
        String id = insert("REMINDER", "{\"noteId\": \"" + Ids.next() + "\", \"text\": \"a\"}");
        String unreadable = insert("REMINDER", "{\"noteId\": \"none\"}");

        eventually(() -> {
            assertThat(errand(id)).containsEntry("state", "GIVEN_UP").containsEntry("attempts", 1);
            assertThat(errand(unreadable)).containsEntry("state", "GIVEN_UP").containsEntry("attempts", 1);
        });
        assertThat(errand(id)).containsEntry("failure", "There is no such note.");
    }

    @Test
    void whatRepeatsWritesItsNextAndIsThereOnceForEachNote() {
        Instant due = Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofHours(1));
        Map<String, Object> daily = reminder("Check the pressure", due, true);
        for (int i = 0; i < 3; i++) {
            post(Person.DANA, "/v1/notes/" + note + "/reminders", daily).then().statusCode(200);
        }

        eventually(() -> assertThat(remarks()).isEqualTo(1));
        assertThat(errands())
                .singleElement()
                .satisfies(errand -> assertThat(errand)
                        .containsEntry("kind", "REPEATED_REMINDER")
                        .containsEntry("state", "WAITING")
                        .containsEntry("attempts", 0)
                        .containsEntry("due", due.plus(Duration.ofDays(1)).toString()));
    }

    @Test
    void whatRepeatsIsNeverGivenUp() {
        post(Person.DANA, "/v1/notes/" + note + "/finish").then().statusCode(200);
        post(Person.DANA, "/v1/notes/" + note + "/reminders", reminder("Check the pressure", Instant.now(), true))
                .then()
                .statusCode(200);

        eventually(() -> assertThat(errands()).singleElement().satisfies(errand -> {
            assertThat(errand).containsEntry("state", "WAITING").containsEntry("attempts", 1);
            assertThat(errand.get("failure")).isNotNull();
        }));
    }

    @Test
    void housekeepingIsThereFromTheFirstStartOnAndRepeatsHourly() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute("""
                    insert into idempotency (caller, key, fingerprint, created_at) values
                        (gen_random_uuid(), 'old', '', now() - interval '31 days'),
                        (gen_random_uuid(), 'young', '', now() - interval '29 days')""");
            connection
                    .createStatement()
                    .execute("update errand set next_at = now() where kind = 'HOUSEKEEPING' and attempts = 0");
            eventually(() -> assertThat(count(connection, "select count(*) from idempotency where key = 'old'"))
                    .isZero());
            assertThat(count(connection, "select count(*) from idempotency where key = 'young'"))
                    .isOne();
            assertThat(count(connection, """
                    select count(*) from errand where kind = 'HOUSEKEEPING' and state = 'WAITING'
                       and due between now() + interval '50 minutes' and now() + interval '1 hour'""")).isOne();
        }
    }

    @Test
    void aSlowErrandHoldsUpNoOtherKindAndNoneOfItsOwnThatHasRoom() throws SQLException {
        String other = post(Person.DANA, "/v1/notes", Map.of("title", "Pump " + Ids.next()))
                .path("id");
        try (Connection somebody = database.getConnection()) {
            somebody.setAutoCommit(false);
            somebody.createStatement().execute("select from note where id = '" + note + "' for update");
            var _ = insert("REMINDER", "{\"noteId\": \"" + note + "\", \"text\": \"a\"}");
            eventually(() -> assertThat(
                            count(somebody, "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"))
                    .isPositive());

            post(Person.DANA, "/v1/notes/" + other + "/reminders", reminder("b", Instant.now(), false))
                    .then()
                    .statusCode(200);
            eventually(() -> get(Person.DANA, "/v1/notes/" + other).then().body("remarks", equalTo(1)));
            somebody.rollback();
        }
        eventually(() -> assertThat(remarks()).isEqualTo(1));
    }

    @Test
    void operatorsSeeWhatWaitsPageByPage() {
        for (int i = 0; i < 3; i++) {
            remind("Order the valve", Instant.now().plus(Duration.ofDays(1)))
                    .then()
                    .statusCode(200);
        }
        get(Person.ADMIN, ERRANDS + "?state=WAITING&limit=2")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(2))
                .body("nextCursor", notNullValue());
        get(Person.ADMIN, ERRANDS + "?state=LOST").then().statusCode(400);
        get(Person.ADMIN, "/v1/operations/other-service/errands").then().statusCode(404);
        eventually(() ->
                assertThat(gauge("fieldservice.errands.waiting", "REMINDER")).isGreaterThanOrEqualTo(3));
        assertThat(gauge("fieldservice.errands.overdue", "REMINDER")).isNotNegative();
    }

    private double gauge(String name, String kind) {
        return metrics.get(name).tag("kind", kind).gauge().value();
    }

    private Response remind(String text, Instant due) {
        return post(Person.DANA, "/v1/notes/" + note + "/reminders", reminder(text, due, false));
    }

    private static Map<String, Object> reminder(String text, Instant due, boolean daily) {
        return Map.of("text", text, "due", due.toString(), "daily", daily);
    }

    private int remarks() {
        return get(Person.DANA, "/v1/notes/" + note).path("remarks");
    }

    private List<String> history() {
        return get(Person.DANA, "/v1/notes/" + note + "/history").path("items.action");
    }

    private List<Map<String, Object>> errands() {
        return get(Person.ADMIN, ERRANDS + "?limit=200").path("items.findAll { it.subjectId == '" + note + "' }");
    }

    private static Map<String, Object> errand(String id) {
        return get(Person.ADMIN, ERRANDS + "?limit=200").path("items.find { it.id == '" + id + "' }");
    }

    /** Notes have no way back; the cause of a failure is gone all the same. */
    private void reopened() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute("update note set state = 'OPEN' where id = '" + note + "'");
        }
    }

    private String insert(String kind, String content) throws SQLException {
        UUID id = Ids.next();
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        insert into errand (id, kind, subject_kind, subject_id, content, state, due, next_at, attempts,
                                            repeating, created_at)
                        values (?, ?, 'note', ?, ?, 'WAITING', now(), now(), 0, false, now())""")) {
            statement.setObject(1, id);
            statement.setString(2, kind);
            statement.setObject(3, UUID.fromString(note));
            statement.setString(4, content);
            statement.executeUpdate();
        }
        return id.toString();
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
