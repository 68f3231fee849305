package dev.fieldservice.dispatch;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a kind of work asks for, and what follows from it for whoever plans. */
@QuarkusTest
@WithTestResource(RealServers.class)
class WorkTypeTest {

    private static final String TYPES = "/v1/work-types";
    private static final Map<String, Object> WHY = Map.of("reason", "Nu se mai face");
    private static final Map<String, Object> PRESSURE = Map.of(
            "code", "leak-test-pressure",
            "question", "Presiunea la probă",
            "kind", "NUMBER",
            "required", true,
            "unit", "BAR",
            "least", "10",
            "most", "40.5");

    private final UUID part = Ids.next();

    @Test
    void aWorkTypeIsToldAsAWholeWithEachOfItsVersions() {
        Map<String, Object> details = leakTest();
        UUID type = defined(details);
        details.put("signatureNeeded", false);
        replaced(type, details).then().statusCode(200).body("version", equalTo(1));

        List<JsonNode> told = Events.await(Topics.WORK_TYPE_DEFINED, type, 2);

        assertThat(told)
                .extracting(each -> each.path("workTypeVersion").asInt())
                .containsExactly(0, 1);
        assertThat(told.getFirst().at("/checklist/0/most").asText()).isEqualTo("40.500");
        assertThat(told.getFirst().at("/checklist/0/outOfLimits").asText()).isEqualTo("REFUSED");
        assertThat(told.getFirst().at("/plannedParts/0/partId").asText()).isEqualTo(part.toString());
        assertThat(told.getLast().path("signatureNeeded").asBoolean()).isFalse();
    }

    @Test
    void whatIsThereCanBeToldAnew() {
        UUID type = defined(leakTest());
        post(Person.ADMIN, "/v1/operations/dispatch-service/topics/" + Topics.WORK_TYPE_DEFINED + "/retell", "")
                .then()
                .statusCode(200);

        assertThat(Events.await(Topics.WORK_TYPE_DEFINED, type, 2))
                .extracting(each -> each.path("workTypeVersion").asInt())
                .containsOnly(0);
    }

    @Test
    void aCodeAndANameAreGivenOnceAndTheCodeStays() {
        Map<String, Object> details = leakTest();
        UUID type = defined(details);
        post(Person.DANA, TYPES, details).then().statusCode(409).body("code", equalTo("code-taken"));

        details.put("code", "X-" + Ids.next());
        post(Person.DANA, TYPES, details).then().statusCode(409).body("code", equalTo("name-taken"));
        replaced(type, details).then().statusCode(422).body("code", equalTo("code-is-fixed"));
    }

    @Test
    void whatDoesNotFitTogetherIsRefusedWhereItStands() {
        Map<String, Object> twice = leakTest();
        twice.put("checklist", List.of(PRESSURE, PRESSURE));
        isRefused(twice, "given-twice", "/checklist/1/code");

        Map<String, Object> crossed = new HashMap<>(PRESSURE);
        crossed.put("least", "41");
        isRefused(asking(crossed), "limits-crossed", "/checklist/0/most");

        Map<String, Object> text = new HashMap<>(PRESSURE);
        text.put("kind", "TEXT");
        isRefused(asking(text), "does-not-fit-kind", "/checklist/0/unit");

        Map<String, Object> choice = Map.of("code", "gas", "question", "Gaz?", "kind", "CHOICE", "required", true);
        isRefused(asking(choice), "does-not-fit-kind", "/checklist/0/choices");
    }

    @Test
    void ofEachServiceTypeOneIsTheDefaultUntilItIsRetired() {
        Map<String, Object> first = leakTest();
        first.put("defaultFor", List.of("INSPECTION"));
        UUID type = defined(first);
        Map<String, Object> second = leakTest();
        second.put("defaultFor", List.of("INSPECTION"));
        post(Person.DANA, TYPES, second).then().statusCode(409).body("code", equalTo("default-taken"));

        Job job = Job.waiting(ticket -> ticket.put("serviceType", "INSPECTION"));
        job.seen().then().body("workType.id", equalTo(type.toString()), "workType.expectedMinutes", equalTo(90));

        post(Person.DANA, TYPES + "/" + type + "/retire", WHY)
                .then()
                .statusCode(200)
                .body("state", equalTo("RETIRED"));
        assertThat(Events.await(Topics.WORK_TYPE_DEFINED, type, 2)
                        .getLast()
                        .path("retired")
                        .asBoolean())
                .isTrue();
        Job.waiting(ticket -> ticket.put("serviceType", "INSPECTION"))
                .seen()
                .then()
                .body("workType", nullValue());
        set(job, type).then().statusCode(422).body("code", equalTo("work-type-is-retired"));

        UUID next = defined(second);
        post(Person.DANA, TYPES + "/" + type + "/reinstate", WHY)
                .then()
                .statusCode(409)
                .body("code", equalTo("default-taken"));
        post(Person.DANA, TYPES + "/" + next + "/retire", WHY).then().statusCode(200);
    }

    @Test
    void itsSkillsAreRequiredAndItsPartsAreTakenAlong() {
        Mechanic tudor = Mechanic.register("Tudor Ionescu");
        Mechanic welder = Mechanic.register("Teodora Pop", List.of("refrigeration", "f-gas", "brazing"));
        Job job = Job.waiting();
        set(job, defined(leakTest())).then().statusCode(200);
        job.seen().then().body("requiredSkills", hasItems("refrigeration", "f-gas", "brazing"));

        job.command("assign", Job.assignment(Job.in(10), Job.in(12), tudor))
                .then()
                .statusCode(422)
                .body("code", equalTo("skills-missing"));
        job.command("assign", Job.assignment(Job.in(10), Job.in(12), welder))
                .then()
                .statusCode(200)
                .body("appointment.plannedParts.partId", contains(part.toString()));
        Map<String, Object> withoutParts = Job.assignment(Job.in(10), Job.in(12), welder);
        withoutParts.put("plannedParts", List.of());
        job.command("assign", withoutParts).then().statusCode(200).body("appointment.plannedParts", equalTo(List.of()));
    }

    @Test
    void whoClaimsWithoutSayingWhenIsExpectedToTakeAsLongAsSuchWorkTakes() {
        Mechanic welder = Mechanic.register("Teodora Pop", List.of("refrigeration", "f-gas", "brazing"));
        Job job = Job.waiting();
        set(job, defined(leakTest())).then().statusCode(200);

        Response claimed = welder.posts(job.path() + "/claim", Map.of());

        claimed.then().statusCode(200);
        assertThat(Duration.between(
                        Instant.parse(claimed.path("appointment.window.start")),
                        Instant.parse(claimed.path("appointment.window.end"))))
                .hasMinutes(90);
    }

    @Test
    void theTechniciansAreToldAndOnceTheyAreAtItItIsTooLate() {
        Mechanic welder = Mechanic.register("Teodora Pop", List.of("refrigeration", "f-gas", "brazing"));
        Job job = Job.waiting();
        UUID visit = job.given(welder, Job.in(1), Job.in(2));
        UUID type = defined(leakTest());

        set(job, type).then().statusCode(200).body("assignmentVersion", equalTo(2));

        JsonNode told = Events.await(Topics.ORDER_ASSIGNED, job.order(), 2).getLast();
        assertThat(told.path("workTypeId").asText()).isEqualTo(type.toString());
        assertThat(told.path("appointmentId").asText()).isEqualTo(visit.toString());
        job.command("set-work-type", Map.of()).then().statusCode(200);
        assertThat(Events.await(Topics.ORDER_ASSIGNED, job.order(), 3).getLast().has("workTypeId"))
                .isFalse();

        job.progresses(visit, 1, "TRAVELLING", Instant.now());
        job.becomes("IN_PROGRESS");
        set(job, type)
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-transition"))
                .body("allowedCommands", not(hasItem("set-work-type")));
        set(job, Ids.next()).then().statusCode(422).body("errors[0].pointer", equalTo("/workTypeId"));
    }

    @Test
    void theListTellsThoseInUseFromThoseRetired() {
        UUID type = defined(leakTest());
        post(Person.ADMIN, TYPES + "/" + type + "/retire", WHY).then().statusCode(200);

        eventually(() -> get(Person.SORIN, TYPES + "?limit=200&retired=true")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(type.toString())));
        get(Person.SORIN, TYPES + "?limit=200&retired=false").then().body("items.id", not(hasItem(type.toString())));
    }

    private Map<String, Object> leakTest() {
        String one = Ids.next().toString();
        Map<String, Object> details = new HashMap<>();
        details.put("code", "LEAK-" + one.substring(one.length() - 12));
        details.put("name", "Probă de etanșeitate " + one);
        details.put("expectedMinutes", 90);
        details.put("skills", List.of("f-gas", "brazing"));
        details.put("plannedParts", List.of(Map.of("partId", part, "quantity", Map.of("amount", "2", "unit", "KGM"))));
        details.put("checklist", List.of(PRESSURE));
        details.put("evidence", List.of(Map.of("kind", "AFTER", "count", 1)));
        details.put("signatureNeeded", true);
        return details;
    }

    private Map<String, Object> asking(Map<String, Object> item) {
        Map<String, Object> details = leakTest();
        details.put("checklist", List.of(item));
        return details;
    }

    private static void isRefused(Map<String, Object> details, String code, String pointer) {
        post(Person.DANA, TYPES, details)
                .then()
                .statusCode(422)
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
    }

    private static UUID defined(Map<String, Object> details) {
        Response answer = post(Person.DANA, TYPES, details);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return UUID.fromString(answer.path("id"));
    }

    private static Response replaced(UUID type, Map<String, Object> details) {
        String path = TYPES + "/" + type;
        return put(Person.DANA, path, get(Person.DANA, path).header("ETag"), details);
    }

    private static Response set(Job job, UUID type) {
        return job.command("set-work-type", Map.of("workTypeId", type));
    }
}
