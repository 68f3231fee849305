package dev.fieldservice.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(RealServers.class)
class VisitsTest {

    private static final Map<String, Object> WHY = Map.of("reason", "Pauză");

    private Worker tudor;

    @BeforeEach
    void aTechnicianIsFree() {
        tudor = Worker.technician("Tudor");
    }

    @Test
    void everyStepOfTheVisitIsToldToTheOthersInOrder() {
        Job job = Job.assignedTo(tudor);
        job.does("accept");
        job.does("travel");
        job.does("arrive", Map.of("position", Job.BY_THE_RAMP));
        job.does("start");
        job.does("pause", Map.of("reason", "Aștept frigoriferul de rezervă"));
        job.does("resume");
        job.does("complete", Map.of("outcome", "CANNOT_COMPLETE", "followUpRequired", true));

        List<JsonNode> steps = Events.await(Topics.VISIT_PROGRESSED, job.id(), 7);
        assertThat(steps)
                .extracting(step -> step.at("/state").asText())
                .containsExactly(
                        "ACCEPTED", "TRAVELLING", "ON_SITE", "IN_PROGRESS", "PAUSED", "IN_PROGRESS", "CANNOT_COMPLETE");
        assertThat(steps)
                .extracting(step -> step.at("/progressVersion").asInt())
                .containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(steps.get(2).at("/position/accuracyMetres").asDouble()).isEqualTo(12.5);
        assertThat(steps.get(3).has("position")).isFalse();
        assertThat(steps.get(4).at("/reason").asText()).contains("rezervă");
        JsonNode completed = Events.awaitOne(Topics.JOB_COMPLETED, job.id());
        assertThat(completed.at("/outcome").asText()).isEqualTo("CANNOT_COMPLETE");
        assertThat(completed.at("/followUpRequired").asBoolean()).isTrue();
    }

    @Test
    void whereNobodyKnowsWhereTheSiteIsWorkBeginsAllTheSame() {
        Job job = Job.of(tudor);
        ObjectNode event = (ObjectNode) job.assigned(job.appointment(), 1, tudor);
        ((ObjectNode) event.at("/jobCard/location")).remove("position");
        Events.publish(Topics.ORDER_ASSIGNED, job.id(), event);
        job.awaitOnPhone();

        job.does("start", Map.of("position", Job.BY_THE_RAMP));

        job.isRead()
                .then()
                .body("links.map", startsWith("geo:0,0?q=Bulevardul%20Timi%C8%99oara%2026"))
                .body("jobCard.location.position", nullValue())
                .body("visits[0].start.position.status", equalTo("MEASURED"))
                .body("visits[0].start.position.distanceMetres", nullValue());
    }

    @Test
    void theStartKeepsWhereAndWhenByBothClocks() {
        Job job = Job.assignedTo(tudor);
        String device = Instant.now().minusSeconds(90).toString();

        job.does("start", Map.of("position", Job.BY_THE_RAMP, "occurredAt", device));

        job.isRead()
                .then()
                .body("visits[0].start.occurredAt", containsString(device.substring(0, 23)))
                .body("visits[0].start.recordedAt", notNullValue())
                .body("visits[0].start.position.status", equalTo("MEASURED"))
                .body("visits[0].start.position.distanceMetres", lessThan(50));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"position\":null}",
                "{\"position\":{}}",
                "{\"position\":{\"latitude\":\"NaN\",\"longitude\":\"NaN\"}}",
                "{\"position\":{\"altitude\":85,\"heading\":null}}",
                "{\"position\":{\"latitude\":444.4,\"longitude\":26.0}}",
                "{\"position\":{\"latitude\":1e999,\"longitude\":[]}}",
                "{\"position\":{\"latitude\":0,\"longitude\":0,\"accuracyMetres\":1}}"
            })
    void aBadFixNeverKeepsFromWorking(String body) {
        Job job = Job.assignedTo(tudor);

        job.does("start", body).then().body("state", equalTo("IN_PROGRESS"));
        job.isRead()
                .then()
                .body("visits[0].start.position.status", equalTo("UNAVAILABLE"))
                .body("visits[0].start.position.note", notNullValue())
                .body("visits[0].start.position.latitude", nullValue());
        assertThat(Events.awaitOne(Topics.VISIT_PROGRESSED, job.id()).has("position"))
                .isFalse();
    }

    @Test
    void aFixThatIsFiveKilometresOffIsKeptAsPoor() {
        Job job = Job.assignedTo(tudor);
        Map<String, Object> fix = new HashMap<>(Job.BY_THE_RAMP);
        fix.put("accuracyMetres", 5000);

        job.does("start", Map.of("position", fix));
        job.isRead().then().body("visits[0].start.position.status", equalTo("POOR"));
    }

    /** Two topics tell of one end, in any order. */
    @Test
    void theEndOfTheJobIsTheEndOfTheVisitHoweverLateItIsTold() {
        Job job = Job.assignedTo(tudor);
        job.began(Duration.ofHours(3));
        Instant device = Instant.now().minusSeconds(7200).truncatedTo(ChronoUnit.SECONDS);

        job.does("complete", Map.of("outcome", "COMPLETE", "occurredAt", device.toString()));
        job.isRead().then().body("visits[0].end.occurredAt", equalTo(device.toString()));

        assertThat(Events.awaitOne(Topics.JOB_COMPLETED, job.id())
                        .at("/completedAt")
                        .asText())
                .isEqualTo(device.toString());
        assertThat(Events.await(Topics.VISIT_PROGRESSED, job.id(), 2)
                        .get(1)
                        .at("/occurredAt")
                        .asText())
                .isEqualTo(device.toString());
    }

    @Test
    void theSameTapTwiceIsOneStep() {
        Job job = Job.assignedTo(tudor);
        String key = UUID.randomUUID().toString();

        tudor.post(key, job.path("start"), Map.of()).then().statusCode(200);
        tudor.post(key, job.path("start"), Map.of())
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .body("state", equalTo("IN_PROGRESS"));
        tudor.post(key, job.path("start"), Map.of("position", Job.BY_THE_RAMP))
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        assertThat(Events.await(Topics.VISIT_PROGRESSED, job.id(), 1)).hasSize(1);
    }

    @Test
    void everythingDoneCannotAlsoNeedAnotherVisit() {
        Job job = Job.assignedTo(tudor);
        job.does("start");

        tudor.post(job.path("complete"), Map.of("outcome", "COMPLETE", "followUpRequired", true))
                .then()
                .statusCode(422)
                .body("code", equalTo("nothing-to-follow-up"));
        job.does("complete", Map.of("outcome", "CANNOT_COMPLETE"));
        job.isRead().then().body("followUpRequired", equalTo(false));
    }

    @Test
    void aForeignTechnicianFindsNothingWhateverTheCommand() {
        Job job = Job.assignedTo(tudor);
        Worker stranger = Worker.technician("Străin");
        Map<String, Object> commands = new HashMap<>();
        Stream.of("accept", "travel", "arrive", "start", "resume").forEach(name -> commands.put(name, Map.of()));
        Stream.of("reject", "pause", "parts/" + UUID.randomUUID() + "/reverse")
                .forEach(name -> commands.put(name, WHY));
        commands.put("complete", Map.of("outcome", "COMPLETE"));
        commands.put("comments", Map.of("text", "Salut"));
        commands.put("parts", Map.of("partId", UUID.randomUUID(), "quantity", Van.quantity("1", "EA")));
        commands.put("signature", Map.of("outcome", "ABSENT", "reason", "Nimeni"));
        commands.put(
                "time-entries",
                Map.of("kind", "LABOUR", "startedAt", "2026-11-02T08:00:00Z", "endedAt", "2026-11-02T09:00:00Z"));

        commands.forEach((name, body) ->
                stranger.post(job.path(name), body).then().statusCode(404).body("code", equalTo("not-found")));
        stranger.put(job.path("approver"), "\"0\"", Map.of("name", "X")).then().statusCode(404);
        for (String read : List.of("", "/history", "/signing-content", "/signature/image", "/signature/content")) {
            stranger.get(job.path() + read).then().statusCode(404);
        }
        job.isRead().then().header("ETag", startsWith("\"0-"));
    }

    @Test
    void rolesWithoutBusinessOnSiteAreTurnedAway() {
        Job job = Job.assignedTo(tudor);
        Worker dana = new Worker(Person.DANA.id(), "Dana", Person.DANA.role());
        Worker ana = new Worker(Person.ANA.id(), "Ana", Person.ANA.role());

        dana.get(job.path()).then().statusCode(200);
        dana.post(job.path("start"), Map.of()).then().statusCode(403);
        dana.approves(job, Job.APPROVAL).then().statusCode(403);
        tudor.approves(job, Job.APPROVAL).then().statusCode(403);
        tudor.post(job.path("send-back"), Job.fault("?")).then().statusCode(403);
        ana.get(job.path()).then().statusCode(403);
        ana.get("/v1/work-orders").then().statusCode(403);
        dana.get("/v1/work-orders?limit=1").then().statusCode(200).body("items.size()", equalTo(1));
    }

    @Test
    void brokenInputIsAnsweredAndNeverAFault() {
        Job job = Job.assignedTo(tudor);
        for (String body :
                List.of("{\"reason\":\"\\u0001\"}", "{\"reason\":5}", "{}", "[]", "null", "{", "{\"x\":1}")) {
            tudor.post(job.path("reject"), body).then().statusCode(400);
        }
        tudor.post(job.path("start"), "{\"position\":7}").then().statusCode(400);
        tudor.post(job.path("complete"), Map.of("outcome", "PERHAPS")).then().statusCode(400);
        tudor.get("/v1/work-orders?state=LOST").then().statusCode(400);
        tudor.get("/v1/work-orders/not-an-id").then().statusCode(404);
    }
}
