package dev.fieldservice.probe;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Person;
import io.restassured.RestAssured;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is done later is done once, whenever a replica is killed, frozen or not alone; and whatever the mail server does, it is
 * mails that wait. Real processes, ended by SIGKILL at places where a lock or the mail server holds them.
 */
@Tag("long")
class ErrandsUnderKillIT {

    private static final String ANYTHING_LEFT = "select count(*) from errand where not repeating";
    private static final String WAITS_FOR_A_LOCK =
            "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query ilike '%s'";

    private static final String LATER = """
            insert into errand (id, kind, subject_kind, subject_id, content, state, due, next_at, attempts, repeating, created_at)
            select gen_random_uuid(), 'REMINDER', 'note', id, json_build_object('noteId', id, 'text', 'Order the valve'),
                   'WAITING', now(), now(), 0, false, now()
              from note, generate_series(1, %d) where id = any ('{%s}'::uuid[])""";

    private final Map<String, String> settings = new HashMap<>(new ProbeServers().start());
    private final SmtpTrap smtp = new SmtpTrap();
    private Connection locks;

    @BeforeEach
    void aDatabaseAndAMailServerAreThere() throws SQLException {
        settings.forEach(System::setProperty);
        settings.put("fieldservice.errands.lease-margin", "PT2S");
        settings.put("fieldservice.mail.port", String.valueOf(smtp.port()));
        settings.put("fieldservice.mail.patience", "PT3S");
        settings.put("fieldservice.mail.first-wait", "PT0.2S");
        settings.put("fieldservice.mail.attempts", "100");
        locks = connection();
        locks.setAutoCommit(false);
    }

    @AfterEach
    void everythingEnds() throws IOException, SQLException {
        smtp.close();
        locks.close();
    }

    @Test
    void whatWasUnderWayWhenItsReplicaWasKilledIsDoneOnce() throws Exception {
        List<String> notes;
        try (ProbeProcess probe = started()) {
            notes = Stream.generate(ErrandsUnderKillIT::written).limit(20).toList();
            hold("select from note where id = '" + notes.getFirst() + "' for update");
            smtp.holdsItsLastReply();
            mail(notes.get(1));
            later(1, notes);
            eventually(() -> assertThat(smtp.ids()).as("read, not answered").hasSize(1));
            eventually(() -> assertThat(waiting("%from note%"))
                    .as("claimed, without effect")
                    .isPositive());
            probe.kill();
        }
        letGo();
        try (ProbeProcess probe = started()) {
            eventually(() -> assertThat(count(ANYTHING_LEFT)).isZero());
            smtp.holdsItsLastReply();
            mail(notes.get(2));
            hold("lock table outbox in share mode");
            later(1, notes);
            eventually(() -> assertThat(Set.copyOf(smtp.ids())).hasSize(2));
            hold("select from errand where kind = 'NOTE_MAIL' for update");
            smtp.gives();
            eventually(() -> assertThat(waiting("%from errand%"))
                    .as("sent, not recorded")
                    .isPositive());
            eventually(() -> assertThat(waiting("insert into outbox%"))
                    .as("with effect, not committed")
                    .isPositive());
            probe.kill();
        }
        letGo();
        try (ProbeProcess _ = started()) {
            eventually(() -> assertThat(count(ANYTHING_LEFT)).isZero());
            assertThat(notes).allSatisfy(note -> assertThat(remarks(note)).isEqualTo(2));
            assertThat(count("select count(*) from remark")).isEqualTo(40);
            assertThat(history(notes.get(1))).containsOnlyOnce("MAIL_QUEUED", "MAIL_SENT");
            assertThat(history(notes.get(2))).containsOnlyOnce("MAIL_QUEUED", "MAIL_SENT");
            assertThat(Set.copyOf(smtp.ids()))
                    .hasSize(2)
                    .allSatisfy(id -> assertThat(Collections.frequency(smtp.ids(), id))
                            .as("sent again, under the same id")
                            .isEqualTo(2));
        }
    }

    @Test
    void itDoesNotMatterAtWhichMomentAReplicaIsKilled() throws Exception {
        List<String> notes = new ArrayList<>();
        for (int enough = 1; enough <= 301; enough += 100) {
            try (ProbeProcess probe = started()) {
                if (notes.isEmpty()) {
                    Stream.generate(ErrandsUnderKillIT::written).limit(20).forEach(notes::add);
                    later(20, notes);
                }
                long done = enough;
                eventually(
                        () -> assertThat(count("select count(*) from remark")).isGreaterThanOrEqualTo(done));
                probe.kill();
            }
        }
        try (ProbeProcess _ = started()) {
            eventually(() -> assertThat(count(ANYTHING_LEFT)).isZero());
            assertThat(notes).allSatisfy(note -> assertThat(remarks(note)).isEqualTo(20));
            assertThat(count("select count(*) from remark")).isEqualTo(400);
        }
    }

    @Test
    void severalReplicasDoNothingTwiceNotEvenOneThatWasThoughtDead() throws Exception {
        settings.put("fieldservice.mail.patience", "PT6S"); // nobody is too slow who is not frozen
        try (ProbeProcess frozen = started()) {
            List<String> notes =
                    Stream.generate(ErrandsUnderKillIT::written).limit(20).toList();
            smtp.holdsItsLastReply();
            mail(notes.getFirst());
            eventually(() -> assertThat(smtp.ids()).hasSize(1));
            frozen.freeze();
            smtp.gives();
            try (ProbeProcess other = started()) {
                eventually(() -> assertThat(history(notes.getFirst())).contains("MAIL_SENT"));
                later(20, notes);
                frozen.thaw();

                eventually(() -> assertThat(count(ANYTHING_LEFT)).isZero());
                assertThat(notes).allSatisfy(note -> assertThat(remarks(note)).isEqualTo(20));
                assertThat(count("select count(*) from remark")).isEqualTo(400);
                assertThat(frozen.log()).as("both take their share").contains("REMINDER");
                assertThat(other.log()).contains("REMINDER");
                assertThat(smtp.ids()).hasSize(2);
                assertThat(history(notes.getFirst()))
                        .as("who was taken for dead records nothing")
                        .containsOnlyOnce("MAIL_SENT");
                assertThat(count("select count(*) from errand where kind = 'HOUSEKEEPING'"))
                        .isOne();
            }
        }
    }

    @Test
    void aMailServerThatIsSilentOrGoneDelaysMailsAndNothingElse() throws Exception {
        try (ProbeProcess _ = started()) {
            String note = written();
            smtp.goesAway();
            for (int i = 0; i < 8; i++) {
                mail(note);
            }
            eventually(() -> assertThat(failures()).anyMatch(why -> why.contains("refused")));
            later(10, List.of(note));
            eventually(() -> assertThat(remarks(note)).isEqualTo(10));

            smtp.fallsSilent();
            smtp.comesBack();
            eventually(() -> assertThat(failures())
                    .as("all of them have been there")
                    .hasSize(8)
                    .allMatch(why -> why.contains("No answer within 3 s")));
            later(10, List.of(note));
            eventually(() -> assertThat(remarks(note)).isEqualTo(20));
            assertThat(smtp.ids()).isEmpty();

            smtp.speaksAgain();
            eventually(() -> assertThat(count(ANYTHING_LEFT)).isZero());
            assertThat(smtp.ids()).hasSize(8).doesNotHaveDuplicates();
        }
    }

    private ProbeProcess started() {
        ProbeProcess probe = ProbeProcess.start(settings);
        RestAssured.port = probe.port();
        return probe;
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(settings.get("quarkus.datasource.jdbc.url"), "service", "service");
    }

    /** Until {@link #letGo()}. */
    private void hold(String sql) throws SQLException {
        try (Statement statement = locks.createStatement()) {
            statement.execute(sql);
        }
    }

    private void letGo() throws SQLException {
        locks.rollback();
        smtp.gives();
    }

    /** So many reminders of each note are due now. */
    private void later(int each, List<String> notes) throws SQLException {
        try (Connection database = connection();
                Statement statement = database.createStatement()) {
            assertThat(statement.executeUpdate(LATER.formatted(each, String.join(",", notes))))
                    .isEqualTo(each * notes.size());
        }
    }

    private long waiting(String query) throws SQLException {
        return count(WAITS_FOR_A_LOCK.formatted(query));
    }

    private long count(String sql) throws SQLException {
        try (Connection database = connection();
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static String written() {
        return post(Person.DANA, "/v1/notes", Map.of("title", "Chiller " + Ids.next()))
                .path("id");
    }

    private static void mail(String note) {
        post(Person.DANA, "/v1/notes/" + note + "/mails", Map.of("recipient", "maria@cotroceni.example"))
                .then()
                .statusCode(200);
    }

    private static int remarks(String note) {
        return get(Person.DANA, "/v1/notes/" + note).path("remarks");
    }

    private static List<String> history(String note) {
        return get(Person.DANA, "/v1/notes/" + note + "/history").path("items.action");
    }

    private static List<String> failures() {
        List<String> all =
                get(Person.ADMIN, "/v1/operations/probe/errands?limit=200").path("items.failure");
        return all.stream().filter(Objects::nonNull).toList();
    }

    private static void eventually(ThrowingRunnable assertion) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(assertion);
    }
}
