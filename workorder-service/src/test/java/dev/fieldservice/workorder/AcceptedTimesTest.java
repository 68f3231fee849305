package dev.fieldservice.workorder;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.testing.StatementCount;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class AcceptedTimesTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private Worker tudor;
    private Worker radu;
    private Job job;

    @BeforeEach
    void twoDriveForHalfAnHourAndWorkForOneWithALunch() {
        tudor = Worker.technician("Tudor");
        radu = Worker.technician("Radu");
        job = Job.assignedTo(tudor, radu);
        tap("travel", 120);
        tap("start", 90);
        job.does("pause", Map.of("reason", "Prânz", "occurredAt", ago(60)));
        tap("resume", 40);
        job.does("complete", Map.of("outcome", "COMPLETE", "occurredAt", ago(10)));
    }

    @Test
    void theTimeOfEachOfACrewIsProposedUntilItIsRecorded() {
        proposals(tudor)
                .body(
                        "proposals.findAll { it.technicianName == 'Tudor' }.kind",
                        equalTo(List.of("TRAVEL", "LABOUR", "BREAK", "LABOUR")))
                .body("proposals.findAll { it.technicianName == 'Radu' }.minutes", equalTo(List.of(30, 30, 20, 30)));

        accept(Map.of("times", List.of(from(120), from(90), from(60), from(40))))
                .statusCode(200)
                .body("timeEntries.kind", equalTo(List.of("TRAVEL", "LABOUR", "BREAK", "LABOUR")))
                .body("timeEntries[0].correction", nullValue());

        proposals(tudor)
                .body("proposals.findAll { it.technicianName == 'Tudor' }", hasSize(0))
                .body("proposals.findAll { it.technicianName == 'Radu' }", hasSize(4));
        accept(Map.of("technicianId", radu.id(), "times", List.of(from(120)))).statusCode(200);
        job.isRead().then().body("timeEntries", hasSize(5));
    }

    @Test
    void aHelperWhoIsTakenOffIsProposedNothingOfWhatTheOthersDoAfterwards() {
        Worker ana = Worker.technician("Ana");
        Worker ilie = Worker.technician("Ilie");
        Job both = Job.assignedTo(ana, ilie);
        both.does("start", Map.of("occurredAt", ago(90)));
        JsonNode alone = both.assigned(both.appointment(), 2, Duration.ofMinutes(60), ana);
        Events.publish(Topics.ORDER_ASSIGNED, both.id(), alone);
        eventually(() -> both.isRead().then().body("technicians", hasSize(1)));
        both.does("complete", Map.of("outcome", "COMPLETE", "occurredAt", ago(10)));

        ana.get(both.path("time-proposals"))
                .then()
                .body("proposals.find { it.technicianName == 'Ana' }.minutes", equalTo(80))
                .body("proposals.findAll { it.technicianName == 'Ilie' }", hasSize(1))
                .body("proposals.find { it.technicianName == 'Ilie' }.minutes", lessThan(60));
    }

    @Test
    void aHelperWhoIsHeardOfAfterTheEndRecordsWhatTheyDidAndDoesNotExamineIt() {
        Worker ana = Worker.technician("Ana");
        Worker ilie = Worker.supervisor("Ilie");
        Job both = Job.assignedTo(ana);
        both.does("start", Map.of("occurredAt", ago(90)));
        both.does("complete", Map.of("outcome", "COMPLETE", "occurredAt", ago(10)));

        JsonNode joined = both.assigned(both.appointment(), 2, Duration.ofMinutes(60), ana, ilie);
        Events.publish(Topics.ORDER_ASSIGNED, both.id(), joined);

        eventually(() -> ana.get(both.path("time-proposals")).then().body("proposals", hasSize(2)));
        ilie.get(both.path("time-proposals"))
                .then()
                .body("proposals.find { it.technicianName == 'Ana' }.minutes", equalTo(80))
                .body("proposals.find { it.technicianName == 'Ilie' }.minutes", allOf(greaterThan(40), lessThan(60)));
        ilie.approves(both, Job.APPROVAL).then().statusCode(403).body("code", equalTo("reviewer-did-the-work"));
    }

    @Test
    void aBreakIsNeitherSignedNorPaidFor() {
        accept(Map.of("times", List.of(from(60)))).statusCode(200);

        String shown = tudor.get(job.path("signing-content")).path("content");
        assertThat(shown).doesNotContain("BREAK");
    }

    @Test
    void whoeverCorrectsAProposalSaysWhy() {
        Map<String, Object> later = Map.of("proposedStart", ago(120), "startedAt", ago(110));
        accept(Map.of("times", List.of(later)))
                .statusCode(422)
                .body("code", equalTo("correction-unexplained"))
                .body("errors[0].pointer", equalTo("/times/0/reason"));
        Map<String, Object> explained =
                Map.of("proposedStart", ago(120), "startedAt", ago(110), "reason", "Am alimentat întâi");

        accept(Map.of("times", List.of(explained)))
                .statusCode(200)
                .body("timeEntries[0].correction.startedAt", equalTo(ago(120)))
                .body("timeEntries[0].correction.reason", equalTo("Am alimentat întâi"));
        proposals(tudor).body("proposals[0].minutes", equalTo(10));
    }

    @Test
    void whatWasNotProposedOrIsRecordedIsNotAccepted() {
        accept(Map.of("times", List.of(from(90)))).statusCode(200);

        accept(Map.of("times", List.of(from(40), from(90))))
                .statusCode(422)
                .body("code", equalTo("not-proposed"))
                .body("errors[0].pointer", equalTo("/times/1/proposedStart"));
        Map<String, Object> over =
                Map.of("proposedStart", ago(60), "startedAt", ago(70), "reason", "Am mâncat mai devreme");
        accept(Map.of("times", List.of(over))).statusCode(409).body("code", equalTo("overlapping-time"));
        job.isRead().then().body("timeEntries", hasSize(1));
    }

    @Test
    void nobodyAcceptsTheTimeOfWhoWasNotThere() {
        accept(Map.of("technicianId", Worker.technician("Ilie").id(), "times", List.of(from(120))))
                .statusCode(422)
                .body("code", equalTo("unknown-reference"));
        Worker.technician("Ilie").get(job.path("time-proposals")).then().statusCode(404);
        Worker.supervisor("Sorin").get(job.path("time-proposals")).then().statusCode(200);
    }

    @Test
    void acceptingManyCostsWhatAcceptingOneDoes() {
        Background.reportsAreMade();

        List<String> statements =
                StatementCount.during(() -> accept(Map.of("times", List.of(from(120), from(90), from(60), from(40))))
                        .statusCode(200));

        assertThat(statements).hasSizeLessThanOrEqualTo(9);
    }

    private void tap(String step, int minutes) {
        job.does(step, Map.of("occurredAt", ago(minutes)));
    }

    private static String ago(int minutes) {
        return NOW.minus(Duration.ofMinutes(minutes)).toString();
    }

    private static Map<String, Object> from(int minutes) {
        return Map.of("proposedStart", ago(minutes));
    }

    @CanIgnoreReturnValue
    private ValidatableResponse proposals(Worker reader) {
        return reader.get(job.path("time-proposals")).then().statusCode(200);
    }

    @CanIgnoreReturnValue
    private ValidatableResponse accept(Map<String, Object> body) {
        return tudor.post(job.path("time-proposals/accept"), body).then();
    }
}
