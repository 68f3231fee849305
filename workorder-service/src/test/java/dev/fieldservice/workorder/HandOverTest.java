package dev.fieldservice.workorder;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.contracts.Role;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody who has begun a job falls ill, or their van breaks down. */
@QuarkusTest
@WithTestResource(RealServers.class)
class HandOverTest {

    private static final Worker DANA = new Worker(Ids.next(), "Dana", Role.DISPATCHER);
    private static final Worker SORIN = Worker.supervisor("Sorin");
    private static final Map<String, Object> ILL = Map.of("reason", "Tudor s-a accidentat.");

    private Worker tudor;
    private Worker teodora;
    private Job job;

    @BeforeEach
    void tudorHasTheJobAndTeodoraIsFree() {
        tudor = Worker.technician("Tudor");
        teodora = Worker.technician("Teodora");
        job = Job.assignedTo(tudor);
    }

    @Test
    void somebodyElseGoesOnAndWhatWasDoneStays() {
        job.began(Duration.ofHours(2));
        job.does("parts", Van.knownTo(job).refrigerant("1.5"));
        job.does("time-entries", anHourOfLabour());

        DANA.post(job.path("hand-over"), ILL)
                .then()
                .statusCode(200)
                .body("state", equalTo("COMPLETED"))
                .body("visitState", equalTo("PARTIALLY_COMPLETED"));
        job.isRead().then().body("outcome", equalTo("INCOMPLETE")).body("followUpRequired", equalTo(true));
        Job.assignedTo(tudor).does("start");
        UUID next = Ids.next();
        Events.publish(Topics.ORDER_ASSIGNED, job.id(), job.assigned(next, 2, teodora));
        eventually(() -> teodora.get(job.path()).then().statusCode(200));
        teodora.post(job.path("start"), Map.of()).then().statusCode(200);
        teodora.get(job.path()).then().body("usages", hasSize(1));
        teodora.post(job.path("complete"), Map.of("outcome", "COMPLETE")).then().statusCode(200);
        SORIN.approves(job, Job.APPROVAL).then().statusCode(200);

        JsonNode billed = Events.awaitOne(Topics.JOB_CLOSED, job.id());
        assertThat(billed.at("/usages")).hasSize(1);
        assertThat(billed.at("/labour/0/technicianId").asText())
                .isEqualTo(tudor.id().toString());
    }

    @Test
    void whoeverWasRelievedRecordsWhatHappenedInTheirVisitUntilTheJobIsClosed() {
        job.began(Duration.ofHours(2));
        Van van = Van.knownTo(job);
        DANA.post(job.path("hand-over"), ILL).then().statusCode(200);
        String afterwards = job.does("parts", van.refrigerant("1.5")).path("usage.id");
        Events.publish(Topics.ORDER_ASSIGNED, job.id(), job.assigned(Ids.next(), 2, teodora));
        eventually(() -> teodora.get(job.path()).then().statusCode(200));

        tudor.get(job.path()).then().body("allowedCommands", hasSize(0));
        teodora.get(job.path()).then().body("allowedCommands", hasItem("start"));
        job.does("time-entries", anHourOfLabour());
        job.does("parts", van.refrigerant("0.5"));
        job.does("parts/" + afterwards + "/reverse", Map.of("reason", "Era a doua butelie"));
        job.does("comments", Map.of("text", "Vana era deja fisurată."));
        tudor.get("/v1/work-orders").then().body("items.id", hasItem(job.id().toString()));
        teodora.post(job.path("parts"), borrowed(van)).then().statusCode(409);
        teodora.post(job.path("start"), Map.of()).then().statusCode(200);
        teodora.post(job.path("complete"), Map.of("outcome", "COMPLETE")).then().statusCode(200);
        job.does("parts", van.refrigerant("0.25"));
        SORIN.approves(job, Job.APPROVAL).then().statusCode(200);

        tudor.post(job.path("parts"), van.refrigerant("1")).then().statusCode(409);
        tudor.post(job.path("time-entries"), anHourOfLabour()).then().statusCode(409);
        tudor.get(job.path()).then().statusCode(200);
        tudor.get("/v1/work-orders").then().body("items", hasSize(0));
        JsonNode billed = Events.awaitOne(Topics.JOB_CLOSED, job.id());
        assertThat(billed.at("/usages")).hasSize(2);
        assertThat(billed.at("/labour")).hasSize(1);
    }

    @Test
    void theStepsAndTheSignatureAreOfWhoeverHasTheJobNow() {
        job.does("start");
        DANA.post(job.path("hand-over"), ILL).then().statusCode(200);
        Events.publish(Topics.ORDER_ASSIGNED, job.id(), job.assigned(Ids.next(), 2, teodora));
        eventually(() -> teodora.get(job.path()).then().statusCode(200));

        for (String step : List.of("start", "travel")) {
            tudor.post(job.path(step), Map.of()).then().statusCode(403).body("code", equalTo("not-assigned"));
        }
        tudor.post(job.path("signature"), Map.of("outcome", "ABSENT", "reason", "Nimeni"))
                .then()
                .statusCode(403);
    }

    @Test
    void whoeverHasTheJobNowPutsAllOfItRightAndOthersOnlyWhatIsTheirs() {
        job.does("start");
        Van van = Van.knownTo(job);
        String first = job.does("parts", van.refrigerant("1.5")).path("usage.id");
        DANA.post(job.path("hand-over"), ILL).then().statusCode(200);
        Events.publish(Topics.ORDER_ASSIGNED, job.id(), job.assigned(Ids.next(), 2, teodora));
        eventually(() -> teodora.get(job.path()).then().statusCode(200));
        teodora.post(job.path("start"), Map.of()).then().statusCode(200);
        String second =
                teodora.post(job.path("parts"), borrowed(van)).then().extract().path("usage.id");

        tudor.post(job.path("parts/" + second + "/reverse"), ILL)
                .then()
                .statusCode(403)
                .body("code", equalTo("recorded-by-another"));
        teodora.post(job.path("parts/" + first + "/reverse"), ILL).then().statusCode(200);
    }

    @Test
    void whoLostTheJobBeforeSettingOutHasNothingToRecordAndSeesNothing() {
        job.assign(2, teodora);
        eventually(() -> teodora.get(job.path()).then().statusCode(200));

        tudor.get(job.path()).then().statusCode(404);
        tudor.post(job.path("comments"), Map.of("text", "?")).then().statusCode(404);
    }

    @Test
    void dispatchHearsOfItAsOfAnyVisitThatNeedsAnother() {
        job.does("start");
        job.does("pause", Map.of("reason", "Amețeală"));
        DANA.post(job.path("hand-over"), ILL).then().statusCode(200);

        JsonNode visit = Events.await(Topics.VISIT_PROGRESSED, job.id(), 3).getLast();
        assertThat(visit.at("/state").asText()).isEqualTo("PARTIALLY_COMPLETED");
        assertThat(visit.at("/technicianId").asText()).isEqualTo(tudor.id().toString());
        assertThat(visit.at("/reason").asText()).contains("accidentat");
        JsonNode report = Events.awaitOne(Topics.JOB_COMPLETED, job.id());
        assertThat(report.at("/outcome").asText()).isEqualTo("INCOMPLETE");
        assertThat(report.at("/followUpRequired").asBoolean()).isTrue();
        assertThat(report.at("/appointmentId").asText())
                .isEqualTo(job.appointment().toString());
    }

    @Test
    void aTripThatDoesNotArriveIsHandedOverToo() {
        job.does("travel");

        SORIN.post(job.path("hand-over"), Map.of("reason", "Pană pe A1"))
                .then()
                .statusCode(200)
                .body("visitState", equalTo("PARTIALLY_COMPLETED"));
        Job.assignedTo(tudor).does("travel");
        Events.publish(Topics.ORDER_ASSIGNED, job.id(), job.assigned(Ids.next(), 2, teodora));
        eventually(() -> teodora.get(job.path()).then().statusCode(200).body("state", equalTo("ASSIGNED")));
    }

    @Test
    void theWorkThatThePhoneTellsAfterTheHandOverIsRecordedWhoeverGoesNext() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        job.does("travel", Map.of("occurredAt", now.minusSeconds(7200).toString()));
        DANA.post(job.path("hand-over"), ILL).then().statusCode(200);
        job.does("parts", Van.knownTo(job).refrigerant("0.5"));
        Events.publish(Topics.ORDER_ASSIGNED, job.id(), job.assigned(Ids.next(), 2, teodora));
        eventually(() -> teodora.get(job.path()).then().statusCode(200));

        String start = now.minusSeconds(5400).toString();
        job.does("start", Map.of("occurredAt", start)).then().body("visitState", equalTo("ASSIGNED"));

        job.isRead().then().body("visits[0].start.occurredAt", equalTo(start));
        assertThat(job.history(SORIN)).contains("LATE_START");
        tudor.post(job.path("start"), Map.of()).then().statusCode(403);
        tudor.post(job.path("start"), Map.of("occurredAt", now.plusSeconds(60).toString()))
                .then()
                .statusCode(403);
    }

    @Test
    void whatThePhoneSaysAfterTheHandOverIsLeftIsToldToThePlannersAndSeenByWhoeverGoesNext() {
        job.began(Duration.ofHours(2));
        Van van = Van.knownTo(job);
        DANA.post(job.path("hand-over"), ILL).then().statusCode(200);

        tudor.post(job.path("complete"), left("COMPLETE", van)).then().statusCode(422);
        job.does("complete", left("INCOMPLETE", van)).then().body("state", equalTo("COMPLETED"));

        JsonNode told = Events.await(Topics.JOB_COMPLETED, job.id(), 2).getLast();
        assertThat(told.at("/amended").asBoolean()).isTrue();
        assertThat(told.at("/followUpRequired").asBoolean()).isTrue();
        assertThat(told.at("/leftOpen/0").asText()).isEqualTo("Proba de etanșeitate");
        assertThat(told.at("/partsNeeded/0/partNumber").asText()).isEqualTo("R-449A");
        List<String> said = SORIN.get(job.path("history")).path("items.reason");
        assertThat(said)
                .anySatisfy(words -> assertThat(words).contains("Am plecat", "Proba de etanșeitate", "2.5", "R-449A"));
        Events.publish(Topics.ORDER_ASSIGNED, job.id(), job.assigned(Ids.next(), 2, teodora));
        eventually(() -> teodora.get(job.path()).then().body("leftOver.leftOpen", hasItem("Proba de etanșeitate")));
    }

    @Test
    void whatIsLeftReachesWhoeverGoesNextAlsoWhereThatWasPlannedBeforeThePhoneToldIt() {
        job.began(Duration.ofHours(2));
        Van van = Van.knownTo(job);
        DANA.post(job.path("hand-over"), ILL).then().statusCode(200);
        Events.publish(Topics.ORDER_ASSIGNED, job.id(), job.assigned(Ids.next(), 2, teodora));
        eventually(() -> teodora.get(job.path()).then().statusCode(200));

        job.does("complete", left("INCOMPLETE", van)).then().body("state", equalTo("ASSIGNED"));

        teodora.get(job.path()).then().body("leftOver.leftOpen", hasItem("Proba de etanșeitate"));
        teodora.post(job.path("start"), Map.of()).then().statusCode(200);
        teodora.post(job.path("complete"), Map.of("outcome", "INCOMPLETE", "leftOpen", List.of("Vopsit")))
                .then()
                .statusCode(200);
        job.does("complete", left("INCOMPLETE", van));
        teodora.get(job.path()).then().body("leftOver.leftOpen", equalTo(List.of("Vopsit")));
    }

    @Test
    void whatNobodyHasSetOutForIsPlannedAnewInstead() {
        DANA.post(job.path("hand-over"), ILL).then().statusCode(409).body("allowedCommands", nullValue());
        job.does("start");
        job.does("complete", Map.of("outcome", "COMPLETE"));
        DANA.post(job.path("hand-over"), ILL).then().statusCode(409);
        Job withdrawn = Job.assignedTo(teodora);
        withdrawn.unassign(2, teodora);
        eventually(() -> teodora.get(withdrawn.path()).then().statusCode(404));
        DANA.post(withdrawn.path("hand-over"), ILL).then().statusCode(409);
        assertThat(Events.await(Topics.JOB_COMPLETED, job.id(), 1)).hasSize(1);
    }

    @Test
    void techniciansDoNotHandOverByThemselves() {
        job.does("start");

        tudor.post(job.path("hand-over"), ILL).then().statusCode(403);
        job.isRead().then().body("state", equalTo("IN_PROGRESS"));
    }

    /** Said an hour ago. */
    private static Map<String, Object> left(String outcome, Van van) {
        return Map.of(
                "outcome",
                outcome,
                "remark",
                "Am plecat",
                "leftOpen",
                List.of("Proba de etanșeitate"),
                "partsNeeded",
                List.of(van.refrigerant("2.500")),
                "occurredAt",
                Instant.now().minus(1, ChronoUnit.HOURS).toString());
    }

    private static Map<String, Object> borrowed(Van van) {
        Map<String, Object> usage = new HashMap<>(van.refrigerant("1"));
        usage.put("stockLocationId", Van.shelf());
        return usage;
    }

    private static Map<String, Object> anHourOfLabour() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return Map.of(
                "kind", "LABOUR", "startedAt", now.minus(1, ChronoUnit.HOURS).toString(), "endedAt", now.toString());
    }
}
