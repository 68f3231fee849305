package dev.fieldservice.dispatch;

import static dev.fieldservice.platform.testing.Http.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.fieldservice.platform.testing.MovableClock;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is busy, and what the calendar shows, follows what is expected and what really happens. */
@QuarkusTest
@WithTestResource(RealServers.class)
class OccupancyTest {

    /** Half past nine in the evening in Bucharest. */
    private static final Instant EVENING = Instant.parse("2027-03-10T19:30:00Z");

    private Mechanic tudor;

    @BeforeEach
    void aTechnicianStartsTheShift() {
        MovableClock.set(EVENING);
        tudor = Mechanic.register("Tudor Ionescu");
    }

    @AfterEach
    void theClockIsRight() {
        MovableClock.reset();
    }

    @Test
    void whoeverOverrunsIsBusyUntilTheJobIsDone() {
        Job job = Job.waiting();
        UUID visit = job.given(tudor, at(0), at(60));
        becomes(job, visit, 1, "IN_PROGRESS", 5);
        MovableClock.set(EVENING.plus(100, ChronoUnit.MINUTES));

        isBusy(95, 120);
        isBusy(101, 160);
        isBusy(119, 160);
        assertThat(calendar(90, 120)).containsExactly(visit.toString());
        assertThat(calendar(110, 120)).containsExactly(visit.toString());
        assertThat(calendar(120, 160)).isEmpty();
        assertThat(feed(90, 120))
                .contains("DTSTART:20270310T193500Z", "DTEND:20270310T213000Z", "Planned: 2027-03-10 21:30");

        becomes(job, visit, 2, "COMPLETED", 98);
        assertThat(calendar(99, 120)).isEmpty();
        assertThat(calendar(90, 120)).containsExactly(visit.toString());
        get(Person.DANA, "/v1/appointments/" + visit).then().body("endedAt", equalTo(at(98)));
        assertThat(planned(95, 120)).isEqualTo(200);
    }

    @Test
    void workThatIsInTimeLeavesTheTimeAfterItFree() {
        Job job = Job.waiting();
        UUID visit = job.given(tudor, at(0), at(60));
        becomes(job, visit, 1, "IN_PROGRESS", 5);
        MovableClock.set(EVENING.plus(58, ChronoUnit.MINUTES));

        isBusy(59, 90);
        assertThat(planned(60, 90)).isEqualTo(200);
    }

    @Test
    void whoeverIsLateOnTheWayHasAllTheWorkBeforeThem() {
        Job job = Job.waiting();
        UUID visit = job.given(tudor, at(0), at(90));
        becomes(job, visit, 1, "TRAVELLING", 0);
        MovableClock.set(EVENING.plus(100, ChronoUnit.MINUTES));

        isBusy(180, 200);
        assertThat(planned(191, 200)).isEqualTo(200);
    }

    @Test
    void nothingFollowsAVisitOfTheSameJobBeforeThatIsOver() {
        Job job = Job.waiting();
        UUID visit = job.given(tudor, at(0), at(60));
        becomes(job, visit, 1, "IN_PROGRESS", 5);
        MovableClock.set(EVENING.plus(100, ChronoUnit.MINUTES));

        job.command("plan-visit", Job.assignment(at(105), at(160), tudor))
                .then()
                .statusCode(422)
                .body("code", equalTo("visits-overlap"));
        job.command("plan-visit", Job.assignment(at(120), at(160), tudor))
                .then()
                .statusCode(200);
    }

    @Test
    void theTimeThatADelayFreesCanBePlanned() {
        UUID late = Job.waiting().given(tudor, at(60), at(90));
        tudor.posts("/v1/appointments/" + late + "/delay", Map.of("delayMinutes", 90))
                .then()
                .statusCode(200);

        UUID between = Job.waiting().given(tudor, at(70), at(100));
        UUID earlier = Job.waiting().given(tudor, at(62), at(70));
        isBusy(75, 85);
        isBusy(160, 170);

        tudor.posts("/v1/appointments/" + late + "/delay", Map.of("delayMinutes", 100))
                .then()
                .statusCode(200)
                .body("shifted", equalTo(List.of()));
        tudor.posts("/v1/appointments/" + between + "/delay", Map.of("delayMinutes", 110))
                .then()
                .statusCode(200)
                .body("shifted.appointmentId", equalTo(List.of(late.toString())));
        get(Person.DANA, "/v1/appointments/" + earlier).then().body("expectedArrival", equalTo(null));
    }

    @Test
    void whoeverIsExpectedAsPlannedAfterAllWhereTheTimeWasGivenAwayGoesFirst() {
        UUID late = Job.waiting().given(tudor, at(60), at(90));
        tudor.posts("/v1/appointments/" + late + "/delay", Map.of("delayMinutes", 90))
                .then()
                .statusCode(200);
        UUID between = Job.waiting().given(tudor, at(62), at(82));

        tudor.posts("/v1/appointments/" + late + "/delay", Map.of("delayMinutes", 0))
                .then()
                .statusCode(200)
                .body("change", equalTo("AS_PLANNED"))
                .body("shifted.appointmentId", equalTo(List.of(between.toString())));
        isBusy(60, 62);
        get(Person.DANA, "/v1/appointments/" + between).then().body("expectedArrival", equalTo(at(90)));
    }

    @Test
    void workThatRestsLeavesTheTimeAfterItsPlanFree() {
        Job job = Job.waiting();
        UUID visit = job.given(tudor, at(0), at(60));
        becomes(job, visit, 1, "IN_PROGRESS", 5);
        becomes(job, visit, 2, "PAUSED", 50);
        MovableClock.set(EVENING.plus(100, ChronoUnit.MINUTES));

        assertThat(planned(95, 120)).isEqualTo(200);
        assertThat(calendar(90, 95)).containsExactly(visit.toString());
    }

    @Test
    void whoeverIsExpectedLaterIsBusyThenAndTheCalendarSaysSo() {
        UUID visit = Job.waiting().given(tudor, at(120), at(180));
        tudor.posts("/v1/appointments/" + visit + "/delay", Map.of("expectedArrival", at(210)))
                .then()
                .statusCode(200);

        isBusy(200, 240);
        assertThat(planned(130, 170)).isEqualTo(200);
        assertThat(planned(270, 300)).isEqualTo(200);
        assertThat(calendar(200, 230)).containsExactly(visit.toString());
        tudor.gets("/v1/calendar?from=" + at(200) + "&to=" + at(230))
                .then()
                .body("items[0].appointment.window.start", equalTo(at(120)))
                .body("items[0].appointment.expectedArrival", equalTo(at(210)))
                .body("items[0].appointment.expectedEnd", equalTo(at(270)));
        assertThat(feed(200, 230)).contains("DTSTART:20270310T230000Z", "DTEND:20270311T000000Z");
    }

    @Test
    void aDelayedVisitCanBePlannedAnewForTheTimeInWhichItIsExpected() {
        Job job = Job.waiting();
        UUID visit = job.given(tudor, at(120), at(180));
        tudor.posts("/v1/appointments/" + visit + "/delay", Map.of("expectedArrival", at(210)))
                .then()
                .statusCode(200);

        assertThat(job.given(tudor, at(210), at(270))).isEqualTo(visit);

        get(Person.DANA, "/v1/appointments/" + visit)
                .then()
                .body("expectedArrival", equalTo(null), "expectedEnd", equalTo(null));
        assertThat(planned(120, 180)).isEqualTo(200);
    }

    @Test
    void whoeverBeginsBeforeThePlanIsBusyNow() {
        Job job = Job.waiting();
        UUID visit = job.given(tudor, at(600), at(660));
        becomes(job, visit, 1, "IN_PROGRESS", 0);

        isBusy(0, 30);
        assertThat(calendar(0, 30)).containsExactly(visit.toString());
        assertThat(planned(70, 90)).isEqualTo(200);
    }

    @Test
    void whoeverTurnsBackIsBusyByThePlanAgain() {
        Job job = Job.waiting();
        UUID visit = job.given(tudor, at(600), at(660));
        becomes(job, visit, 1, "TRAVELLING", 0);
        MovableClock.set(EVENING.plus(10, ChronoUnit.MINUTES));
        isBusy(5, 30);

        becomes(job, visit, 2, "ACCEPTED", 5);

        assertThat(planned(5, 30)).isEqualTo(200);
    }

    @Test
    void aNightVisitIsInTheDayThatItReachesInto() {
        Job job = Job.waiting();
        UUID night = job.given(tudor, at(120), at(240));
        Job.waiting().isPlannedFor(tudor, at(10), at(30));
        MovableClock.set(EVENING.plus(200, ChronoUnit.MINUTES));

        tudor.gets("/v1/my-day")
                .then()
                .body("date", equalTo("2027-03-11"))
                .body("appointments.appointment.id", equalTo(List.of(night.toString())));
        tudor.posts("/v1/my-day/next", Map.of()).then().body("appointment.appointment.id", equalTo(night.toString()));

        becomes(job, night, 1, "COMPLETED", 195);
        tudor.gets("/v1/my-day").then().body("appointments.appointment.id", hasItem(night.toString()));
    }

    private void isBusy(int from, int to) {
        Response answer = Job.waiting().command("assign", Job.assignment(at(from), at(to), tudor));
        assertThat(answer.<String>path("code")).as(answer.asString()).isEqualTo("technician-busy");
    }

    private int planned(int from, int to) {
        return Job.waiting()
                .command("assign", Job.assignment(at(from), at(to), tudor))
                .statusCode();
    }

    private static void becomes(Job job, UUID visit, int version, String state, int minutes) {
        job.progresses(visit, version, state, EVENING.plus(minutes, ChronoUnit.MINUTES));
        job.visitBecomes(visit, state);
    }

    private List<String> calendar(int from, int to) {
        return tudor.gets("/v1/calendar?from=" + at(from) + "&to=" + at(to)).path("items.appointment.id");
    }

    private String feed(int from, int to) {
        return tudor.calls()
                .get("/v1/calendar.ics?from=" + at(from) + "&to=" + at(to))
                .asString()
                .replace("\r\n ", "");
    }

    /** So many minutes after half past nine. */
    private static String at(int minutes) {
        return EVENING.plus(minutes, ChronoUnit.MINUTES).toString();
    }

    @Test
    void whoeverIsThereIsNotExpectedAnyMore() {
        Job job = Job.waiting();
        UUID visit = job.given(tudor, at(60), at(90));
        tudor.posts("/v1/appointments/" + visit + "/delay", Map.of("delayMinutes", 90))
                .then()
                .statusCode(200);
        becomes(job, visit, 1, "TRAVELLING", 0);
        get(Person.DANA, "/v1/appointments/" + visit).then().body("expectedArrival", equalTo(at(150)));

        becomes(job, visit, 2, "ON_SITE", 0);

        get(Person.DANA, "/v1/appointments/" + visit)
                .then()
                .body("arrivedAt", equalTo(at(0)))
                .body("expectedArrival", equalTo(null))
                .body("expectedEnd", equalTo(at(30)));
    }
}
