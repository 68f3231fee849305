package dev.fieldservice.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An hour of a person is recorded once, whatever the order. */
@QuarkusTest
@WithTestResource(RealServers.class)
class HoursTest {

    private static final Map<String, Object> WHY = Map.of("reason", "Urgență");

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private Worker tudor;
    private Job chiller;
    private Job bakery;

    @BeforeEach
    void tudorHasTwoJobs() {
        tudor = Worker.technician("Tudor");
        chiller = begun(tudor);
        bakery = begun(tudor);
    }

    @Test
    void theSameHourIsNotWorkedOnTwoOrders() {
        chiller.does("time-entries", labour(60, 0));

        tudor.post(bakery.path("time-entries"), labour(30, 0))
                .then()
                .statusCode(409)
                .body("code", equalTo("overlapping-time"))
                .body("detail", containsString(chiller.isRead().path("number")));
        bakery.does("time-entries", labour(90, 60));
    }

    @Test
    void whoMayNotSeeTheOtherOrderIsNotToldWhichItIs() {
        Worker teodora = Worker.technician("Teodora");
        Job both = Job.assignedTo(teodora, tudor);
        both.began(Duration.ofHours(3));
        chiller.does("time-entries", labour(60, 0));

        teodora.post(both.path("time-entries"), labourOf(tudor, 60, 0))
                .then()
                .statusCode(409)
                .body("detail", containsString("on another work order"))
                .body(
                        "detail",
                        not(containsString(chiller.isRead().path("number").toString())));
    }

    @Test
    void ofSixteenWhoRecordOneHourOnTwoOrdersAtOnceOneWins() {
        List<Job> jobs = IntStream.range(0, 16)
                .mapToObj(n -> n % 2 == 0 ? chiller : bakery)
                .toList();

        List<Integer> answers = Crowd.all(
                jobs, job -> tudor.post(job.path("time-entries"), labour(60, 0)).statusCode());

        assertThat(answers).containsOnlyOnce(200);
        assertThat(answers).allMatch(status -> status == 200 || status == 409);
        assertThat(Tables.count("time_entry where technician_id = '" + tudor.id() + "'"))
                .isOne();
    }

    @Test
    void theDatabaseItselfRefusesAnHourThatIsRecordedTwice() {
        insert(chiller, 60, "now()");

        assertThatThrownBy(() -> insert(bakery, 30, "now()")).hasMessageContaining("time_entry_no_overlap");
    }

    @Test
    void whatWasRecordedTwiceBeforeThereWasThisRuleIsKept() throws IOException {
        Tables.change("alter table time_entry drop constraint time_entry_no_overlap");
        UUID first = insert(chiller, 60, "now() - interval '3 hours'");
        UUID second = insert(bakery, 30, "now() - interval '2 hours'");

        Tables.change(fromTheMigration("V6__an_hour_of_a_person.sql", "update time_entry"));
        Tables.change(fromTheMigration("V8__what_was_taken_back.sql", "alter table time_entry\n    add constraint"));

        assertThat(Tables.count("time_entry where not exempt and id = '" + first + "'"))
                .isOne();
        assertThat(Tables.count("time_entry where exempt and id = '" + second + "'"))
                .isOne();
        tudor.post(bakery.path("time-entries"), labour(30, 0)).then().statusCode(409);
    }

    /** One statement of it. */
    private static String fromTheMigration(String name, String start) throws IOException {
        try (InputStream script = HoursTest.class.getResourceAsStream("/db/migration/" + name)) {
            String sql = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            return sql.substring(sql.indexOf(start), sql.indexOf(';', sql.indexOf(start)));
        }
    }

    @CanIgnoreReturnValue
    private UUID insert(Job job, int minutes, String recordedAt) {
        UUID id = Ids.next();
        Tables.change(
                "insert into time_entry (id, work_order_id, technician_id, technician_name, kind, started_at, ended_at,"
                        + " recorded_by, recorded_at) values ('%s', '%s', '%s', 'Tudor', 'LABOUR', '%s', '%s', '%s', %s)"
                                .formatted(
                                        id,
                                        job.id(),
                                        tudor.id(),
                                        now.minus(Duration.ofMinutes(minutes)),
                                        now,
                                        tudor.id(),
                                        recordedAt));
        return id;
    }

    private static Job begun(Worker technician) {
        Job job = Job.assignedTo(technician);
        job.began(Duration.ofHours(3));
        job.does("pause", WHY);
        return job;
    }

    /** From so many minutes ago until so many. */
    private Map<String, Object> labour(int from, int to) {
        return labourOf(tudor, from, to);
    }

    private Map<String, Object> labourOf(Worker technician, int from, int to) {
        return Map.of(
                "kind",
                "LABOUR",
                "technicianId",
                technician.id(),
                "startedAt",
                now.minus(Duration.ofMinutes(from)).toString(),
                "endedAt",
                now.minus(Duration.ofMinutes(to)).toString());
    }
}
