package dev.fieldservice.workorder;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class FollowUpTest {

    private static final Worker SORIN = Worker.supervisor("Sorin");

    private Worker tudor;
    private Worker teodora;

    @BeforeEach
    void twoTechniciansAreFree() {
        tudor = Worker.technician("Tudor");
        teodora = Worker.technician("Teodora");
    }

    @Test
    void aFollowUpIsANewVisitOfTheSameWorkOrder() {
        Job job = Job.assignedTo(tudor);
        job.does("start");
        job.does("complete", Map.of("outcome", "INCOMPLETE", "remark", "Lipsește compresorul."));
        job.isRead().then().body("followUpRequired", equalTo(true));
        UUID secondVisit = Ids.next();

        Events.publish(Topics.ORDER_ASSIGNED, job.id(), job.assigned(secondVisit, 2, teodora));
        eventually(() -> teodora.get(job.path()).then().statusCode(200).body("state", equalTo("ASSIGNED")));
        teodora.get(job.path())
                .then()
                .body("visits", hasSize(2))
                .body("visits[0].state", equalTo("PARTIALLY_COMPLETED"))
                .body("appointmentId", equalTo(secondVisit.toString()))
                .body("followUpRequired", equalTo(false))
                .body("review.state", equalTo("NOT_REQUIRED"));
        teodora.post(job.path("start"), Map.of()).then().statusCode(200);
        JsonNode progress = Events.await(Topics.VISIT_PROGRESSED, job.id(), 3).get(2);
        assertThat(progress.at("/appointmentId").asText()).isEqualTo(secondVisit.toString());
        assertThat(progress.at("/progressVersion").asInt()).isEqualTo(3);
    }

    @Test
    void aFollowUpThatIsTakenBackLeavesTheWorkAlreadyDoneToBeReviewedAndBilled() {
        Job job = Job.assignedTo(tudor);
        job.does("start");
        job.does("parts", Van.knownTo(job).refrigerant("1.5"));
        job.does("complete", Map.of("outcome", "INCOMPLETE"));
        UUID followUp = Ids.next();
        Events.publish(Topics.ORDER_ASSIGNED, job.id(), job.assigned(followUp, 2, teodora));
        eventually(() -> teodora.get(job.path()).then().statusCode(200));

        job.unassign(3, teodora);
        eventually(() -> job.isRead()
                .then()
                .statusCode(200)
                .body("state", equalTo("COMPLETED"))
                .body("visitState", equalTo("PARTIALLY_COMPLETED"))
                .body("appointmentId", equalTo(job.appointment().toString()))
                .body("outcome", equalTo("INCOMPLETE"))
                .body("followUpRequired", equalTo(true))
                .body("review.state", equalTo("PENDING"))
                .body("technicians[0].name", equalTo("Tudor"))
                .body("visits[1].state", equalTo("CANCELLED")));
        teodora.get(job.path()).then().statusCode(404);
        assertThat(job.history(SORIN)).contains("WITHDRAW_FOLLOW_UP").doesNotContain("CANCEL");

        SORIN.approves(job, Map.of("waiveFollowUp", true, "signatureRemark", "Nimeni la fața locului"))
                .then()
                .statusCode(200)
                .body("state", equalTo("CLOSED"));
        JsonNode billed = Events.awaitOne(Topics.JOB_CLOSED, job.id());
        assertThat(billed.at("/outcome").asText()).isEqualTo("INCOMPLETE");
        assertThat(billed.at("/usages")).hasSize(1);
    }

    @Test
    void whatIsLeftIsToldToThePlannersAndSeenByWhoeverGoesNext() {
        Job job = Job.assignedTo(tudor);
        job.does("start");
        Van van = Van.knownTo(job);

        job.does(
                "complete",
                Map.of(
                        "outcome",
                        "INCOMPLETE",
                        "leftOpen",
                        List.of("Proba de etanșeitate", "Curățat condensatorul"),
                        "partsNeeded",
                        List.of(van.refrigerant("2.500"))));

        JsonNode told = Events.awaitOne(Topics.JOB_COMPLETED, job.id());
        assertThat(told.at("/leftOpen/1").asText()).isEqualTo("Curățat condensatorul");
        assertThat(told.at("/partsNeeded/0/partNumber").asText()).isEqualTo("R-449A");
        assertThat(told.at("/partsNeeded/0/quantity/amount").asText()).isEqualTo("2.500");
        Events.publish(Topics.ORDER_ASSIGNED, job.id(), job.assigned(Ids.next(), 2, teodora));
        eventually(() -> teodora.get(job.path())
                .then()
                .statusCode(200)
                .body("leftOver.leftOpen", hasSize(2))
                .body("leftOver.partsNeeded[0].partName", notNullValue()));
        teodora.post(job.path("start"), Map.of()).then().statusCode(200);
        teodora.post(job.path("complete"), Map.of("outcome", "COMPLETE")).then().statusCode(200);
        teodora.get(job.path()).then().body("leftOver.leftOpen", hasSize(0));
    }

    @Test
    void whatIsLeftNeedsAnotherVisitAndPartsThatThereAre() {
        Job job = Job.assignedTo(tudor);
        job.does("start");
        Van van = Van.knownTo(job);

        tudor.post(job.path("complete"), Map.of("outcome", "COMPLETE", "leftOpen", List.of("Curățat")))
                .then()
                .statusCode(422)
                .body("code", equalTo("nothing-to-follow-up"));
        Map<String, Object> unknown = Map.of("partId", Ids.next(), "quantity", Van.quantity("1", "EA"));
        tudor.post(job.path("complete"), Map.of("outcome", "INCOMPLETE", "partsNeeded", List.of(unknown)))
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-reference"))
                .body("errors[0].pointer", equalTo("/partsNeeded/0/partId"));
        Map<String, Object> pieces =
                Map.of("partId", van.refrigerant("1").get("partId"), "quantity", Van.quantity("1", "EA"));
        tudor.post(job.path("complete"), Map.of("outcome", "INCOMPLETE", "partsNeeded", List.of(pieces)))
                .then()
                .statusCode(422)
                .body("code", equalTo("wrong-unit"));
        job.isRead().then().body("state", equalTo("IN_PROGRESS"));
    }

    @Test
    void afterAFollowUpWasTakenBackAnotherCanBePlannedOrTheWorkSentBack() {
        Job job = Job.assignedTo(tudor);
        job.does("start");
        job.does("complete", Map.of("outcome", "INCOMPLETE"));
        UUID followUp = Ids.next();
        Events.publish(Topics.ORDER_ASSIGNED, job.id(), job.assigned(followUp, 2, teodora));
        eventually(() -> teodora.get(job.path()).then().statusCode(200));
        job.unassign(3, teodora);
        eventually(() -> job.isRead().then().body("state", equalTo("COMPLETED")));

        SORIN.post(job.path("send-back"), Job.fault("Ce compresor?"))
                .then()
                .statusCode(200)
                .body("state", equalTo("PAUSED"));
        job.does("complete", Map.of("outcome", "INCOMPLETE"));
        Events.publish(Topics.ORDER_ASSIGNED, job.id(), job.assigned(followUp, 4, teodora));
        eventually(() -> teodora.get(job.path())
                .then()
                .statusCode(200)
                .body("state", equalTo("ASSIGNED"))
                .body("visitState", equalTo("ASSIGNED"))
                .body("visits", hasSize(2))
                .body("appointmentId", equalTo(followUp.toString())));
        teodora.post(job.path("start"), Map.of()).then().statusCode(200);
    }

    @Test
    void aCompletedJobWithNothingLeftToDoTakesNoFurtherVisit() {
        Job job = Job.assignedTo(tudor);
        job.does("start");
        job.does("complete", Map.of("outcome", "COMPLETE"));

        Events.publish(Topics.ORDER_ASSIGNED, job.id(), job.assigned(Ids.next(), 2, teodora));
        eventually(() -> assertThat(job.history(SORIN)).contains("ASSIGN_TOO_LATE"));
        job.isRead().then().body("state", equalTo("COMPLETED")).body("visits", hasSize(1));
    }
}
