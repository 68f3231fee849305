package dev.fieldservice.dispatch;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

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
import org.junit.jupiter.api.Test;

/** What the field tells after the office has planned otherwise, or in another order than it happened. */
@QuarkusTest
@WithTestResource(RealServers.class)
class LateNewsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void workThatIsSentBackIsInProgressAgainWhateverThePhonesClockSays() {
        Job job = Job.waiting();
        UUID appointment = job.given(Mechanic.register("Tudor"), Job.in(20), Job.in(21));
        job.isReportedDone(appointment, "COMPLETE", false, NOW);
        job.becomes("COMPLETED");

        job.progresses(appointment, 6, "IN_PROGRESS", NOW.plusSeconds(7200));
        job.progresses(appointment, 7, "COMPLETED", NOW);
        job.progresses(appointment, 8, "IN_PROGRESS", NOW.minusSeconds(3600));
        job.becomes("IN_PROGRESS");
        assertThat(job.history()).containsOnlyOnce("BEGIN");

        job.isReportedDone(appointment, "INCOMPLETE", true, NOW.minusSeconds(7200));
        job.becomes("UNSCHEDULED");
        job.visitBecomes(appointment, "PARTIALLY_COMPLETED");
    }

    @Test
    void anAnswerToAPlanThatNoLongerStandsIsIgnored() {
        Mechanic tudor = Mechanic.register("Tudor");
        Mechanic teodora = Mechanic.register("Teodora");
        Job withdrawn = Job.waiting();
        UUID taken = withdrawn.given(tudor, Job.in(20), Job.in(21));
        withdrawn
                .command("unassign", Map.of("reason", "Needed elsewhere"))
                .then()
                .statusCode(200);
        Job passedOn = Job.waiting();
        UUID moved = passedOn.given(tudor, Job.in(20), Job.in(21));
        passedOn.isPlannedFor(teodora, Job.in(20), Job.in(21));

        withdrawn.progresses(taken, 1, "ACCEPTED", NOW);
        passedOn.progresses(moved, tudor.id(), 1, "REJECTED", NOW, "Not mine");

        for (Job job : List.of(withdrawn, passedOn)) {
            eventually(() -> assertThat(job.history()).contains("ANSWER_TOO_LATE"));
        }
        withdrawn.becomes("UNSCHEDULED");
        withdrawn.visitBecomes(taken, "CANCELLED");
        passedOn.becomes("SCHEDULED");
        passedOn.visitBecomes(moved, "DISPATCHED");
        passedOn.progresses(moved, 2, "ACCEPTED", NOW);
        passedOn.visitBecomes(moved, "ACCEPTED");
    }

    @Test
    void anAnswerToAnOlderPlanIsNoneToANewerOneOfTheSamePerson() {
        Mechanic tudor = Mechanic.register("Tudor");
        Job job = Job.waiting();
        UUID visit = job.given(tudor, Job.in(20), Job.in(21));
        assertThat(job.given(tudor, Job.in(30), Job.in(31))).isEqualTo(visit);

        job.isTold(visit, tudor, 1, "ACCEPTED", 1);
        job.isTold(visit, tudor, 2, "REJECTED", 1);
        eventually(() ->
                assertThat(job.history()).filteredOn("ANSWER_TOO_LATE"::equals).hasSize(2));
        job.visitBecomes(visit, "DISPATCHED");
        job.isTold(visit, tudor, 3, "ACCEPTED", 2);
        job.visitBecomes(visit, "ACCEPTED");
    }

    @Test
    void whoIsToldOfTheSamePlanOnceMoreHasAnsweredIt() {
        Mechanic tudor = Mechanic.register("Tudor");
        Job job = Job.waiting();
        UUID visit = job.given(tudor, Job.in(20), Job.in(21));
        assertThat(job.given(tudor, Job.in(20), Job.in(21))).isEqualTo(visit);

        job.isTold(visit, tudor, 1, "ACCEPTED", 1);
        job.visitBecomes(visit, "ACCEPTED");
    }

    @Test
    void aVisitPlannedWhileTheOneBeforeHadBegunStandsAsTheFollowUp() {
        Mechanic teodora = Mechanic.register("Teodora");
        Job job = Job.waiting();
        UUID begun = givenAndTakenBack(job);
        UUID next = job.given(teodora, Job.in(40), Job.in(41));
        job.progresses(begun, 1, "TRAVELLING", NOW);
        job.becomes("IN_PROGRESS");

        job.progresses(begun, 4, "PARTIALLY_COMPLETED", NOW);
        job.isReportedDone(begun, "INCOMPLETE", true, NOW);

        job.becomes("SCHEDULED");
        JsonNode told = Events.await(Topics.ORDER_ASSIGNED, job.order(), 3).getLast();
        assertThat(told.at("/appointmentId").asText()).isEqualTo(next.toString());
        assertThat(told.at("/assignmentVersion").asInt()).isEqualTo(4);
        job.visitBecomes(next, "DISPATCHED");
    }

    @Test
    void aVisitPlannedWhileTheOneBeforeHadBegunIsWithdrawnWhenTheJobIsDone() {
        Mechanic teodora = Mechanic.register("Teodora");
        Job job = Job.waiting();
        UUID begun = givenAndTakenBack(job);
        UUID next = job.given(teodora, Job.in(40), Job.in(41));

        job.progresses(begun, 4, "COMPLETED", NOW);
        job.isReportedDone(begun, "COMPLETE", false, NOW);

        job.becomes("COMPLETED");
        job.visitBecomes(next, "CANCELLED");
        assertThat(Events.await(Topics.ORDER_UNASSIGNED, job.order(), 2)
                        .getLast()
                        .at("/appointmentId")
                        .asText())
                .isEqualTo(next.toString());
        Job.waiting().isPlannedFor(teodora, Job.in(40), Job.in(41));
    }

    @Test
    void aVisitThatTakesPlaceAfterAllHoldsItsTimeAgain() {
        Mechanic tudor = Mechanic.register("Tudor");
        Job job = Job.waiting();
        UUID visit = givenAndTakenBack(job, tudor);

        job.progresses(visit, 1, "TRAVELLING", NOW);
        job.visitBecomes(visit, "TRAVELLING");
        isBusy(tudor);

        job.progresses(visit, 2, "COMPLETED", NOW);
        job.visitBecomes(visit, "COMPLETED");
        Job.waiting().isPlannedFor(tudor, Job.in(20), Job.in(21));
    }

    @Test
    void aVisitThatTakesPlaceAfterAllIsTakenAlsoWhereItsTimeWasGivenAway() {
        Mechanic tudor = Mechanic.register("Tudor");
        Job job = Job.waiting();
        UUID visit = givenAndTakenBack(job, tudor);
        Job other = Job.waiting();
        other.isPlannedFor(tudor, Job.in(20), Job.in(21));

        job.progresses(visit, 1, "IN_PROGRESS", NOW);
        job.visitBecomes(visit, "IN_PROGRESS");
        assertThat(job.history()).contains("DOUBLE_BOOKED");
        other.command("unassign", Map.of("reason", "He is elsewhere")).then().statusCode(200);
        isBusy(
                tudor,
                Instant.now().plusSeconds(60).toString(),
                Instant.now().plusSeconds(600).toString());

        job.progresses(visit, 2, "COMPLETED", NOW);
        job.visitBecomes(visit, "COMPLETED");
        other.isPlannedFor(tudor, Job.in(20), Job.in(21));
    }

    private static void isBusy(Mechanic mechanic) {
        isBusy(mechanic, Job.in(20), Job.in(21));
    }

    private static void isBusy(Mechanic mechanic, String start, String end) {
        Job.waiting()
                .command("assign", Job.assignment(start, end, mechanic))
                .then()
                .statusCode(409)
                .body("code", equalTo("technician-busy"));
    }

    private static UUID givenAndTakenBack(Job job) {
        return givenAndTakenBack(job, Mechanic.register("Tudor"));
    }

    private static UUID givenAndTakenBack(Job job, Mechanic mechanic) {
        UUID visit = job.given(mechanic, Job.in(20), Job.in(21));
        job.command("unassign", Map.of("reason", "Needed elsewhere")).then().statusCode(200);
        return visit;
    }
}
