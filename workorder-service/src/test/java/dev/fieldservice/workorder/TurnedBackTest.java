package dev.fieldservice.workorder;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody who has set out turns back, finds nobody, or one of a crew cannot go. */
@QuarkusTest
@WithTestResource(RealServers.class)
class TurnedBackTest {

    private static final Map<String, Object> CALLED_AWAY = Map.of("reason", "Chemat la o urgență");
    private static final Map<String, Object> NOBODY = Map.of("reason", "Nu era nimeni", "position", Job.BY_THE_RAMP);

    private Worker tudor;
    private Worker teodora;
    private Job job;

    @BeforeEach
    void tudorHasTheJob() {
        tudor = Worker.technician("Tudor");
        teodora = Worker.technician("Teodora");
        job = Job.assignedTo(tudor);
    }

    @Test
    void whoeverTurnsBackIsFreeAndStillHasTheJob() {
        job.does("travel");
        job.isRead().then().body("allowedCommands", hasItems("arrive", "start", "turn-back", "abort"));

        job.does("turn-back", CALLED_AWAY)
                .then()
                .body("state", equalTo("ASSIGNED"))
                .body("visitState", equalTo("ACCEPTED"));
        job.isRead().then().body("visits[0].travel", nullValue());
        Job urgent = Job.assignedTo(tudor);
        urgent.does("travel");
        urgent.does("start");
        urgent.does("complete", Map.of("outcome", "COMPLETE"));
        job.does("travel");
        job.does("arrive");
        job.does("turn-back", CALLED_AWAY);

        List<JsonNode> steps = Events.await(Topics.VISIT_PROGRESSED, job.id(), 5);
        assertThat(steps)
                .extracting(step -> step.at("/state").asText())
                .containsExactly("TRAVELLING", "ACCEPTED", "TRAVELLING", "ON_SITE", "ACCEPTED");
        assertThat(steps.get(1).at("/reason").asText()).isEqualTo("Chemat la o urgență");
    }

    @Test
    void theDriveThatLedToNothingCanBeRecordedWhoeverGoesNext() {
        String from = Instant.now().minusSeconds(3600).toString();
        job.does("travel", Map.of("occurredAt", from));
        job.does("turn-back", CALLED_AWAY);
        job.assign(2, teodora);
        eventually(() -> teodora.get(job.path()).then().statusCode(200));
        teodora.post(job.path("travel"), Map.of()).then().statusCode(200);

        job.does(
                "time-entries",
                Map.of(
                        "kind",
                        "TRAVEL",
                        "startedAt",
                        from,
                        "endedAt",
                        Instant.now().toString()));
    }

    @Test
    void theDaysBetweenATapByMistakeAndTheVisitAreNobodysHours() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Job monday = Job.of(tudor);
        Events.publish(
                Topics.ORDER_ASSIGNED,
                monday.id(),
                monday.assigned(monday.appointment(), 1, Duration.ofDays(4), tudor));
        monday.awaitOnPhone();
        monday.does("travel", Map.of("occurredAt", hoursBefore(now, 72)));
        monday.does("turn-back", Map.of("reason", "Din greșeală", "occurredAt", hoursBefore(now, 71)));
        monday.assign(2, teodora);
        eventually(() -> teodora.get(monday.path()).then().statusCode(200));
        teodora.post(monday.path("start"), Map.of("occurredAt", hoursBefore(now, 1)))
                .then()
                .statusCode(200);

        teodora.post(monday.path("time-entries"), time("LABOUR", hoursBefore(now, 48), hoursBefore(now, 40)))
                .then()
                .statusCode(422)
                .body("code", equalTo("outside-visit"));
        teodora.post(monday.path("time-entries"), time("LABOUR", hoursBefore(now, 1), now.toString()))
                .then()
                .statusCode(200);
        monday.does("time-entries", time("TRAVEL", hoursBefore(now, 72), hoursBefore(now, 71)));
    }

    private static String hoursBefore(Instant when, int hours) {
        return when.minus(Duration.ofHours(hours)).toString();
    }

    private static Map<String, Object> time(String kind, String from, String to) {
        return Map.of("kind", kind, "startedAt", from, "endedAt", to);
    }

    @Test
    void aVisitThatFoundNobodyAsksForAnother() {
        job.does("arrive");

        job.does("abort", NOBODY)
                .then()
                .body("state", equalTo("COMPLETED"))
                .body("visitState", equalTo("CANNOT_COMPLETE"));
        job.isRead().then().body("outcome", equalTo("CANNOT_COMPLETE")).body("followUpRequired", equalTo(true));
        JsonNode report = Events.awaitOne(Topics.JOB_COMPLETED, job.id());
        assertThat(report.at("/followUpRequired").asBoolean()).isTrue();
        assertThat(Events.await(Topics.VISIT_PROGRESSED, job.id(), 2)
                        .getLast()
                        .at("/reason")
                        .asText())
                .isEqualTo("Nu era nimeni");
        Worker.supervisor("Sorin").approves(job, Job.APPROVAL).then().statusCode(422);
        Events.publish(Topics.ORDER_ASSIGNED, job.id(), job.assigned(Ids.next(), 2, teodora));
        eventually(() -> teodora.get(job.path()).then().statusCode(200).body("state", equalTo("ASSIGNED")));
        teodora.post(job.path("start"), Map.of()).then().statusCode(200);
    }

    @Test
    void onceWorkHasBegunItIsPausedOrCompletedAndNotTurnedBackFrom() {
        job.does("start");

        tudor.post(job.path("turn-back"), CALLED_AWAY).then().statusCode(409);
        tudor.post(job.path("abort"), NOBODY).then().statusCode(409);
        tudor.post(job.path("abort"), Map.of()).then().statusCode(400);
    }

    @Test
    void oneOfACrewDropsOutAndTheOthersStillGo() {
        Job both = Job.assignedTo(tudor, teodora);

        teodora.post(both.path("reject"), Map.of("reason", "Gripă"))
                .then()
                .statusCode(200)
                .body("visitState", equalTo("ASSIGNED"));
        teodora.get(both.path()).then().statusCode(404);
        both.isRead().then().body("technicians", hasSize(1));
        JsonNode told = Events.awaitOne(Topics.VISIT_PROGRESSED, both.id());
        assertThat(told.at("/state").asText()).isEqualTo("REJECTED");
        assertThat(told.at("/crewGoesOn").asBoolean()).isTrue();
        assertThat(told.at("/assignmentVersion").asInt()).isEqualTo(1);
        assertThat(told.at("/technicianId").asText()).isEqualTo(teodora.id().toString());
        both.does("accept");
        both.assign(2, tudor);
        eventually(() -> both.isRead().then().body("assignmentVersion", equalTo(2)));
        both.isRead().then().body("visitState", equalTo("ACCEPTED"));
        both.does("start");
        assertThat(Events.await(Topics.VISIT_PROGRESSED, both.id(), 3)
                        .getLast()
                        .at("/assignmentVersion")
                        .asInt())
                .as("the newest decision that was known")
                .isEqualTo(2);
    }

    @Test
    void withoutItsLeadNobodyGoes() {
        Job both = Job.assignedTo(tudor, teodora);

        both.does("reject", Map.of("reason", "Gripă")).then().body("visitState", equalTo("REJECTED"));
        assertThat(Events.awaitOne(Topics.VISIT_PROGRESSED, both.id()).has("crewGoesOn"))
                .isFalse();
    }
}
