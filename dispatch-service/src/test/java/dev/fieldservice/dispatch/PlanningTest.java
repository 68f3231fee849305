package dev.fieldservice.dispatch;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets which job when. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PlanningTest {

    private Mechanic tudor;
    private Mechanic teodora;

    @BeforeEach
    void twoTechniciansAreFree() {
        tudor = Mechanic.register("Tudor Ionescu");
        teodora = Mechanic.register("Teodora Pop");
    }

    @Test
    void anAssignmentTellsTheTechniciansEverything() {
        Job job = Job.waiting();
        Map<String, Object> assignment = Job.assignment(Job.in(10), Job.in(12), tudor, teodora);
        assignment.put("leadId", teodora.id());
        assignment.put(
                "plannedParts",
                List.of(Map.of("partId", Ids.next(), "quantity", Map.of("amount", "5", "unit", "KGM"))));

        job.command("assign", assignment)
                .then()
                .statusCode(200)
                .body("state", equalTo("SCHEDULED"))
                .body("assignmentVersion", equalTo(1))
                .body("appointment.state", equalTo("DISPATCHED"));

        JsonNode event = Events.awaitOne(Topics.ORDER_ASSIGNED, job.order());
        assertThat(event.at("/assignmentVersion").asInt()).isEqualTo(1);
        assertThat(event.at("/technicians").findValuesAsText("lead")).containsExactlyInAnyOrder("false", "true");
        assertThat(event.at("/jobCard/contact/name").asText()).isEqualTo("Maria Ionescu");
        assertThat(event.at("/jobCard/asset/serialNumber").asText()).isEqualTo("FX40-2021-004417");
        assertThat(event.at("/jobCard/instructions").asText()).contains("presiune");
        assertThat(event.at("/plannedParts/0/quantity/amount").asText()).isEqualTo("5.000");
        assertThat(event.at("/ticketNumber").asText()).isEqualTo("T-2026-000042");
        tudor.gets(job.path()).then().statusCode(200).body("appointments[0].technicians.name", hasItem("Teodora Pop"));
    }

    @Test
    void aReassignmentReplacesTheOneBefore() {
        Job job = Job.waiting();
        UUID first = job.given(tudor, Job.in(10), Job.in(12));
        UUID second = job.given(teodora, Job.in(14), Job.in(15));

        assertThat(second).isEqualTo(first);
        List<JsonNode> told = Events.await(Topics.ORDER_ASSIGNED, job.order(), 2);
        assertThat(told.getLast().at("/assignmentVersion").asInt()).isEqualTo(2);
        assertThat(told.getLast().at("/technicians")).hasSize(1);
        tudor.gets(job.path()).then().statusCode(404);
        teodora.gets(job.path()).then().statusCode(200);
        assertThat(Job.waiting().given(tudor, Job.in(10), Job.in(12)))
                .as("the first is free again")
                .isNotNull();
    }

    @Test
    void windowsMayTouchAndMayNotOverlap() {
        Job.waiting().isPlannedFor(tudor, Job.in(10), Job.in(12));
        Job.waiting().isPlannedFor(tudor, Job.in(12), Job.in(13));
        Job.waiting().isPlannedFor(tudor, Job.in(8), Job.in(10));

        Job.waiting()
                .command("assign", Job.assignment(Job.in(11), Job.in(14), teodora, tudor))
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("technician-busy"));
        assertThat(Job.waiting().given(teodora, Job.in(11), Job.in(14)))
                .as("nothing is left of what was refused")
                .isNotNull();
    }

    @Test
    void ofManyPlansForTheSameHourOneIsTaken() throws Exception {
        List<Job> jobs = IntStream.range(0, 8).mapToObj(i -> Job.waiting()).toList();
        List<Callable<Response>> plans = new ArrayList<>();
        for (int i = 0; i < jobs.size(); i++) {
            Job job = jobs.get(i);
            Map<String, Object> assignment = i % 2 == 0
                    ? Job.assignment(Job.in(10), Job.in(12), tudor, teodora)
                    : Job.assignment(Job.in(11), Job.in(13), teodora, tudor);
            plans.add(() -> job.command("assign", assignment));
        }

        List<Response> answers = atOnce(plans);

        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(200)
                .containsOnly(200, 409);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
                .extracting(answer -> answer.path("code"))
                .containsOnly("technician-busy");
    }

    @Test
    void ofManyWhoClaimOneWinsAndTheOthersAreTold() throws Exception {
        Job job = Job.waiting();
        List<Mechanic> mechanics = IntStream.range(0, 8)
                .mapToObj(i -> Mechanic.register("Technician " + i))
                .toList();

        List<Response> answers = atOnce(mechanics.stream()
                .map(mechanic -> (Callable<Response>) () -> mechanic.posts(job.path() + "/claim", Map.of()))
                .toList());

        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(200)
                .isSubsetOf(200, 409, 404); // who comes when it has left the pool does not see it any more
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
                .extracting(answer -> answer.path("code"))
                .allMatch("already-claimed"::equals);
        JsonNode told = Events.awaitOne(Topics.ORDER_ASSIGNED, job.order());
        assertThat(told.at("/technicians/0/lead").asBoolean()).isTrue();
        assertThat(Events.await(Topics.ORDER_ASSIGNED, job.order(), 1)).hasSize(1);
    }

    @Test
    void whatIsSomebodyElsesIsClaimedAsIfItDidNotExist() {
        Job job = Job.waiting();
        var _ = job.given(tudor, Job.in(10), Job.in(12));
        Response foreign = teodora.posts(job.path() + "/claim", Map.of());
        Response unknown = teodora.posts("/v1/service-orders/" + Ids.next() + "/claim", Map.of());

        foreign.then().statusCode(404).body("code", equalTo("not-found"));
        unknown.then().statusCode(404).body("detail", equalTo(foreign.<String>path("detail")));
    }

    @Test
    void whoClaimsOnceMoreUnderANewKeyIsAnsweredAsTheFirstTime() {
        Job job = Job.waiting();
        Response first = tudor.posts(job.path() + "/claim", Map.of());

        tudor.posts(job.path() + "/claim", Map.of())
                .then()
                .statusCode(200)
                .header("ETag", first.header("ETag"))
                .body("appointment.id", equalTo(first.path("appointment.id")))
                .body("appointment.window.start", equalTo(first.path("appointment.window.start")));
        tudor.posts(job.path() + "/claim", Map.of("window", Map.of("start", Job.in(50), "end", Job.in(51))))
                .then()
                .statusCode(409)
                .body("code", equalTo("already-claimed"));
        assertThat(Events.await(Topics.ORDER_ASSIGNED, job.order(), 1)).hasSize(1);
    }

    @Test
    void aClaimThatIsRepeatedTakesEffectOnce() {
        Job job = Job.waiting();
        String key = UUID.randomUUID().toString();

        Response first = tudor.posts(key, job.path() + "/claim", Map.of());
        Response second = tudor.posts(key, job.path() + "/claim", Map.of());

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        teodora.gets(job.path()).then().statusCode(404);
        post(Person.DANA, job.path() + "/claim", Map.of()).then().statusCode(403);
        post(Person.TUDOR, Job.waiting().path() + "/claim", Map.of())
                .then()
                .statusCode(422)
                .body("code", equalTo("not-registered"));
    }

    @Test
    void aCrewIsBookedAsAWhole() {
        String crew = post(
                        Person.DANA,
                        "/v1/crews",
                        Map.of(
                                "name",
                                "Crew " + Ids.next(),
                                "leadId",
                                teodora.id(),
                                "memberIds",
                                List.of(tudor.id(), teodora.id())))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Job job = Job.waiting();

        job.command("assign", Map.of("crewId", crew, "window", Job.window(Job.in(10), Job.in(12))))
                .then()
                .statusCode(200)
                .body("appointment.technicians.find { it.lead }.name", equalTo("Teodora Pop"));
        Job.waiting()
                .command("assign", Job.assignment(Job.in(11), Job.in(12), tudor))
                .then()
                .statusCode(409)
                .body("code", equalTo("technician-busy"));
        post(Person.DANA, "/v1/crews", Map.of("name", "X", "leadId", Ids.next(), "memberIds", List.of(tudor.id())))
                .then()
                .statusCode(422)
                .body("code", equalTo("lead-not-in-crew"));
    }

    @Test
    void everybodyIsOfferedWhatTheyMayDo() {
        Job job = Job.waiting();

        get(Person.DANA, job.path()).then().body("allowedCommands", contains("assign", "hold", "set-work-type"));
        get(Person.SORIN, job.path()).then().body("allowedCommands", empty());
        tudor.gets(job.path()).then().body("allowedCommands", contains("claim"));
        get(Person.ADMIN, job.path()).then().body("allowedCommands", contains("assign", "hold", "set-work-type"));
        job.command("resume", Map.of())
                .then()
                .statusCode(409)
                .body("allowedCommands", contains("assign", "hold", "set-work-type"));
        tudor.posts(job.path() + "/claim", Map.of()).then().body("allowedCommands", empty());
    }

    @Test
    void whatIsTakenBackOrHeldLeavesThePhone() {
        Job job = Job.waiting();
        job.isPlannedFor(tudor, Job.in(10), Job.in(12));
        job.command("unassign", Map.of("reason", "Urgent job elsewhere"))
                .then()
                .statusCode(200)
                .body("state", equalTo("UNSCHEDULED"), "appointment.state", equalTo("CANCELLED"))
                .body("reason", equalTo("Urgent job elsewhere"));
        job.isPlannedFor(tudor, Job.in(10), Job.in(12));
        job.command("hold", Map.of("reason", "WAITING_PART", "note", "Compressor ordered"))
                .then()
                .statusCode(200)
                .body("state", equalTo("ON_HOLD"))
                .body("holdReason", equalTo("WAITING_PART"))
                .body("allowedCommands", contains("resume", "set-work-type"));

        List<JsonNode> taken = Events.await(Topics.ORDER_UNASSIGNED, job.order(), 2);
        assertThat(taken)
                .extracting(event -> event.at("/assignmentVersion").asInt())
                .containsExactly(2, 4);
        tudor.gets(job.path()).then().statusCode(404);
        post(Person.DANA, job.path() + "/resume").then().statusCode(200).body("state", equalTo("UNSCHEDULED"));
        assertThat(Events.await(Topics.ORDER_HOLD_CHANGED, job.order(), 2))
                .extracting(event -> event.path("holdReason").asText("-") + " " + event.path("isCustomersTime"))
                .containsExactly("WAITING_PART false", "- false");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-02T10:00:00Z|2026-03-02T10:00:00Z|400|/window/end",
                "2026-03-02T10:00:00Z|2026-03-01T10:00:00Z|400|/window/end",
                "2020-03-02T10:00:00Z|2020-03-02T12:00:00Z|400|/window/end",
                "2026-03-02T10:00:00Z|2026-03-20T10:00:00Z|400|/window/end",
                "+1000000000-12-31T00:00:00Z|2026-03-02T10:00:00Z|400|/window/start",
                "yesterday|2026-03-02T10:00:00Z|400|/window/start"
            })
    void aWindowThatCannotBeIsRefused(String start, String end, int status, String pointer) {
        Job.waiting()
                .command("assign", Job.assignment(start, end, tudor))
                .then()
                .statusCode(status)
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void unknownPeopleAreNamed() {
        Job job = Job.waiting();
        Mechanic nobody = new Mechanic(Ids.next(), "Nobody");
        job.command("assign", Job.assignment(Job.in(1), Job.in(2), tudor, nobody))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/technicianIds/1"));
        job.command("assign", Map.of("crewId", Ids.next(), "window", Job.window(Job.in(1), Job.in(2))))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/crewId"));
        job.command("assign", Map.of("window", Job.window(Job.in(1), Job.in(2))))
                .then()
                .statusCode(400);
    }

    @Test
    void techniciansAreKeptByTheOfficeAndSeeThemselves() {
        String path = "/v1/technicians/" + tudor.id();
        tudor.gets(path).then().statusCode(200).body("name", equalTo("Tudor Ionescu"));
        teodora.gets(path).then().statusCode(404);
        tudor.gets("/v1/technicians").then().statusCode(403);
        get(Person.SORIN, "/v1/technicians?skill=refrigeration").then().statusCode(200);
        post(Person.SORIN, "/v1/technicians", Map.of("userId", Ids.next(), "name", "X"))
                .then()
                .statusCode(403);
        post(Person.DANA, "/v1/technicians", Map.of("userId", tudor.id(), "name", "Again"))
                .then()
                .statusCode(409)
                .body("code", equalTo("technician-exists"));
        post(
                        Person.DANA,
                        "/v1/technicians",
                        Map.of("userId", Ids.next(), "name", "X", "territoryIds", List.of(Ids.next())))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/territoryIds/0"));
        String etag = get(Person.DANA, path).header("ETag");
        Map<String, Object> renamed = Map.of("userId", tudor.id(), "name", "Tudor I.", "skills", List.of("f-gas"));
        put(Person.DANA, path, etag, renamed).then().statusCode(200).body("skills", contains("f-gas"));
        put(Person.DANA, path, etag, renamed).then().statusCode(412);
    }

    private static List<Response> atOnce(List<Callable<Response>> calls) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
