package dev.fieldservice.probe;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.probe.wire.ProbeListening;
import dev.fieldservice.probe.wire.ProbeWire;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the backbone promises for every message, shown on notes. */
@QuarkusTest
@WithTestResource(ProbeServers.class)
class MessagesTest {

    private static final String HEARD = ProbeListening.REMARK_HEARD;
    private static final String PARKED = "/v1/operations/probe/parked-messages";
    private static final String TYPE = "dev.fieldservice.remark-heard.v1";

    @Inject
    AgroalDataSource database;

    @Inject
    MeterRegistry metrics;

    private String note;

    @BeforeEach
    void aNoteIsOpen() {
        note = written();
    }

    @Test
    void poisonIsParkedWithItsReasonAndTheRestGoesOn() {
        String key = Ids.next().toString();
        byte[] huge = ("{\"noteId\":\"" + "x".repeat(900_000) + "\"}").getBytes(StandardCharsets.UTF_8);

        Events.publishRaw(HEARD, key, UUID.randomUUID().toString(), TYPE, text("{broken"));
        Events.publishRaw(HEARD, key, UUID.randomUUID().toString(), "dev.fieldservice.remark-heard.v9", text("{}"));
        Events.publishRaw(HEARD, key, UUID.randomUUID().toString(), TYPE, huge);
        Events.publishRaw(HEARD, null, null, null, text("no headers"));
        Events.publishRaw(HEARD, "a\0b", "a\0b", "a\0b", new byte[1_040_000]);
        Events.publishRaw(HEARD, key, UUID.randomUUID().toString(), TYPE, new byte[] {(byte) 0xff, 0});
        publish(UUID.fromString(key), Ids.next(), remark(note));

        eventually(() -> get(Person.DANA, "/v1/notes/" + note).then().body("remarks", equalTo(1)));
        eventually(() -> assertThat(get(Person.ADMIN, PARKED + "?limit=200")
                        .jsonPath()
                        .getList("items.findAll { it.key == '" + key + "' }"))
                .hasSize(4));
        JsonPath parked = get(Person.ADMIN, PARKED + "?limit=200").jsonPath();
        assertThat(parked.getString("items.find { it.type == 'dev.fieldservice.remark-heard.v9' }.reason"))
                .contains("v9");
        String deadLetters = HEARD + ".probe.dlq";
        eventually(() -> assertThat(Events.raw(deadLetters).stream()
                        .map(ConsumerRecord::key)
                        .filter(key::equals))
                .hasSize(4));
    }

    @Test
    void whyAMessageIsParkedSaysNothingOfWhatItHolds() {
        String key = Ids.next().toString();
        String name = "Maria Ionescu";
        Events.publishRaw(HEARD, key, UUID.randomUUID().toString(), TYPE, text("{\"noteId\":\"" + name + "\"}"));
        Events.publishRaw(HEARD, key, UUID.randomUUID().toString(), TYPE, text("{" + name));
        Events.publishRaw(HEARD, key, name, TYPE, text("{}"));

        eventually(() -> assertThat(get(Person.ADMIN, PARKED + "?limit=200")
                        .jsonPath()
                        .getList("items.findAll { it.key == '" + key + "' }.reason", String.class))
                .hasSize(3)
                .noneMatch(reason -> reason.contains("Maria"))
                .anyMatch(reason -> reason.contains("/noteId")));
    }

    @Test
    void aParkedMessageTakesEffectWhenItIsReplayedAfterTheCauseIsGone() {
        UUID key = Ids.next();
        String lateNote = UUID.randomUUID().toString();
        publish(key, Ids.next(), remark(lateNote));
        eventually(() -> assertThat(parkedId(key)).isNotNull());
        String id = parkedId(key);

        post(Person.ADMIN, PARKED + "/" + id + "/replay").then().statusCode(200).body("replayedBy", notNullValue());
        eventually(() -> assertThat(parked(key))
                .as("parked again, for the note is still not there")
                .hasSize(2));
        post(Person.ADMIN, PARKED + "/" + id + "/replay")
                .then()
                .statusCode(409)
                .body("code", equalTo("already-replayed"));
        post(Person.DANA, PARKED + "/" + id + "/replay").then().statusCode(403);
        get(Person.ADMIN, "/v1/operations/other-service/parked-messages").then().statusCode(404);
    }

    @Test
    void aMessageThatHasToWaitHoldsUpNoOtherNote() throws SQLException {
        String other = written();
        UUID key = Ids.next();
        UUID otherKey = Ids.next();

        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("select from note where id = '" + note + "' for update");
            publish(key, Ids.next(), remark(note));
            eventually(() -> assertThat(waitForLocks(connection)).isPositive());

            publish(otherKey, Ids.next(), remark(other));
            eventually(() -> get(Person.DANA, "/v1/notes/" + other).then().body("remarks", equalTo(1)));
            get(Person.DANA, "/v1/notes/" + note).then().body("remarks", equalTo(0));
            connection.rollback();
        }
        eventually(() -> get(Person.DANA, "/v1/notes/" + note).then().body("remarks", equalTo(1)));
    }

    @Test
    void poisonIsParkedWhileEverythingElseWaits() throws SQLException {
        String poison = UUID.randomUUID().toString();
        try (Connection somebody = database.getConnection()) {
            somebody.setAutoCommit(false);
            somebody.createStatement().execute("lock table inbox in share mode");
            for (int i = 0; i < 30; i++) {
                UUID key = Ids.next();
                publish(key, Ids.next(), remark(note));
            }
            eventually(() -> assertThat(waitForLocks(somebody)).isPositive());

            Events.publishRaw(HEARD, poison, poison, TYPE, text("{broken"));
            eventually(() -> assertThat(parked(UUID.fromString(poison))).hasSize(1));
            somebody.rollback();
        }
    }

    @Test
    void whatTookEffectBeforeIsRecognisedInWholeBatchesWithoutClaimingItAgain() throws SQLException {
        UUID key = Ids.next();
        UUID event = Ids.next();
        String created = remark(note);
        publish(key, event, created);
        eventually(() -> get(Person.DANA, "/v1/notes/" + note).then().body("remarks", equalTo(1)));
        double before = duplicates();

        try (Connection somebody = database.getConnection()) {
            somebody.setAutoCommit(false);
            somebody.createStatement().execute("lock table inbox in share mode");
            try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 300; i++) {
                    many.execute(() -> publish(key, event, created));
                }
            }
            eventually(() -> assertThat(duplicates() - before).isGreaterThan(100));
            somebody.rollback();
        }
        eventually(() -> assertThat(duplicates() - before).isEqualTo(300));
    }

    @Test
    void aTransactionThatRunsLongHoldsUpNoEvent() throws SQLException {
        try (Connection somebody = database.getConnection()) {
            somebody.setAutoCommit(false);
            somebody.createStatement().execute("select pg_current_xact_id()");
            post(Person.DANA, "/v1/notes/" + note + "/remarks", Map.of("text", "Called off"))
                    .then()
                    .statusCode(200);

            eventually(() -> assertThat(of(ProbeWire.NOTE_REMARKED)).hasSize(1));
            somebody.rollback();
        }
    }

    @Test
    void messagesOfOneNoteKeepTheirOrderAndCarryTheTrace() {
        post(Person.DANA, "/v1/notes/" + note + "/remarks", Map.of("text", "Called off"))
                .then()
                .statusCode(200);

        eventually(() -> assertThat(of(ProbeWire.NOTE_REMARKED)).hasSize(1));
        ConsumerRecord<String, byte[]> created = of(ProbeWire.NOTE_WRITTEN).getFirst();
        assertThat(header(created, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(created, "ce_type")).isEqualTo("dev.fieldservice.note-written.v1");
        assertThat(header(created, "ce_dataschema")).isEqualTo("https://fieldservice.dev/contracts/note-written/v1");
        assertThat(header(created, "ce_source")).isEqualTo("/probe");
        assertThat(header(created, "ce_subject")).isEqualTo(note);
        assertThat(header(created, "traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
        assertThat(UUID.fromString(header(created, "ce_id")).version()).isEqualTo(7);
    }

    @Test
    void nothingIsLeftOfTheWarmUp() throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet left = connection.createStatement().executeQuery("""
                        select (select count(*) from inbox where topic = 'warm-up')
                             + (select count(*) from outbox where aggregatetype = 'warm-up')""")) {
            left.next();
            assertThat(left.getLong(1)).isZero();
        }
    }

    @Test
    void theServiceSaysThatItIsReady() {
        get(Person.DANA, "/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.name.toString()", containsString("outbox relay"));
    }

    private double duplicates() {
        return metrics.counter("fieldservice.inbox.messages", "topic", HEARD, "outcome", "duplicate")
                .count();
    }

    private static long waitForLocks(Connection connection) throws SQLException {
        try (ResultSet waiting = connection
                .createStatement()
                .executeQuery("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")) {
            waiting.next();
            return waiting.getLong(1);
        }
    }

    private List<ConsumerRecord<String, byte[]>> of(String topic) {
        return Events.raw(topic).stream()
                .filter(message -> note.equals(message.key()))
                .toList();
    }

    private static List<Map<String, Object>> parked(UUID key) {
        return get(Person.ADMIN, PARKED + "?limit=200").jsonPath().getList("items.findAll { it.key == '" + key + "' }");
    }

    private static String parkedId(UUID key) {
        return get(Person.ADMIN, PARKED + "?limit=200")
                .jsonPath()
                .getString("items.find { it.key == '" + key + "' }.id");
    }

    private static String written() {
        return post(Person.DANA, "/v1/notes", Map.of("title", "Chiller " + Ids.next()))
                .path("id");
    }

    private static String remark(String note) {
        return "{\"noteId\": \"" + note + "\", \"text\": \"Valve is cracked\", \"unheardOf\": 1}";
    }

    private static void publish(UUID key, UUID event, String payload) {
        Events.publishRaw(HEARD, key.toString(), event.toString(), TYPE, text(payload));
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
