package dev.fieldservice.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.contracts.Role;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class WorkOrderStoryTest {

    private static final Worker SORIN = Worker.supervisor("Sorin Dima");
    private static final Map<String, Object> MISSING = Map.of("reason", "Descrieți proba de etanșeitate.");
    private static final Map<String, Object> FAULT =
            Map.of("shortcoming", "WORK_NOT_DONE", "reason", "Descrieți proba de etanșeitate.");

    private Worker tudor;
    private Job job;

    @BeforeEach
    void aChillerLeaksAndTudorHasTheJob() {
        tudor = Worker.technician("Tudor");
        job = Job.assignedTo(tudor);
    }

    @Test
    void aLeakingChillerFromTheAssignmentToTheOfficialEnd() {
        job.does("accept");
        job.does("travel", Map.of("position", Job.BY_THE_RAMP));
        job.does("arrive");
        job.does("start", Map.of("position", Job.BY_THE_RAMP));
        Van van = Van.knownTo(job);
        String mistake = job.does("parts", van.refrigerant("35")).path("usage.id");
        job.does("parts/" + mistake + "/reverse", Map.of("reason", "3,5 kg, nu 35"));
        String filled = job.does("parts", van.refrigerant("3.5")).path("usage.id");
        String replaced = job.does("parts", van.compressor("ZB45-2026-1187")).path("usage.id");
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        job.does(
                "time-entries",
                Map.of(
                        "kind",
                        "LABOUR",
                        "startedAt",
                        now.minus(45, ChronoUnit.MINUTES).toString(),
                        "endedAt",
                        now.toString()));
        tudor.put(
                        job.path("approver"),
                        job.isRead().getHeader("ETag"),
                        Map.of("name", "Maria Ionescu", "role", "Manager", "billingNotes", "Comanda 4471"))
                .then()
                .statusCode(200);
        String hash = sign();
        job.does("complete", Map.of("outcome", "COMPLETE"))
                .then()
                .body("state", equalTo("COMPLETED"))
                .body("allowedCommands", hasSize(0));
        SORIN.get(job.path()).then().body("allowedCommands", equalTo(List.of("send-back", "approve")));
        job.isRead().then().body("review.state", equalTo("PENDING"));
        assertThat(Events.raw(Topics.JOB_CLOSED))
                .noneMatch(event -> job.id().toString().equals(event.key()));

        SORIN.approves(job, Map.of())
                .then()
                .statusCode(200)
                .body("state", equalTo("CLOSED"))
                .body("allowedCommands", hasSize(0));
        job.isRead()
                .then()
                .body("state", equalTo("CLOSED"))
                .body("review.state", equalTo("APPROVED"))
                .body("review.reviewerName", equalTo("Sorin Dima"));

        JsonNode closed = Events.awaitOne(Topics.JOB_CLOSED, job.id());
        assertThat(closed.at("/closureNumber").asInt()).isOne();
        assertThat(closed.at("/usages").findValuesAsText("usageId")).containsExactly(filled, replaced);
        assertThat(closed.at("/usages/1/partNumber").asText()).isEqualTo("ZB45");
        assertThat(closed.at("/reversedUsageIds")).hasSize(1);
        assertThat(closed.at("/reversedUsageIds/0").asText()).isEqualTo(mistake);
        assertThat(closed.at("/labour/0/technicianId").asText())
                .isEqualTo(tudor.id().toString());
        assertThat(closed.at("/labour/0/technicianName").asText()).isEqualTo(tudor.name());
        assertThat(closed.at("/labour/0/visitId").asText())
                .isEqualTo(job.appointment().toString());
        assertThat(closed.at("/usages/0/occurredAt").asText())
                .isEqualTo(job.isRead().path("usages.find { it.id == '%s' }.occurredAt".formatted(filled)));
        assertThat(closed.at("/approver/name").asText()).isEqualTo("Maria Ionescu");
        assertThat(closed.at("/billingNotes").asText()).isEqualTo("Comanda 4471");
        assertThat(closed.at("/signature/contentHash").asText()).isEqualTo(hash);
        assertThat(closed.at("/customer/taxId").asText()).isEqualTo("RO12345674");
        assertThat(closed.at("/closedBy/name").asText()).isEqualTo("Sorin Dima");
        assertThat(job.history(SORIN))
                .containsExactly(
                        "ASSIGN",
                        "ACCEPT",
                        "TRAVEL",
                        "ARRIVE",
                        "START",
                        "USE_PART",
                        "REVERSE_PART",
                        "USE_PART",
                        "USE_PART",
                        "RECORD_TIME",
                        "NAME_APPROVER",
                        "SIGNATURE_SIGNED",
                        "COMPLETE",
                        "APPROVE");
        SORIN.get("/v1/history?correlationId=" + job.ticket())
                .then()
                .body("items.service", hasItem("workorder-service"));
    }

    @Test
    void whatIsSentBackIsCompletedAgainAndThenApproved() {
        job.does("start");
        Van van = Van.knownTo(job);
        job.does("complete", Map.of("outcome", "COMPLETE"));

        SORIN.post(job.path("send-back"), FAULT)
                .then()
                .statusCode(200)
                .body("state", equalTo("PAUSED"))
                .body("visitState", equalTo("PAUSED"));
        job.isRead()
                .then()
                .body("outcome", nullValue())
                .body("review.state", equalTo("NEEDS_INFORMATION"))
                .body("review.shortcoming", equalTo("WORK_NOT_DONE"))
                .body("review.remark", equalTo("Descrieți proba de etanșeitate."));
        SORIN.approves(job, Job.APPROVAL).then().statusCode(409).body("allowedCommands", equalTo(List.of("hand-over")));
        job.does("resume");
        job.does("parts", van.refrigerant("0.2"));
        job.does("complete", Map.of("outcome", "COMPLETE"));
        job.isRead().then().body("review.state", equalTo("PENDING"));
        SORIN.approves(job, Map.of("remark", "Bine", "signatureRemark", "Confirmat la telefon"))
                .then()
                .statusCode(200);
        job.isRead().then().body("closureNumber", equalTo(1));

        List<JsonNode> steps = Events.await(Topics.VISIT_PROGRESSED, job.id(), 5);
        assertThat(steps)
                .extracting(step -> step.at("/state").asText())
                .containsExactly("IN_PROGRESS", "COMPLETED", "PAUSED", "IN_PROGRESS", "COMPLETED");
        assertThat(steps.get(2).at("/reason").asText()).contains("etanșeitate");
        assertThat(Events.await(Topics.JOB_COMPLETED, job.id(), 2)).hasSize(2);
        assertThat(Events.await(Topics.JOB_CLOSED, job.id(), 1)).hasSize(1);
    }

    @Test
    void workIsSentBackAlsoToSomebodyWhoIsBusyElsewhereAndWaitsForThem() {
        job.does("start");
        job.does("complete", Map.of("outcome", "COMPLETE"));
        Job other = Job.assignedTo(tudor);
        other.does("start");

        SORIN.post(job.path("send-back"), FAULT).then().statusCode(200);
        tudor.post(job.path("resume"), Map.of())
                .then()
                .statusCode(409)
                .body("code", equalTo("already-working-elsewhere"));
        tudor.get("/v1/work-orders?state=IN_PROGRESS").then().body("items", hasSize(1));

        job.does("comments", Map.of("text", "24 bar azot, 30 de minute."));
        job.does("complete", Map.of("outcome", "COMPLETE"));
        other.does("pause", MISSING);
    }

    @Test
    void inAClosedJobNothingChangesAnyMore() {
        job.does("start");
        Van van = Van.knownTo(job);
        String usage = job.does("parts", van.refrigerant("1")).path("usage.id");
        job.does("complete", Map.of("outcome", "COMPLETE"));
        SORIN.approves(job, Job.APPROVAL).then().statusCode(200);
        String etag = job.isRead().getHeader("ETag");
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        String before =
                Instant.now().minusSeconds(600).truncatedTo(ChronoUnit.SECONDS).toString();

        refused("start", Map.of());
        refused("resume", Map.of());
        refused("complete", Map.of("outcome", "COMPLETE"));
        refused("parts", van.refrigerant("1"));
        refused("parts/" + usage + "/reverse", MISSING);
        refused("comments", Map.of("text", "Încă ceva"));
        refused("time-entries", Map.of("kind", "LABOUR", "startedAt", before, "endedAt", now));
        refused("signature", Map.of("outcome", "ABSENT", "reason", "A plecat"));
        tudor.put(job.path("approver"), etag, Map.of("name", "Maria")).then().statusCode(409);
        SORIN.post(job.path("send-back"), FAULT).then().statusCode(409);
        SORIN.approves(job, Job.APPROVAL).then().statusCode(409);
        job.isRead().then().header("ETag", equalTo(etag));
    }

    @Test
    void nobodyReviewsWhatTheyHadAPartIn() {
        Worker busy = new Worker(tudor.id(), "Tudor", Role.SUPERVISOR);
        job.does("start");
        job.does("complete", Map.of("outcome", "COMPLETE"));

        for (String command : List.of("approve", "send-back")) {
            busy.post(job.path(command), command.equals("approve") ? Map.of() : FAULT)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("reviewer-did-the-work"));
        }
        job.isRead().then().body("state", equalTo("COMPLETED"));
    }

    @Test
    void whoWasReplacedBeforeTheEndDoesNotReviewEither() {
        Worker teodora = Worker.technician("Teodora");
        job.assign(2, teodora);
        Events.eventually(() -> teodora.get(job.path()).then().statusCode(200));
        teodora.post(job.path("start"), Map.of()).then().statusCode(200);
        teodora.post(job.path("complete"), Map.of("outcome", "COMPLETE")).then().statusCode(200);

        new Worker(tudor.id(), "Tudor", Role.SUPERVISOR)
                .approves(job, Job.APPROVAL)
                .then()
                .statusCode(403);
    }

    @Test
    void aWishForAFollowUpIsGivenUpOnlyOnPurpose() {
        job.does("start");
        job.does("complete", Map.of("outcome", "INCOMPLETE", "followUpRequired", false));
        job.isRead().then().body("followUpRequired", equalTo(true));

        SORIN.approves(job, Job.APPROVAL).then().statusCode(422).body("code", equalTo("follow-up-pending"));
        SORIN.approves(job, Map.of("waiveFollowUp", true, "signatureRemark", "Nimeni la fața locului"))
                .then()
                .statusCode(200)
                .body("state", equalTo("CLOSED"));
        assertThat(Events.awaitOne(Topics.JOB_CLOSED, job.id()).at("/outcome").asText())
                .isEqualTo("INCOMPLETE");
    }

    private String sign() {
        String hash = tudor.get(job.path("signing-content")).path("contentHash");
        job.does(
                "signature",
                Map.of(
                        "outcome",
                        "SIGNED",
                        "contentHash",
                        hash,
                        "signerName",
                        "Maria Ionescu",
                        "image",
                        Pen.signature(300, 120)));
        return hash;
    }

    private void refused(String command, Map<String, Object> body) {
        tudor.post(job.path(command), body).then().statusCode(409).body("code", equalTo("illegal-transition"));
    }
}
