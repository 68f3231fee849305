package dev.fieldservice.dispatch;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.MovableClock;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is at a visit while it goes on: those who have set out, whoever was planned, and the helpers who come and go. */
@QuarkusTest
@WithTestResource(RealServers.class)
class CrewUnderWayTest {

    private Mechanic tudor;
    private Mechanic teodora;
    private Job job;
    private String from;
    private String to;

    @BeforeEach
    void twoTechniciansAndAJobOfThisHour() {
        MovableClock.reset();
        tudor = Mechanic.register("Tudor");
        teodora = Mechanic.register("Teodora");
        job = Job.waiting();
        from = Job.in(0);
        to = Job.in(3);
    }

    @AfterEach
    void theClockIsRight() {
        MovableClock.reset();
    }

    @Test
    void whoSetOutBeforeHearingThatItIsAnothersHasItAndTheOtherIsFree() {
        UUID visit = job.given(from, to, tudor);
        assertThat(job.given(from, to, teodora)).isEqualTo(visit);

        steps(visit, tudor, 1, "TRAVELLING");

        eventually(() -> technicians(visit, tudor));
        assertThat(job.history()).contains("SET_OUT_INSTEAD");
        JsonNode told = Events.await(Topics.ORDER_ASSIGNED, job.order(), 3).getLast();
        assertThat(told.at("/appointmentId").asText()).isEqualTo(visit.toString());
        assertThat(told.at("/technicians")).hasSize(1);
        assertThat(told.at("/technicians/0/id").asText()).isEqualTo(tudor.id().toString());
        assertThat(told.at("/technicians/0/lead").asBoolean()).isTrue();
        day(tudor, visit);
        teodora.gets("/v1/my-day").then().body("appointments", hasSize(0));
        Job.waiting().isPlannedFor(teodora, from, to);
        isBusy(tudor);
    }

    @Test
    void whoSetOutAlthoughTheirTimeWasPromisedElsewhereIsDoubleBooked() {
        UUID visit = job.given(from, to, tudor);
        assertThat(job.given(from, to, teodora)).isEqualTo(visit);
        Job.waiting().isPlannedFor(tudor, from, to);

        steps(visit, tudor, 1, "TRAVELLING");

        eventually(() -> technicians(visit, tudor));
        assertThat(job.history()).contains("DOUBLE_BOOKED");
    }

    @Test
    void aHelperWhoIsCalledAwayIsFreeAndCanEndTheDay() {
        UUID visit = job.given(from, to, tudor, teodora);
        steps(visit, tudor, 1, "IN_PROGRESS");
        job.becomes("IN_PROGRESS");
        job.seen().then().body("allowedCommands", hasItem("assign"));
        String etag = get(Person.DANA, "/v1/appointments/" + visit).header("ETag");

        goes(tudor).then().statusCode(200).body("appointment.id", equalTo(visit.toString()));

        technicians(visit, tudor);
        assertThat(get(Person.DANA, "/v1/appointments/" + visit).header("ETag")).isNotEqualTo(etag);
        JsonNode told = Events.await(Topics.ORDER_ASSIGNED, job.order(), 2).getLast();
        assertThat(told.at("/assignmentVersion").asInt()).isEqualTo(2);
        assertThat(told.at("/technicians")).hasSize(1);
        Job.waiting().isPlannedFor(teodora, Job.in(1), to);
        teodora.posts("/v1/my-day/end", Map.of()).then().statusCode(200);
        tudor.posts("/v1/my-day/end", Map.of()).then().statusCode(409).body("code", equalTo("work-in-progress"));
    }

    @Test
    void aHelperCanBeAddedWhoIsBusyThereFromThenOn() {
        UUID visit = job.given(from, to, tudor);
        steps(visit, tudor, 1, "IN_PROGRESS");
        job.becomes("IN_PROGRESS");

        goes(tudor, teodora).then().statusCode(200);

        technicians(visit, tudor, teodora);
        day(teodora, visit);
        isBusy(teodora);
        teodora.posts("/v1/my-day/end", Map.of()).then().statusCode(409).body("code", equalTo("work-in-progress"));
        Mechanic taken = Mechanic.register("Traian");
        Job.waiting().isPlannedFor(taken, Job.in(2), to);
        goes(tudor, taken).then().statusCode(409).body("code", equalTo("technician-busy"));
        technicians(visit, tudor, teodora);
    }

    @Test
    void whatTakesLongerThanPlannedCanBeHelpedToo() {
        UUID visit = job.given(from, to, tudor);
        steps(visit, tudor, 1, "IN_PROGRESS");
        job.becomes("IN_PROGRESS");
        MovableClock.set(Instant.parse(to).plus(Duration.ofMinutes(50)));

        goes(tudor, teodora).then().statusCode(200);

        technicians(visit, tudor, teodora);
        job.progresses(visit, 2, "COMPLETED", Instant.now());
        job.visitBecomes(visit, "COMPLETED");
        Job.waiting().isPlannedFor(teodora, Job.in(4), Job.in(6));
    }

    @Test
    void whoHasSetOutStaysAndWhenItIsStaysToo() {
        UUID visit = job.given(from, to, tudor, teodora);
        steps(visit, tudor, 1, "IN_PROGRESS");
        job.becomes("IN_PROGRESS");

        goes(teodora).then().statusCode(409).body("code", equalTo("has-set-out"));
        job.command("assign", Job.assignment(from, Job.in(4), tudor))
                .then()
                .statusCode(422)
                .body("code", equalTo("window-is-fixed"), "errors[0].pointer", equalTo("/window"));
        technicians(visit, tudor, teodora);

        steps(visit, tudor, 2, "COMPLETED");
        job.visitBecomes(visit, "COMPLETED");
        job.seen().then().body("state", equalTo("IN_PROGRESS")).body("allowedCommands", not(hasItem("assign")));
        goes(tudor).then().statusCode(409).body("code", equalTo("illegal-transition"));
    }

    @Test
    void whoBeginsBeforeHearingOfBeingCalledAwayIsThereAgain() {
        UUID visit = job.given(from, to, tudor, teodora);
        steps(visit, tudor, 1, "TRAVELLING");
        job.becomes("IN_PROGRESS");
        goes(tudor).then().statusCode(200);

        steps(visit, teodora, 2, "IN_PROGRESS");

        eventually(() -> technicians(visit, tudor, teodora));
        assertThat(job.history()).contains("SET_OUT_TOO");
        assertThat(Events.await(Topics.ORDER_ASSIGNED, job.order(), 3).getLast().at("/technicians"))
                .hasSize(2);
    }

    @Test
    void whoSetsOutBeforeHearingWhoElseIsToGoIsToldOnceMore() {
        UUID visit = job.given(from, to, tudor, teodora);
        assertThat(job.given(from, to, tudor)).isEqualTo(visit);

        job.isTold(visit, tudor, 1, "TRAVELLING", 1);

        JsonNode told = Events.await(Topics.ORDER_ASSIGNED, job.order(), 3).getLast();
        assertThat(told.at("/assignmentVersion").asInt()).isEqualTo(3);
        assertThat(told.at("/technicians")).hasSize(1);
    }

    private void steps(UUID visit, Mechanic who, int version, String state) {
        job.progresses(visit, who.id(), version, state, Instant.now(), null);
    }

    private Response goes(Mechanic... crew) {
        return job.command("assign", Job.assignment(from, to, crew));
    }

    /** The first of them leads. */
    private static void technicians(UUID visit, Mechanic... crew) {
        List<String> ids =
                List.of(crew).stream().map(one -> one.id().toString()).toList();
        get(Person.DANA, "/v1/appointments/" + visit)
                .then()
                .body("technicians.id", contains(ids.toArray()))
                .body("technicians.find { it.lead }.id", equalTo(ids.getFirst()));
    }

    private static void day(Mechanic mechanic, UUID visit) {
        mechanic.gets("/v1/my-day").then().body("appointments.appointment.id", contains(visit.toString()));
    }

    private void isBusy(Mechanic mechanic) {
        Job.waiting()
                .command("assign", Job.assignment(Job.in(1), to, mechanic))
                .then()
                .statusCode(409)
                .body("code", equalTo("technician-busy"));
    }
}
