package dev.fieldservice.workorder;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class AssignmentTest {

    private static final Worker SORIN = Worker.supervisor("Sorin");

    private Worker tudor;
    private Worker teodora;

    @BeforeEach
    void twoTechniciansAreFree() {
        tudor = Worker.technician("Tudor");
        teodora = Worker.technician("Teodora");
    }

    @Test
    void anAssignedJobShowsTheTechnicianAllThatTheDispatcherKnows() {
        Job job = Job.assignedTo(tudor);

        job.isRead()
                .then()
                .header("ETag", startsWith("\"0-"))
                .body("state", equalTo("ASSIGNED"))
                .body("number", equalTo("SO-2026-000042"))
                .body("allowedCommands", hasItems("accept", "reject", "travel", "arrive", "start"))
                .body("jobCard.contact.name", equalTo("Maria Ionescu"))
                .body("jobCard.contact.phone", equalTo("+40 722 555 010"))
                .body("jobCard.location.accessNotes", containsString("Rampa"))
                .body("jobCard.asset.serialNumber", equalTo("FX40-2021-004417"))
                .body("jobCard.priority", equalTo("URGENT"))
                .body("jobCard.resolveBy", equalTo("2026-03-02T15:12:00Z"))
                .body("links.map", equalTo("geo:44.4269,26.0346"))
                .body("links.directions", containsString("44.4269,26.0346"))
                .body("plannedParts[0].quantity.amount", equalTo("5.000"))
                .body("technicians[0].lead", equalTo(true));
        tudor.get("/v1/work-orders?state=ASSIGNED")
                .then()
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(job.id().toString()))
                .body("items[0].site", equalTo("Magazin Cotroceni"));
        teodora.get(job.path()).then().statusCode(404);
        teodora.get("/v1/work-orders").then().statusCode(200).body("items", hasSize(0));
        SORIN.get(job.path()).then().statusCode(200);
    }

    @Test
    void theSameAssignmentTwiceIsOneAndAnOlderOneIsIgnored() {
        Job job = Job.of(tudor);
        UUID eventId = UUID.randomUUID();
        JsonNode third = job.assigned(job.appointment(), 3, tudor);
        Events.publish(Topics.ORDER_ASSIGNED, job.id(), eventId, third);
        Events.publish(Topics.ORDER_ASSIGNED, job.id(), eventId, third);
        Events.publish(Topics.ORDER_ASSIGNED, job.id(), third);
        Events.publish(Topics.ORDER_ASSIGNED, job.id(), job.assigned(Ids.next(), 2, teodora));
        Events.publish(Topics.ORDER_ASSIGNED, job.id(), job.assigned(job.appointment(), 4, tudor));

        eventually(() -> job.isRead().then().statusCode(200).body("assignmentVersion", equalTo(4)));
        job.isRead().then().body("technicians", hasSize(1)).body("visits", hasSize(1));
        teodora.get(job.path()).then().statusCode(404);
        assertThat(job.history(SORIN)).containsExactly("ASSIGN", "ASSIGN");
    }

    @Test
    void whatWasTakenAwayIsGoneForTheTechnicianAndComesBackWithANewerAssignment() {
        Job job = Job.assignedTo(tudor);
        job.does("accept");

        job.unassign(2, tudor);
        eventually(() -> tudor.get(job.path()).then().statusCode(404));
        tudor.get("/v1/work-orders").then().body("items", hasSize(0));
        tudor.post(job.path("start"), Map.of()).then().statusCode(404);
        SORIN.get(job.path()).then().body("state", equalTo("CANCELLED")).body("allowedCommands", hasSize(0));

        job.assign(3, teodora);
        eventually(() -> teodora.get(job.path())
                .then()
                .statusCode(200)
                .body("state", equalTo("ASSIGNED"))
                .body("visitState", equalTo("ASSIGNED")));
        tudor.get(job.path()).then().statusCode(404);
    }

    @Test
    void aWithdrawalThatComesFirstKeepsTheLateAssignmentAway() {
        Job job = Job.of(tudor);

        job.unassign(2, tudor);
        SORIN.get(job.path()).then().statusCode(404);
        eventually(() -> assertThat(Tables.count("assignment where order_id = '" + job.id() + "'"))
                .isOne());
        job.assign(1, tudor);
        Events.publish(Topics.ORDER_ASSIGNED, job.id(), job.assigned(job.appointment(), 3, teodora));
        eventually(() -> teodora.get(job.path()).then().statusCode(200));
        tudor.get(job.path()).then().statusCode(404);
        assertThat(job.history(SORIN)).containsExactly("ASSIGN");
    }

    @Test
    void whatWasDecidedBeforeANewerWithdrawalOfAnUnknownOrderIsOver() {
        Job job = Job.of(tudor);
        job.unassign(Ids.next(), 3, tudor);
        eventually(() -> assertThat(Tables.count("assignment where order_id = '" + job.id() + "'"))
                .isOne());

        job.assign(2, tudor);
        Job later = Job.assignedTo(tudor);

        eventually(() -> later.isRead().then().statusCode(200));
        SORIN.get(job.path()).then().statusCode(404);
    }

    @Test
    void whicheverOfAssignmentAndWithdrawalIsReadFirstTheJobEndsUpTakenAway() {
        List<Job> jobs = Stream.generate(() -> Job.of(tudor)).limit(12).toList();

        boolean isOdd = false;
        for (Job job : jobs) {
            if (isOdd) {
                job.unassign(2, tudor);
                job.assign(1, tudor);
            } else {
                job.assign(1, tudor);
                job.unassign(2, tudor);
            }
            isOdd = !isOdd;
        }

        String ids = jobs.stream().map(job -> "'" + job.id() + "'").collect(Collectors.joining(","));
        eventually(() -> assertThat(Tables.count(
                        "assignment where decisions::text like '%assigned%withdrawn%' and order_id in (" + ids + ")"))
                .isEqualTo(12));
        Job last = Job.assignedTo(tudor);
        eventually(() -> tudor.get("/v1/work-orders")
                .then()
                .body("items.id", equalTo(List.of(last.id().toString()))));
        assertThat(Tables.count("tombstone where technician_id = '" + tudor.id() + "'"))
                .isEqualTo(12);
    }

    @Test
    void newsOfAVisitThatIsOverBarsNoOlderNewsOfTheNext() {
        Job job = Job.assignedTo(tudor);
        UUID next = Ids.next();
        job.does("start");
        job.does("complete", Map.of("outcome", "INCOMPLETE"));
        Events.publish(Topics.ORDER_ASSIGNED, job.id(), job.assigned(next, 2, tudor));
        eventually(() -> job.isRead().then().body("state", equalTo("ASSIGNED")));

        job.assign(4, tudor, teodora);
        eventually(() -> assertThat(job.history(SORIN)).contains("ASSIGN_TOO_LATE"));
        job.unassign(next, 3, tudor);

        eventually(() -> SORIN.get(job.path())
                .then()
                .body("state", equalTo("COMPLETED"))
                .body("followUpRequired", equalTo(true)));
    }

    @Test
    void aWithdrawalThatCameTooLateBarsNoCrewThatWasGivenBefore() {
        Job job = Job.assignedTo(tudor);
        job.does("travel");
        job.unassign(3, tudor, teodora);
        eventually(() -> assertThat(job.history(SORIN)).contains("UNASSIGN_TOO_LATE"));

        job.assign(2, tudor, teodora);

        eventually(() -> teodora.get(job.path()).then().statusCode(200).body("technicians", hasSize(2)));
    }

    @Test
    void whatIsPlannedByANewerDecisionIsNotReplacedByAnOlderOne() {
        Job job = Job.of(tudor);
        job.assign(3, teodora);
        eventually(() -> teodora.get(job.path()).then().statusCode(200));

        Events.publish(Topics.ORDER_ASSIGNED, job.id(), job.assigned(Ids.next(), 2, tudor));
        job.unassign(Ids.next(), 1, tudor);
        Job later = Job.assignedTo(tudor);

        eventually(() -> later.isRead().then().statusCode(200));
        teodora.get(job.path()).then().statusCode(200).body("state", equalTo("ASSIGNED"));
        tudor.get(job.path()).then().statusCode(404);
    }

    @Test
    void whatNewerNewsOfAnotherVisitTookAwayIsNotGivenBackByAnOlderDecision() {
        Job job = Job.assignedTo(tudor);
        job.unassign(Ids.next(), 5, tudor);
        eventually(() -> SORIN.get(job.path()).then().body("state", equalTo("CANCELLED")));

        job.assign(3, tudor);
        Job later = Job.assignedTo(tudor);

        eventually(() -> later.isRead().then().statusCode(200));
        tudor.get(job.path()).then().statusCode(404);
        SORIN.get(job.path()).then().body("state", equalTo("CANCELLED"));
    }

    @Test
    void whoIsOnTheWayCannotBeCalledBack() {
        Job job = Job.assignedTo(tudor);
        job.does("travel");

        job.unassign(2, tudor);
        eventually(() -> assertThat(job.history(SORIN)).contains("UNASSIGN_TOO_LATE"));
        job.isRead().then().statusCode(200).body("visitState", equalTo("TRAVELLING"));
        Events.publish(Topics.ORDER_ASSIGNED, job.id(), job.assigned(Ids.next(), 3, teodora));
        eventually(() -> assertThat(job.history(SORIN)).contains("ASSIGN_TOO_LATE"));
        job.does("start");
    }

    @Test
    void aHelperWhoComesLaterSeesTheJobAndTheOneWhoLeavesTakesNoMoreSteps() {
        Job job = Job.assignedTo(tudor);
        job.does("start");

        Events.publish(Topics.ORDER_ASSIGNED, job.id(), job.assigned(job.appointment(), 2, tudor, teodora));
        eventually(() -> teodora.get(job.path()).then().statusCode(200).body("state", equalTo("IN_PROGRESS")));
        teodora.post(job.path("comments"), Map.of("text", "Am adus azotul."))
                .then()
                .statusCode(200);
        Job other = Job.assignedTo(teodora);
        teodora.post(other.path("start"), Map.of())
                .then()
                .statusCode(409)
                .body("code", equalTo("already-working-elsewhere"));

        Events.publish(Topics.ORDER_ASSIGNED, job.id(), job.assigned(job.appointment(), 3, tudor));
        eventually(() -> job.isRead().then().body("technicians", hasSize(1)));
        teodora.post(job.path("pause"), Map.of("reason", "?")).then().statusCode(403);
        teodora.post(job.path("comments"), Map.of("text", "Butelia rămâne la voi."))
                .then()
                .statusCode(200);
        teodora.post(other.path("start"), Map.of()).then().statusCode(200);
    }

    @Test
    void whoHasSetOutKeepsTheJobButHelpersComeAndGo() {
        Job job = Job.assignedTo(tudor, teodora);
        job.does("travel");

        job.assign(2, teodora);
        eventually(() -> assertThat(job.history(SORIN)).contains("ASSIGN_TOO_LATE"));
        job.isRead().then().statusCode(200).body("technicians", hasSize(2));
        job.assign(3, tudor);
        eventually(() -> job.isRead().then().body("technicians", hasSize(1)));
        job.does("start");
        job.does("pause", Map.of("reason", "Pauză"));
        job.assign(4, teodora);
        eventually(() -> job.isRead().then().statusCode(200).body("assignmentVersion", equalTo(4)));
        teodora.post(job.path("resume"), Map.of()).then().statusCode(403);
        job.does("resume");
    }

    @Test
    void aNewTimeIsToBeAcceptedAnewAndOtherNewsAreNot() {
        Job job = Job.assignedTo(tudor);
        job.does("accept");

        job.assign(2, tudor);
        eventually(() -> job.isRead().then().body("assignmentVersion", equalTo(2)));
        job.isRead().then().body("visitState", equalTo("ACCEPTED"));

        ObjectNode later = (ObjectNode) job.assigned(job.appointment(), 3, tudor);
        later.putObject("window").put("start", "2026-03-09T08:00:00Z").put("end", "2026-03-09T10:00:00Z");
        Events.publish(Topics.ORDER_ASSIGNED, job.id(), later);
        eventually(() -> job.isRead()
                .then()
                .body("visitState", equalTo("ASSIGNED"))
                .body("window.start", equalTo("2026-03-09T08:00:00Z")));
        job.does("accept").then().body("visitState", equalTo("ACCEPTED"));
    }

    @Test
    void aRejectedVisitIsRejectedUntilItIsGivenToSomebodyAnew() {
        Job job = Job.assignedTo(tudor);
        job.does("reject", Map.of("reason", "Sunt în concediu."))
                .then()
                .body("visitState", equalTo("REJECTED"))
                .body("allowedCommands", not(hasItem("start")));
        tudor.post(job.path("start"), Map.of()).then().statusCode(409).body("code", equalTo("illegal-transition"));
        assertThat(Events.awaitOne(Topics.VISIT_PROGRESSED, job.id())
                        .at("/reason")
                        .asText())
                .isEqualTo("Sunt în concediu.");

        UUID anotherVisit = Ids.next();
        Events.publish(Topics.ORDER_ASSIGNED, job.id(), job.assigned(anotherVisit, 2, teodora));
        eventually(() -> teodora.get(job.path()).then().statusCode(200).body("visitState", equalTo("ASSIGNED")));
    }

    @Test
    void anotherNameIsShownInWhatIsUnderWayAndInWhatIsDoneAndStaysInWhatIsRecorded() {
        Job job = Job.assignedTo(tudor);
        job.does("start");
        Worker renamed = new Worker(tudor.id(), "Tudor Ionescu-Pop", tudor.role());
        Instant now = Instant.now();
        job.does("time-entries", labour(now.minusSeconds(1200), now.minusSeconds(600)));

        job.assign(2, renamed);
        eventually(() -> job.isRead().then().body("technicians[0].name", equalTo("Tudor Ionescu-Pop")));
        job.isRead().then().body("visitState", equalTo("IN_PROGRESS"));
        job.does("time-entries", labour(now.minusSeconds(600), now));
        job.isRead().then().body("timeEntries.technicianName", equalTo(List.of(tudor.name(), "Tudor Ionescu-Pop")));

        job.does("complete", Map.of("outcome", "COMPLETE"));
        job.assign(3, tudor);
        eventually(() -> job.isRead().then().body("technicians[0].name", equalTo(tudor.name())));
        job.isRead().then().body("state", equalTo("COMPLETED"));
    }

    private static Map<String, Object> labour(Instant from, Instant to) {
        return Map.of("kind", "LABOUR", "startedAt", from.toString(), "endedAt", to.toString());
    }
}
