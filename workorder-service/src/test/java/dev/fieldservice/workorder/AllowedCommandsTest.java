package dev.fieldservice.workorder;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A refusal names the commands that the caller may give instead, as the job's screen does. */
@QuarkusTest
@WithTestResource(RealServers.class)
class AllowedCommandsTest {

    private Worker tudor;
    private Job job;

    @BeforeEach
    void tudorHasAJob() {
        tudor = Worker.technician("Tudor");
        job = Job.assignedTo(tudor);
    }

    @Test
    void whoeverDidTheWorkIsNotToldToApproveItAlsoWhenTheyMayReviewOthers() {
        job.does("start");
        job.does("complete", Map.of("outcome", "COMPLETE"));

        both(tudor).get(job.path()).then().body("allowedCommands", empty());
        starts(both(tudor)).body("allowedCommands", nullValue());
    }

    @Test
    void whatIsOfferedToOneIsNotOldNewsToAnother() {
        String screenOfTudor = job.isRead().header("ETag");
        Worker sorin = Worker.supervisor("Sorin");

        has(tudor, screenOfTudor).get(job.path()).then().statusCode(304).body(emptyString());
        has(sorin, screenOfTudor)
                .get(job.path())
                .then()
                .statusCode(200)
                .header("ETag", not(screenOfTudor))
                .body("allowedCommands", empty());
    }

    @Test
    void whoeverIsBusyWithOneJobIsNotToldToBeginAnother() {
        Job other = Job.assignedTo(tudor);
        other.isRead().then().body("allowedCommands", hasItems("travel", "arrive", "start"));
        job.does("start");

        other.isRead().then().body("allowedCommands", containsInAnyOrder("accept", "reject"));
        other.does("accept").then().body("allowedCommands", contains("reject"));
        tudor.post(other.path("pause"), Map.of("reason", "?"))
                .then()
                .statusCode(409)
                .body("allowedCommands", contains("reject"));
        tudor.post(other.path("start"), Map.of())
                .then()
                .statusCode(409)
                .body("code", equalTo("already-working-elsewhere"));

        job.does("pause", Map.of("reason", "Masa")).then().body("allowedCommands", hasItem("resume"));
        other.isRead().then().body("allowedCommands", hasItems("travel", "arrive", "start"));
        other.does("start");
        job.isRead().then().body("allowedCommands", not(hasItem("resume")));
    }

    private ValidatableResponse starts(RequestSpecification caller) {
        return caller.header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(Map.of())
                .post(job.path("start"))
                .then()
                .statusCode(409);
    }

    private static RequestSpecification both(Worker who) {
        return given().auth().oauth2(Tokens.of(who.id(), who.name(), Role.TECHNICIAN, Role.SUPERVISOR));
    }

    private static RequestSpecification has(Worker who, String etag) {
        return given().auth()
                .oauth2(Tokens.of(who.id(), who.name(), who.role()))
                .header("If-None-Match", etag);
    }
}
