package dev.fieldservice.workorder;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much can be recorded on one work order. */
@QuarkusTest
@WithTestResource(RealServers.class)
class EntriesTest {

    private static final Map<String, Object> LAST = Map.of("text", "Ultimul");
    private static final Map<String, Object> WHY = Map.of("reason", "Aștept cheia");

    private Worker tudor;
    private Job job;
    private String thisOne;

    @BeforeEach
    void tudorWorks() {
        tudor = Worker.technician("Tudor");
        job = Job.assignedTo(tudor);
        job.does("start");
        thisOne = " where id = '" + job.id() + "'";
    }

    @Test
    void aWorkOrderThatIsFullTakesNothingMoreAndCanStillBeCompleted() {
        job.does("comments", LAST);
        assertThat(Tables.count("work_order" + thisOne + " and entries = 1")).isOne();
        Tables.change("update work_order set entries = 999" + thisOne);

        job.does("comments", LAST);
        tudor.post(job.path("comments"), LAST).then().statusCode(422).body("code", equalTo("too-many-entries"));
        tudor.post(job.path("signature"), Map.of("outcome", "ABSENT", "reason", "A plecat"))
                .then()
                .statusCode(422);
        job.does("complete", Map.of("outcome", "COMPLETE"));
    }

    @Test
    void aWrongPartIsTakenBackAlsoFromAWorkOrderThatIsFull() {
        Van van = Van.knownTo(job);
        String wrong = job.does("parts", van.refrigerant("1")).path("usage.id");
        Tables.change("update work_order set entries = 1000" + thisOne);
        tudor.post(job.path("parts"), van.refrigerant("1")).then().statusCode(422);

        job.does("parts/" + wrong + "/reverse", Map.of("reason", "Greșit"));

        assertThat(Tables.count("work_order" + thisOne + " and entries = 1000")).isOne();
    }

    @Test
    void whatWasRecordedBeforeThereWasACountIsCounted() throws IOException {
        Van van = Van.knownTo(job);
        String usage = job.does("parts", van.refrigerant("1")).path("usage.id");
        job.does("parts/" + usage + "/reverse", Map.of("reason", "Greșit"));
        job.does("comments", LAST);
        job.does("signature", Map.of("outcome", "ABSENT", "reason", "A plecat"));
        Tables.change("update work_order set entries = 0" + thisOne);

        Tables.change(fromTheMigration());

        assertThat(Tables.count("work_order" + thisOne + " and entries = 4")).isOne();
    }

    @Test
    void aPhoneThatPausesWithoutEndIsRefusedAndTheVisitGoesOnAndEnds() {
        hasTaken(198);

        job.does("pause", WHY);
        job.does("resume");
        tudor.post(job.path("pause"), WHY).then().statusCode(422).body("code", equalTo("too-many-steps"));

        job.isRead().then().body("visitState", equalTo("IN_PROGRESS"));
        job.does("complete", Map.of("outcome", "COMPLETE"));
    }

    @Test
    void whoTurnsBackWithoutEndIsRefusedAndMayStillArriveOrSayThatTheyCannot() {
        job = Job.assignedTo(Worker.technician("Teodora"));
        job.does("travel");
        hasTaken(199);

        job.does("turn-back", WHY);
        job.does("travel");
        job.technician().post(job.path("turn-back"), WHY).then().statusCode(422);

        job.does("abort", WHY);
    }

    @Test
    void whatIsToldLateOfOneVisitHasAnEndAsWell() {
        Worker teodora = Worker.technician("Teodora");
        Job taken = Job.assignedTo(teodora);
        Instant now = Instant.now();
        Events.publish(
                Topics.ORDER_ASSIGNED,
                taken.id(),
                taken.assigned(taken.appointment(), 2, Duration.ofMinutes(60), Worker.technician("Radu")));
        eventually(() -> teodora.get(taken.path()).then().statusCode(404));
        Tables.change("update visit set stretches = (select jsonb_build_object('items', jsonb_agg(jsonb_build_object("
                + "'who', jsonb_build_array(gen_random_uuid()), 'begun', '" + now + "', 'ended', '" + now
                + "', 'worked', false))) from generate_series(1, 199)), begun_at = '" + now + "', last_step_at = '"
                + now
                + "', participants = '{\"people\": []}' where appointment_id = '" + taken.appointment() + "'");

        taken.does("travel", at(now, 180));
        taken.does("turn-back", told(now, 170));
        teodora.post(taken.path("travel"), at(now, 160)).then().statusCode(422).body("code", equalTo("too-many-steps"));
    }

    private static Map<String, Object> at(Instant now, int minutesAgo) {
        return Map.of("occurredAt", now.minus(Duration.ofMinutes(minutesAgo)).toString());
    }

    private static Map<String, Object> told(Instant now, int minutesAgo) {
        Map<String, Object> told = new HashMap<>(at(now, minutesAgo));
        told.putAll(WHY);
        return told;
    }

    /** So many steps, the last of them again and again. */
    private void hasTaken(int steps) {
        Tables.change("update visit set steps = (select jsonb_build_object('items', jsonb_agg(step)) from"
                + " (select steps -> 'items' -> -1 as step from generate_series(1, " + steps + ")) again)"
                + " where appointment_id = '" + job.appointment() + "'");
    }

    private static String fromTheMigration() throws IOException {
        try (InputStream script = EntriesTest.class.getResourceAsStream("/db/migration/V4__how_much_is_recorded.sql")) {
            String sql = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            return sql.substring(sql.indexOf("update work_order"));
        }
    }
}
