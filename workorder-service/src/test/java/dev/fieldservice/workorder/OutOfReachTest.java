package dev.fieldservice.workorder;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.testing.StatementCount;
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

/** A technician works in a cellar without reception while the office plans otherwise; the phone tells all of it afterwards. */
@QuarkusTest
@WithTestResource(RealServers.class)
class OutOfReachTest {

    private static final Worker SORIN = Worker.supervisor("Sorin");

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private Worker tudor;
    private Worker teodora;
    private Job job;

    @BeforeEach
    void tudorHasHadTheJobForADay() {
        tudor = Worker.technician("Tudor");
        teodora = Worker.technician("Teodora");
        job = Job.assignedTo(tudor);
    }

    @Test
    void whoHadSetOutBeforeItWasGivenToAnotherHasItStill() {
        isGivenTo(teodora, job.appointment());

        job.does("travel", at(180));
        teodora.get(job.path()).then().statusCode(404);
        teodora.get("/v1/work-orders").then().body("items", hasSize(0));
        tellsTheRest();

        job.isRead().then().body("state", equalTo("COMPLETED")).body("technicians[0].name", equalTo("Tudor"));
        assertThat(Events.await(Topics.VISIT_PROGRESSED, job.id(), 3))
                .extracting(step -> step.at("/state").asText())
                .containsExactly("TRAVELLING", "IN_PROGRESS", "COMPLETED");
        assertThat(job.history(SORIN)).contains("HAD_BEGUN");
    }

    @Test
    void whoHadSetOutBeforeItWasTakenAwayHasItStill() {
        job.unassign(2, minutesAgo(120), tudor);
        isGone();

        job.does("travel", at(180));
        tudor.get("/v1/work-orders").then().body("items", hasSize(1));
        tellsTheRest();

        SORIN.approves(job, Job.APPROVAL).then().statusCode(200);
        JsonNode billed = Events.awaitOne(Topics.JOB_CLOSED, job.id());
        assertThat(billed.at("/usages")).hasSize(1);
        assertThat(billed.at("/labour")).hasSize(1);
    }

    @Test
    void whoHadSetOutBeforeAnotherVisitWasPlannedDoesThatOneInstead() {
        job.unassign(2, minutesAgo(125), tudor);
        isGone();
        UUID next = Ids.next();
        Events.publish(Topics.ORDER_ASSIGNED, job.id(), job.assigned(next, 3, Duration.ofMinutes(120), teodora));
        eventually(() -> teodora.get(job.path()).then().statusCode(200));
        teodora.post(job.path("accept"), Map.of()).then().statusCode(200);

        job.does("travel", at(180));
        teodora.get(job.path()).then().statusCode(404);
        tellsTheRest();

        assertThat(Events.await(Topics.VISIT_PROGRESSED, job.id(), 4)
                        .getLast()
                        .at("/appointmentId")
                        .asText())
                .isEqualTo(job.appointment().toString());
        assertThat(Events.awaitOne(Topics.JOB_COMPLETED, job.id())
                        .at("/appointmentId")
                        .asText())
                .isEqualTo(job.appointment().toString());
    }

    @Test
    void whatWasCalledOffAndTakenAwayMeanwhileIsStillWhatWasDone() {
        CalledOff.of(job, minutesAgo(121));
        job.unassign(2, minutesAgo(120), tudor);
        isGone();

        job.does("travel", at(180));
        tellsTheRest();

        SORIN.approves(job, Job.APPROVAL).then().statusCode(200);
        JsonNode billed = Events.awaitOne(Topics.JOB_CLOSED, job.id());
        assertThat(billed.at("/usages")).hasSize(1);
        assertThat(billed.has("calledOff")).isTrue();
    }

    @Test
    void whereAnotherHasSetOutSinceBothRecordWhatTheyDidAndTheVisitIsTheirs() {
        isGivenTo(teodora, job.appointment());
        teodora.post(job.path("travel"), Map.of()).then().statusCode(200);
        tudor.get(job.path()).then().statusCode(404);

        job.does("travel", at(180));
        job.does("start", at(170));
        Van van = Van.knownTo(job);
        job.does("parts", at(van.refrigerant("1.5"), 130));
        job.does("complete", at(Map.of("outcome", "INCOMPLETE", "remark", "Mai trebuie un filtru"), 125));
        job.does("time-entries", labour(170, 125));
        tudor.post(job.path("time-entries"), labour(64, 40)).then().statusCode(422);

        job.isRead().then().body("visitState", equalTo("TRAVELLING")).body("technicians[0].name", equalTo("Teodora"));
        tudor.post(job.path("start"), Map.of()).then().statusCode(403).body("code", equalTo("not-assigned"));
        teodora.post(job.path("start"), Map.of()).then().statusCode(200);
        teodora.post(job.path("complete"), Map.of("outcome", "COMPLETE")).then().statusCode(200);
        assertThat(job.history(SORIN)).contains("LATE_TRAVEL", "LATE_START", "LATE_COMPLETE_PARTLY");
        assertThat(Events.awaitOne(Topics.PARTS_CONSUMED, job.id())
                        .at("/technicianId")
                        .asText())
                .isEqualTo(tudor.id().toString());
    }

    @Test
    void whoLosesItToThemMayHaveSetOutOutOfReachAsWell() {
        isGivenTo(teodora, job.appointment());
        job.does("travel", at(180));
        teodora.get(job.path()).then().statusCode(404);

        teodora.post(job.path("start"), at(100)).then().statusCode(200);

        teodora.post(job.path("time-entries"), labour(100, 90)).then().statusCode(200);
        job.isRead().then().body("visitState", equalTo("TRAVELLING")).body("technicians[0].name", equalTo("Tudor"));
    }

    @Test
    void whatWasDoneAfterItWasTakenAwayOrNoTimeIsSaidOfIsNobodysBusiness() {
        isGivenTo(teodora, job.appointment());

        for (Map<String, Object> body : List.of(at(100), at(0), Map.<String, Object>of())) {
            tudor.post(job.path("travel"), body).then().statusCode(404);
        }
        tudor.post(job.path("accept")).then().statusCode(404);
        Worker stranger = Worker.technician("Radu");
        stranger.post(job.path("travel"), at(180)).then().statusCode(404);
        tudor.get(job.path()).then().statusCode(404);
        teodora.get(job.path()).then().body("visitState", equalTo("ASSIGNED"));
    }

    @Test
    void oneOfACrewWhoStaysDoesNotUndoWhoGoesWithThem() {
        Job both = Job.assignedTo(tudor, teodora);
        Worker radu = Worker.technician("Radu");
        Events.publish(
                Topics.ORDER_ASSIGNED,
                both.id(),
                both.assigned(both.appointment(), 2, Duration.ofMinutes(120), tudor, radu));
        eventually(() -> radu.get(both.path()).then().statusCode(200));

        both.does("travel", at(180));

        radu.get(both.path()).then().statusCode(200).body("visitState", equalTo("TRAVELLING"));
        teodora.get(both.path()).then().statusCode(404);
    }

    @Test
    void whatIsClosedIsClosedForWhoeverTellsTooLate() {
        isGivenTo(teodora, job.appointment());
        teodora.post(job.path("start"), Map.of()).then().statusCode(200);
        teodora.post(job.path("complete"), Map.of("outcome", "COMPLETE")).then().statusCode(200);
        SORIN.approves(job, Job.APPROVAL).then().statusCode(200);

        tudor.post(job.path("travel"), at(180)).then().statusCode(404);
    }

    @Test
    void aStepThatIsToldLateCostsTwoMoreForThePhonesThatChange() {
        isGivenTo(teodora, job.appointment());
        Background.reportsAreMade();

        assertThat(StatementCount.during(() -> job.does("travel", at(180)))).hasSizeLessThanOrEqualTo(11);
    }

    /** From the start, with a part that was used between, to the end. */
    private void tellsTheRest() {
        job.does("start", at(170));
        Van van = Van.knownTo(job);
        job.does("parts", at(van.refrigerant("1.5"), 130));
        job.does("complete", at(Map.of("outcome", "COMPLETE"), 30));
        job.does("time-entries", labour(170, 30));
    }

    private void isGivenTo(Worker other, UUID visit) {
        Events.publish(Topics.ORDER_ASSIGNED, job.id(), job.assigned(visit, 2, Duration.ofMinutes(120), other));
        eventually(() -> other.get(job.path()).then().statusCode(200));
        isGone();
    }

    private void isGone() {
        eventually(() -> tudor.get(job.path()).then().statusCode(404));
        tudor.get("/v1/work-orders")
                .then()
                .body("items.id", not(hasItem(job.id().toString())));
    }

    private Map<String, Object> at(int minutesAgo) {
        return at(Map.of(), minutesAgo);
    }

    private Map<String, Object> at(Map<String, Object> what, int minutesAgo) {
        Map<String, Object> told = new HashMap<>(what);
        told.put("occurredAt", minutesAgo(minutesAgo).toString());
        return told;
    }

    private Map<String, Object> labour(int from, int to) {
        return Map.of(
                "kind",
                "LABOUR",
                "startedAt",
                minutesAgo(from).toString(),
                "endedAt",
                minutesAgo(to).toString());
    }

    private Instant minutesAgo(int minutes) {
        return now.minus(Duration.ofMinutes(minutes));
    }
}
