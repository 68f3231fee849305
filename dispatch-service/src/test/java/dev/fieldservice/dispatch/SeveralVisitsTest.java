package dev.fieldservice.dispatch;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A job of two days, planned in one go. */
@QuarkusTest
@WithTestResource(RealServers.class)
class SeveralVisitsTest {

    private Mechanic tudor;
    private Mechanic teodora;
    private Job job;
    private UUID first;
    private UUID second;

    @BeforeEach
    void aJobOfTwoDays() {
        tudor = Mechanic.register("Tudor Ionescu");
        teodora = Mechanic.register("Teodora Pop");
        job = Job.waiting();
        first = job.given(tudor, Job.in(1), Job.in(4));
        second = planned(teodora, Job.in(24), Job.in(28));
    }

    @Test
    void theSecondHoldsItsTimeAndStandsInTheCalendar() {
        assertThat(states()).containsExactly("DISPATCHED", "SCHEDULED");
        assertThat(Events.await(Topics.ORDER_ASSIGNED, job.order(), 1))
                .as("the field knows of the first")
                .hasSize(1);
        Job.waiting()
                .command("assign", Job.assignment(Job.in(25), Job.in(26), teodora))
                .then()
                .statusCode(409)
                .body("code", equalTo("technician-busy"));
        teodora.gets("/v1/calendar?from=" + Job.in(0) + "&to=" + Job.in(48))
                .then()
                .statusCode(200)
                .body("items.appointment.state", contains("SCHEDULED"));
        teodora.gets(job.path()).then().statusCode(200);
    }

    @Test
    void whereTheFirstDoesNotFinishTheJobTheSecondIsTheNext() {
        job.progresses(first, 1, "IN_PROGRESS", Instant.now());
        job.becomes("IN_PROGRESS");
        UUID third = planned(tudor, Job.in(48), Job.in(50));
        job.progresses(first, 2, "PARTIALLY_COMPLETED", Instant.now());
        job.isReportedDone(first, "INCOMPLETE", true, Instant.now());

        job.visitBecomes(second, "DISPATCHED");
        job.becomes("SCHEDULED");
        JsonNode told = Events.await(Topics.ORDER_ASSIGNED, job.order(), 2).getLast();
        assertThat(told.at("/appointmentId").asText()).isEqualTo(second.toString());
        assertThat(told.at("/technicians/0/name").asText()).isEqualTo("Teodora Pop");
        assertThat(states()).containsExactly("PARTIALLY_COMPLETED", "DISPATCHED", "SCHEDULED");
        assertThat(get(Person.DANA, "/v1/appointments/" + third).<String>path("state"))
                .isEqualTo("SCHEDULED");
    }

    @Test
    void whereTheFirstFinishesTheJobNobodyComesAgain() {
        job.progresses(first, 1, "IN_PROGRESS", Instant.now());
        job.progresses(first, 2, "COMPLETED", Instant.now());
        job.isReportedDone(first, "COMPLETE", false, Instant.now());

        job.becomes("COMPLETED");
        assertThat(states()).containsExactly("COMPLETED", "CANCELLED");
        assertThat(Job.waiting().given(teodora, Job.in(24), Job.in(28)))
                .as("her time is free")
                .isNotNull();
    }

    @Test
    void whatReturnsToThePoolHasNoPlan() {
        job.command("unassign", Map.of("reason", "Urgent job elsewhere")).then().statusCode(200);
        assertThat(states()).containsExactly("CANCELLED", "CANCELLED");

        Job rejected = Job.waiting();
        UUID visit = rejected.given(tudor, Job.in(1), Job.in(4));
        plan(rejected, teodora, Job.in(24), Job.in(28)).then().statusCode(200);
        rejected.progresses(visit, 1, "REJECTED", Instant.now(), "Mașina nu pornește");
        rejected.becomes("UNSCHEDULED");
        assertThat(rejected.seen().<List<String>>path("appointments.state")).containsExactly("REJECTED", "CANCELLED");
    }

    @Test
    void whoseTicketIsCancelledIsNotVisitedAgain() {
        job.progresses(first, 1, "IN_PROGRESS", Instant.now());
        job.becomes("IN_PROGRESS");
        job.isCancelled("Firma s-a răzgândit");
        job.visitBecomes(second, "CANCELLED");
        plan(job, teodora, Job.in(24), Job.in(28)).then().statusCode(409).body("code", equalTo("called-off"));
    }

    @Test
    void oneThatIsToFollowCanBeCancelled() {
        job.command("cancel-visit", Map.of("appointmentId", first, "reason", "Nu mai e nevoie"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/appointmentId"));
        job.seen().then().body("allowedCommands", hasItem("cancel-visit"));
        job.command("cancel-visit", Map.of("appointmentId", second, "reason", "Nu mai e nevoie"))
                .then()
                .statusCode(200)
                .body("allowedCommands", not(hasItem("cancel-visit")))
                .body("state", equalTo("SCHEDULED"))
                .body("appointment.state", equalTo("CANCELLED"));
        assertThat(states()).containsExactly("DISPATCHED", "CANCELLED");
        job.seen().then().body("allowedCommands", not(hasItem("cancel-visit")));
        job.command("resume", Map.of()).then().statusCode(409).body("allowedCommands", not(hasItem("cancel-visit")));
        plan(job, tudor, Job.in(50), Job.in(52)).then().body("allowedCommands", hasItem("cancel-visit"));
    }

    @Test
    void visitsOfOneOrderFollowEachOther() {
        plan(job, tudor, Job.in(3), Job.in(5)).then().statusCode(422).body("code", equalTo("visits-overlap"));
        plan(job, tudor, Job.in(27), Job.in(29)).then().statusCode(422).body("code", equalTo("visits-overlap"));
        plan(job, tudor, Job.in(4), Job.in(5)).then().statusCode(200);
        job.command("assign", Job.assignment(Job.in(23), Job.in(25), tudor))
                .then()
                .statusCode(422)
                .body("code", equalTo("visits-overlap"));
        plan(Job.waiting(), tudor, Job.in(4), Job.in(5))
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-transition"));
    }

    @Test
    void theNextCanBeMovedWithoutTheOthers() {
        job.isPlannedFor(tudor, Job.in(2), Job.in(3));
        assertThat(states()).containsExactly("DISPATCHED", "SCHEDULED");
        eventually(() ->
                assertThat(Events.await(Topics.ORDER_ASSIGNED, job.order(), 2)).hasSize(2));
    }

    private List<String> states() {
        return job.seen().path("appointments.state");
    }

    private UUID planned(Mechanic mechanic, String start, String end) {
        Response answer = plan(job, mechanic, start, end);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.<String>path("appointment.state")).isEqualTo("SCHEDULED");
        return UUID.fromString(answer.path("appointment.id"));
    }

    private static Response plan(Job job, Mechanic mechanic, String start, String end) {
        return job.command("plan-visit", Job.assignment(start, end, mechanic));
    }
}
