package dev.fieldservice.probe;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.events.Wire;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.probe.wire.ProbeListening;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** All databases were put back to a moment, long ago in {@code application.properties}: what came to the topics after it does not count. */
@QuarkusTest
@WithTestResource(ProbeServers.class)
class UntoldTest {

    private static final String HEARD = ProbeListening.REMARK_HEARD;
    private static final Instant PUT_BACK_TO = Instant.parse("2001-09-09T10:00:00Z");
    private static final Instant UNTIL = Instant.parse("2001-09-09T11:30:00Z");

    @Inject
    MeterRegistry metrics;

    @Test
    void whatCameInBetweenTakesNoEffectAndIsNotParked() {
        String note = written();
        double before = untold();

        told(note, UUID.randomUUID(), PUT_BACK_TO.plusMillis(1));
        told(note, UUID.randomUUID(), UNTIL.minusMillis(1));
        told(note, UUID.randomUUID(), UNTIL);

        eventually(() -> get(Person.DANA, "/v1/notes/" + note).then().body("remarks", equalTo(1)));
        assertThat(untold() - before).isEqualTo(2);
    }

    @Test
    void whatCameUpToThatMomentCounts() {
        String note = written();

        told(note, UUID.randomUUID(), PUT_BACK_TO);

        eventually(() -> get(Person.DANA, "/v1/notes/" + note).then().body("remarks", equalTo(1)));
    }

    @Test
    void whatIsSentAgainAfterwardsUnderTheSameIdCounts() {
        String note = written();
        UUID event = UUID.randomUUID();

        told(note, event, PUT_BACK_TO.plusSeconds(1));
        told(note, event, Instant.now());
        told(note, event, Instant.now());

        String after = written();
        told(after, UUID.randomUUID(), Instant.now());
        eventually(() -> get(Person.DANA, "/v1/notes/" + after).then().body("remarks", equalTo(1)));
        eventually(() -> get(Person.DANA, "/v1/notes/" + note).then().body("remarks", equalTo(1)));
    }

    private double untold() {
        return metrics.find("fieldservice.inbox.messages").tags("topic", HEARD, "outcome", "untold").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private static String written() {
        return post(Person.DANA, "/v1/notes", Map.of("title", "Chiller " + Ids.next()))
                .path("id");
    }

    private static void told(String note, UUID event, Instant at) {
        String payload = "{\"noteId\": \"" + note + "\", \"text\": \"heard\"}";
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(HEARD, null, at.toEpochMilli(), note, payload.getBytes(StandardCharsets.UTF_8));
        message.headers()
                .add(Wire.ID, event.toString().getBytes(StandardCharsets.UTF_8))
                .add(Wire.TYPE, Wire.Message.type(HEARD, 1).getBytes(StandardCharsets.UTF_8));
        Events.publish(message);
    }
}
