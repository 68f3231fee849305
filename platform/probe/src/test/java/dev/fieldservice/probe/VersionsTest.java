package dev.fieldservice.probe;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.events.Wire;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.probe.wire.ProbeListening;
import dev.fieldservice.probe.wire.ProbeWire;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An event changes its form: the old and the new version travel side by side until nobody reads the old one any more. */
@QuarkusTest
@WithTestResource(ProbeServers.class)
class VersionsTest {

    private static final String PARKED = "/v1/operations/probe/parked-messages";
    private static final String OLD_WAY = "in version 1: Valve of the chiller";
    private static final String NEW_WAY = "in version 2: Valve of the chiller";

    @Inject
    AgroalDataSource database;

    @Inject
    MeterRegistry metrics;

    private String note;
    private ConsumerRecord<String, byte[]> version2;
    private ConsumerRecord<String, byte[]> version1;

    @BeforeEach
    void aNoteWasRenamed() {
        note = written();
        put(Person.DANA, "/v1/notes/" + note, "\"0\"", Map.of("title", "Valve of the chiller " + note))
                .then()
                .statusCode(200);
        eventually(() -> {
            List<ConsumerRecord<String, byte[]>> both = renamed();
            assertThat(both).hasSize(2);
            version2 = both.getFirst();
            version1 = both.getLast();
        });
    }

    @Test
    void theHighestVersionIsSentFirstAndEachSaysWhichThereAre() {
        assertThat(header(version2, Wire.TYPE)).isEqualTo("dev.fieldservice.note-renamed.v2");
        assertThat(header(version1, Wire.TYPE)).isEqualTo("dev.fieldservice.note-renamed.v1");
        assertThat(List.of(header(version2, Wire.VERSIONS), header(version1, Wire.VERSIONS)))
                .containsOnly("1,2");
        assertThat(header(version1, Wire.ID)).isNotEqualTo(header(version2, Wire.ID));
        assertThat(header(version1, Wire.SAME_AS)).isEqualTo(header(version2, Wire.ID));
        assertThat(version2.headers().lastHeader(Wire.SAME_AS)).isNull();
    }

    @Test
    void whoKnowsTheOldVersionOnlyGoesOnWithIt() {
        reads(ProbeListening.READ_BEFORE, version2, version1, version1);

        tookEffectOnce(OLD_WAY);
        nothingIsParked(ProbeListening.READ_BEFORE);
    }

    @Test
    void whoKnowsTheNewVersionOnlyTakesThat() {
        reads(ProbeListening.READ_AFTER, version2, version1, version2);

        tookEffectOnce(NEW_WAY);
        nothingIsParked(ProbeListening.READ_AFTER);
    }

    @Test
    void whoKnowsBothTakesTheNewOneAndTheEventOnce() {
        double before = duplicates();
        reads(ProbeListening.READ_MEANWHILE, version2, version1, version1, version2);

        tookEffectOnce(NEW_WAY);
        assertThat(duplicates() - before).isEqualTo(3);
    }

    @Test
    void anEventThatWasTakenInTheOldVersionIsNotTakenInTheNewOneAfterADeployment() {
        reads(ProbeListening.READ_MEANWHILE, version1);
        tookEffectOnce(OLD_WAY);

        reads(ProbeListening.READ_MEANWHILE, version2, version1);

        tookEffectOnce(OLD_WAY);
    }

    @Test
    void whenTheOldVersionIsNoLongerSentWhoKnowsTheNewOneGoesOn() {
        ConsumerRecord<String, byte[]> alone = withoutOthers(version2);

        reads(ProbeListening.READ_AFTER, alone);

        tookEffectOnce(NEW_WAY);
    }

    @Test
    void aVersionThatComesAloneAndThatNobodyKnowsIsParkedUntilAHandlerIsThere() throws SQLException {
        reads(ProbeListening.READ_BEFORE, withoutOthers(version2));
        eventually(() -> assertThat(parkedReason(ProbeListening.READ_BEFORE)).contains("v2", "[1]"));
        assertThat(remarks(note)).isEmpty();

        String id = parkedByAnEarlierDeploymentThatDidNotKnowVersion2();
        post(Person.ADMIN, PARKED + "/" + id + "/replay").then().statusCode(200);

        eventually(() -> tookEffectOnce(NEW_WAY));
    }

    @Test
    void anEventOfWhichNoVersionIsKnownIsParkedInEach() {
        reads(ProbeListening.REMARK_HEARD, in("4,5", 5, version2), in("4,5", 4, version1));

        eventually(() -> assertThat(parked(ProbeListening.REMARK_HEARD)).hasSize(2));
        assertThat(remarks(note)).isEmpty();
    }

    /** They come from a topic with other handlers than the one they were told on. Returns when all of them are dealt with. */
    @SafeVarargs
    private void reads(String topic, ConsumerRecord<String, byte[]>... messages) {
        for (ConsumerRecord<String, byte[]> message : messages) {
            ProducerRecord<String, byte[]> copy = new ProducerRecord<>(topic, message.key(), message.value());
            for (Header header : message.headers()) {
                copy.headers().add(header);
            }
            String type = header(message, Wire.TYPE).replace(ProbeWire.NOTE_RENAMED, topic);
            copy.headers().remove(Wire.TYPE).add(Wire.TYPE, bytes(type));
            Events.publish(copy);
        }
        String last = written();
        String payload = "{\"noteId\": \"%s\", \"text\": \"\", \"title\": \"\", \"name\": {}}".formatted(last);
        int version = topic.equals(ProbeListening.READ_BEFORE) || topic.equals(ProbeListening.REMARK_HEARD) ? 1 : 2;
        Events.publishRaw(topic, note, Ids.next().toString(), Wire.Message.type(topic, version), bytes(payload));
        eventually(() -> assertThat(remarks(last)).as("what comes after them").hasSize(1));
    }

    private void tookEffectOnce(String text) {
        assertThat(remarks(note)).singleElement(STRING).startsWith(text);
    }

    private void nothingIsParked(String topic) {
        assertThat(parked(topic)).isEmpty();
    }

    private static String written() {
        return post(Person.DANA, "/v1/notes", Map.of("title", "Chiller " + Ids.next()))
                .path("id");
    }

    private static ConsumerRecord<String, byte[]> withoutOthers(ConsumerRecord<String, byte[]> message) {
        message.headers().remove(Wire.VERSIONS);
        message.headers().remove(Wire.SAME_AS);
        return message;
    }

    private static ConsumerRecord<String, byte[]> in(
            String versions, int version, ConsumerRecord<String, byte[]> message) {
        String type = Wire.Message.type(ProbeWire.NOTE_RENAMED, version);
        message.headers().remove(Wire.TYPE).add(Wire.TYPE, bytes(type));
        message.headers().remove(Wire.VERSIONS).add(Wire.VERSIONS, bytes(versions));
        return message;
    }

    private String parkedByAnEarlierDeploymentThatDidNotKnowVersion2() throws SQLException {
        UUID id = Ids.next();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into parked_message (id, topic, partition, "offset", key, type, headers, payload, reason, parked_at)
                        values (?, ?, 0, -1, ?, ?, ?, ?, 'nobody knows version 2', now())""")) {
            insert.setObject(1, id);
            insert.setString(2, ProbeListening.READ_AFTER);
            insert.setString(3, note);
            insert.setString(4, Wire.Message.type(ProbeListening.READ_AFTER, 2));
            insert.setString(5, "{\"ce_id\": \"" + header(version2, Wire.ID) + "\"}");
            insert.setBytes(6, version2.value());
            assertThat(insert.executeUpdate()).isOne();
        }
        return id.toString();
    }

    private List<ConsumerRecord<String, byte[]>> renamed() {
        return Events.raw(ProbeWire.NOTE_RENAMED).stream()
                .filter(message -> note.equals(message.key()))
                .toList();
    }

    private static List<String> remarks(String note) {
        return get(Person.DANA, "/v1/notes/" + note + "/history?limit=200")
                .jsonPath()
                .getList("items.findAll { it.action == 'REMARK' }.reason");
    }

    private List<Map<String, Object>> parked(String topic) {
        return get(Person.ADMIN, PARKED + "?limit=200")
                .jsonPath()
                .getList("items.findAll { it.key == '" + note + "' && it.topic == '" + topic + "' }");
    }

    private String parkedReason(String topic) {
        return String.valueOf(parked(topic).getFirst().get("reason"));
    }

    private double duplicates() {
        return metrics.counter(
                        "fieldservice.inbox.messages", "topic", ProbeListening.READ_MEANWHILE, "outcome", "duplicate")
                .count();
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
