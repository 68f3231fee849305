package dev.fieldservice.dispatch;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody who has set out turns back, finds nobody, or one of a crew cannot go. */
@QuarkusTest
@WithTestResource(RealServers.class)
class TurnedBackTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private Mechanic tudor;
    private Mechanic teodora;
    private Job job;

    @BeforeEach
    void twoTechniciansAreFree() {
        tudor = Mechanic.register("Tudor");
        teodora = Mechanic.register("Teodora");
        job = Job.waiting();
    }

    @Test
    void whoeverTurnsBackStillHasTheJobAndItCanBePlannedAnew() {
        UUID visit = job.given(tudor, Job.in(1), Job.in(2));
        job.progresses(visit, 1, "TRAVELLING", NOW);
        job.becomes("IN_PROGRESS");

        job.progresses(visit, 2, "ACCEPTED", NOW, "Chemat la o urgență");
        job.becomes("SCHEDULED");
        job.visitBecomes(visit, "ACCEPTED");
        assertThat(job.history()).contains("TURN_BACK");
        assertThat(job.given(teodora, Job.in(3), Job.in(4))).isEqualTo(visit);
        job.command("unassign", Map.of("reason", "Mai târziu")).then().statusCode(200);
    }

    @Test
    void whoTurnsBackFromWhatWasGivenToSomebodyElseLeavesItToThem() {
        UUID visit = job.given(tudor, Job.in(1), Job.in(2));
        job.isPlannedFor(teodora, Job.in(1), Job.in(2));
        job.progresses(visit, tudor.id(), 1, "TRAVELLING", NOW, null);
        job.becomes("IN_PROGRESS");

        job.progresses(visit, tudor.id(), 2, "ACCEPTED", NOW, "Nu mai e al meu");
        job.becomes("SCHEDULED");
        List<JsonNode> told = Events.await(Topics.ORDER_ASSIGNED, job.order(), 4);
        assertThat(told.get(2).at("/technicians/0/id").asText())
                .isEqualTo(tudor.id().toString());
        assertThat(told.getLast().at("/technicians/0/id").asText())
                .isEqualTo(teodora.id().toString());
    }

    @Test
    void whoTurnsBackFromWhatWasCalledOffEndsIt() {
        UUID visit = job.given(tudor, Job.in(1), Job.in(2));
        job.progresses(visit, 1, "TRAVELLING", NOW);
        job.becomes("IN_PROGRESS");
        job.isCancelled("Merge din nou");
        eventually(() -> job.seen().then().body("calledOff.reason", equalTo("Merge din nou")));

        job.progresses(visit, 2, "ACCEPTED", NOW, "Nu mai e nevoie");
        job.becomes("CANCELLED");
        job.visitBecomes(visit, "CANCELLED");
        assertThat(Events.await(Topics.ORDER_UNASSIGNED, job.order(), 1)).hasSize(1);
    }

    @Test
    void aVisitThatFoundNobodyLeavesAnOrderThatWaitsForAnother() {
        UUID visit = job.given(tudor, Job.in(1), Job.in(2));
        job.progresses(visit, 1, "ON_SITE", NOW);
        job.progresses(visit, 2, "CANNOT_COMPLETE", NOW, "Nu era nimeni");
        job.isReportedDone(visit, "CANNOT_COMPLETE", true, NOW);

        job.becomes("UNSCHEDULED");
        job.seen().then().body("followUpRequired", equalTo(true));
        assertThat(job.given(teodora, Job.in(1), Job.in(2))).isNotEqualTo(visit);
    }

    @Test
    void oneOfACrewDropsOutAndTheOthersStillGo() {
        String visit = job.command("assign", Job.assignment(Job.in(1), Job.in(2), tudor, teodora))
                .path("appointment.id");

        dropsOut(visit, 1, teodora);
        eventually(() -> job.seen().then().body("appointments[0].technicians", hasSize(1)));
        job.seen()
                .then()
                .body("state", equalTo("SCHEDULED"))
                .body("appointments[0].technicians[0].name", equalTo("Tudor"));
        List<JsonNode> told = Events.await(Topics.ORDER_ASSIGNED, job.order(), 2);
        assertThat(told.getLast().at("/assignmentVersion").asInt()).isEqualTo(2);
        assertThat(told.getLast().at("/technicians")).hasSize(1);
        Job.waiting().isPlannedFor(teodora, Job.in(1), Job.in(2));
    }

    @Test
    void withoutItsLeadNobodyGoes() {
        String visit = job.command("assign", Job.assignment(Job.in(1), Job.in(2), tudor, teodora))
                .path("appointment.id");

        dropsOut(visit, 1, tudor);
        job.becomes("UNSCHEDULED");
        job.visitBecomes(UUID.fromString(visit), "REJECTED");
    }

    private void dropsOut(String visit, int version, Mechanic who) {
        Events.publish(
                Topics.VISIT_PROGRESSED,
                job.order(),
                Map.of(
                        "orderId",
                        job.order(),
                        "ticketId",
                        job.ticket(),
                        "appointmentId",
                        visit,
                        "progressVersion",
                        version,
                        "state",
                        "REJECTED",
                        "technicianId",
                        who.id(),
                        "occurredAt",
                        NOW.toString(),
                        "reason",
                        "Gripă",
                        "crewGoesOn",
                        true));
    }
}
