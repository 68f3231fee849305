package dev.fieldservice.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How far the driver drove is recorded with the time of the journey. */
@QuarkusTest
@WithTestResource(RealServers.class)
class KilometresTest {

    private static final Worker SORIN = Worker.supervisor("Sorin");

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private Worker tudor;
    private Job job;

    @BeforeEach
    void somebodyHasDrivenThere() {
        tudor = Worker.technician("Tudor");
        job = Job.assignedTo(tudor);
        job.does("travel", Map.of("occurredAt", now.minus(Duration.ofHours(2)).toString()));
        job.does("start", Map.of("occurredAt", now.minus(Duration.ofHours(1)).toString()));
    }

    @Test
    void theyAreSignedReportedToFinanceAndPutRightByRecordingAnew() {
        String wrong = recorded("TRAVEL", 120, 90, "81.5")
                .then()
                .statusCode(200)
                .body("timeEntry.kilometres", equalTo("81.5"))
                .extract()
                .path("timeEntry.id");
        job.does("time-entries/" + wrong + "/reverse", Map.of("reason", "18,5, nu 81,5"));
        recorded("TRAVEL", 120, 90, "18.5").then().statusCode(200);
        recorded("LABOUR", 60, 30, null).then().statusCode(200).body("timeEntry.kilometres", nullValue());

        assertThat(tudor.get(job.path("signing-content")).<String>path("content"))
                .contains("\"kilometres\":\"18.5\"")
                .doesNotContain("81.5");
        job.does("complete", Map.of("outcome", "COMPLETE"));
        SORIN.approves(job, Job.APPROVAL).then().statusCode(200);

        JsonNode closed = Events.awaitOne(Topics.JOB_CLOSED, job.id());
        assertThat(closed.at("/labour").findValuesAsText("kilometres")).containsExactly("18.5");
        assertThat(closed.at("/labour/0/kind").asText()).isEqualTo("TRAVEL");
    }

    @Test
    void theyAreSaidWithWhatTheStepsProposeAndNeedNoReason() {
        String proposed = tudor.get(job.path("time-proposals")).path("proposals[0].startedAt");

        job.does(
                        "time-proposals/accept",
                        Map.of("times", List.of(Map.of("proposedStart", proposed, "kilometres", "42"))))
                .then()
                .body("timeEntries.kilometres", contains("42.0"))
                .body("timeEntries[0].correction", nullValue());
    }

    @Test
    void whatCannotBeIsRefused() {
        refused("LABOUR", "10", 422, "no-journey");
        refused("TRAVEL", "100.1", 422, "implausible-distance");
        refused("TRAVEL", "0", 400, "invalid");
        refused("TRAVEL", "2001", 400, "invalid");
        refused("TRAVEL", "1.25", 400, "invalid");
        recorded("TRAVEL", 120, 90, "100").then().statusCode(200);
    }

    /** In half an hour. */
    private void refused(String kind, String kilometres, int status, String code) {
        recorded(kind, 120, 90, kilometres)
                .then()
                .statusCode(status)
                .body(status == 400 ? "errors[0].pointer" : "code", equalTo(status == 400 ? "/kilometres" : code));
    }

    private Response recorded(String kind, int from, int to, String kilometres) {
        Map<String, Object> entry = new HashMap<>(Map.of(
                "kind",
                kind,
                "startedAt",
                now.minus(Duration.ofMinutes(from)).toString(),
                "endedAt",
                now.minus(Duration.ofMinutes(to)).toString()));
        if (kilometres != null) {
            entry.put("kilometres", kilometres);
        }
        return tudor.post(job.path("time-entries"), entry);
    }
}
