package dev.fieldservice.dispatch;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The calendar, and a technician's day. */
@QuarkusTest
@WithTestResource(RealServers.class)
class DayTest {

    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");

    private Mechanic tudor;

    @BeforeEach
    void aTechnicianStartsTheDay() {
        tudor = Mechanic.register("Tudor Ionescu");
    }

    @Test
    void theCalendarShowsThePersonToMeetAndTheWay() {
        Job job = Job.waiting();
        UUID appointment = job.given(tudor, "2027-05-03T08:00:00Z", "2027-05-03T10:00:00Z");
        String range = "from=2027-05-03T00:00:00Z&to=2027-05-04T00:00:00Z";

        tudor.gets("/v1/calendar?" + range)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].appointment.id", equalTo(appointment.toString()))
                .body("items[0].contact.phone", equalTo("+40 722 555 010"))
                .body("items[0].instructions", notNullValue())
                .body("items[0].location.accessNotes", notNullValue())
                .body("items[0].links.map", containsString("geo:44.4269,26.0346"));
        assertThat(Mechanic.register("Teodora").gets("/v1/calendar?" + range).<List<?>>path("items"))
                .isEmpty();
        Mechanic.register("Teodora")
                .gets("/v1/calendar?" + range + "&technicianId=" + tudor.id())
                .then()
                .statusCode(403);
        get(Person.SORIN, "/v1/calendar?" + range + "&technicianId=" + tudor.id())
                .then()
                .body("items.size()", equalTo(1));
        tudor.gets("/v1/calendar?from=2027-05-03T10:00:00Z&to=2027-05-04T00:00:00Z")
                .then()
                .body("items.size()", equalTo(0));
    }

    @Test
    void theCalendarIsFilteredByCrewAndTerritoryAndReadPageByPage() {
        Job.waiting().isPlannedFor(tudor, "2027-06-01T08:00:00Z", "2027-06-01T09:00:00Z");
        Job.waiting().isPlannedFor(tudor, "2027-06-01T09:00:00Z", "2027-06-01T10:00:00Z");
        String crew = post(
                        Person.DANA,
                        "/v1/crews",
                        Map.of("name", "Crew of " + tudor.id(), "leadId", tudor.id(), "memberIds", List.of(tudor.id())))
                .path("id");
        String territory = post(
                        Person.DANA,
                        "/v1/territories",
                        Map.of(
                                "name",
                                "West of " + tudor.id(),
                                "boundary",
                                List.of(
                                        Map.of("latitude", 44.3, "longitude", 25.9),
                                        Map.of("latitude", 44.3, "longitude", 26.1),
                                        Map.of("latitude", 44.6, "longitude", 26.0))))
                .path("id");
        String query = "/v1/calendar?from=2027-06-01T00:00:00Z&to=2027-06-02T00:00:00Z&crewId=" + crew + "&territoryId="
                + territory;

        String cursor = get(Person.DANA, query + "&limit=1")
                .then()
                .statusCode(200)
                .extract()
                .path("nextCursor");
        get(Person.DANA, query + "&limit=1&cursor=" + cursor)
                .then()
                .statusCode(200)
                .body("items[0].appointment.window.start", equalTo("2027-06-01T09:00:00Z"))
                .body("nextCursor", equalTo(null));
        get(Person.DANA, "/v1/calendar?from=2027-06-01T00:00:00Z&to=2027-07-03T00:00:00Z")
                .then()
                .statusCode(400);
        get(Person.DANA, "/v1/calendar?from=2027-06-01T00:00:00Z").then().statusCode(400);
        get(Person.DANA, "/v1/calendar?from=2027-06-02T00:00:00Z&to=2027-06-01T00:00:00Z")
                .then()
                .statusCode(400);
        get(Person.DANA, "/v1/calendar?from=soon&to=later").then().statusCode(400);
    }

    @Test
    void theCalendarIsAFeedToo() {
        Job job = Job.waiting();
        UUID appointment = job.given(tudor, "2027-05-04T08:00:00Z", "2027-05-04T10:00:00Z");

        String feed = tudor.calls()
                .get("/v1/calendar.ics?from=2027-05-04T00:00:00Z&to=2027-05-05T00:00:00Z")
                .then()
                .statusCode(200)
                .contentType(containsString("text/calendar"))
                .extract()
                .asString();

        assertThat(feed)
                .startsWith("BEGIN:VCALENDAR\r\n")
                .endsWith("END:VCALENDAR\r\n")
                .contains(
                        "UID:" + appointment, "DTSTART:20270504T080000Z\r\n", "DTEND:20270504T100000Z\r\n", "DTSTAMP:");
        assertThat(feed.lines())
                .allSatisfy(line -> assertThat(line.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .hasSizeLessThanOrEqualTo(75));
    }

    @Test
    void theTechnicianTakesTheNextJobAndEndsTheDay() {
        tudor.posts("/v1/my-day/next", Map.of())
                .then()
                .statusCode(200)
                .body("appointment", equalTo(null))
                .body("openOrders", greaterThanOrEqualTo(0));
        Job job = Job.waiting();
        UUID first = job.given(tudor, today(0), inMinutes(1));
        Job.waiting().isPlannedFor(tudor, inMinutes(1), inMinutes(60));

        String key = UUID.randomUUID().toString();
        tudor.posts(key, "/v1/my-day/next", Map.of())
                .then()
                .body("appointment.appointment.id", equalTo(first.toString()));
        job.progresses(first, 1, "IN_PROGRESS", Instant.now());
        job.visitBecomes(first, "IN_PROGRESS");
        tudor.posts("/v1/my-day/end", Map.of())
                .then()
                .statusCode(409)
                .body("code", equalTo("work-in-progress"))
                .body("detail", containsString(first.toString()));
        job.progresses(first, 2, "COMPLETED", Instant.now());
        job.visitBecomes(first, "COMPLETED");

        tudor.gets("/v1/my-day")
                .then()
                .statusCode(200)
                .body("appointments.size()", equalTo(2))
                .body("endedAt", equalTo(null));
        tudor.posts("/v1/my-day/end", Map.of()).then().statusCode(200).body("remaining.size()", equalTo(1));
        tudor.posts("/v1/my-day/next", Map.of()).then().statusCode(409).body("code", equalTo("day-ended"));
        tudor.posts("/v1/my-day/end", Map.of()).then().statusCode(409).body("code", equalTo("day-ended"));
        tudor.posts(key, "/v1/my-day/next", Map.of())
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .body("appointment.appointment.id", equalTo(first.toString()));
        tudor.gets("/v1/my-day").then().body("endedAt", notNullValue());
        get(Person.DANA, "/v1/my-day").then().statusCode(403);
    }

    @Test
    void workThatRestsOverNightDoesNotKeepFromEndingTheDay() {
        Job job = Job.waiting();
        UUID twoDays = job.given(tudor, today(0), Job.in(30));
        job.progresses(twoDays, 1, "IN_PROGRESS", Instant.now());
        job.visitBecomes(twoDays, "IN_PROGRESS");
        tudor.posts("/v1/my-day/end", Map.of()).then().statusCode(409);

        job.progresses(twoDays, 2, "PAUSED", Instant.now(), "Mâine mai departe");
        job.visitBecomes(twoDays, "PAUSED");
        tudor.posts("/v1/my-day/end", Map.of())
                .then()
                .statusCode(200)
                .body("remaining.appointment.state", equalTo(List.of("PAUSED")));
    }

    @Test
    void aDayThatWasEndedGoesOnAfterAllWithAReason() {
        Map<String, Object> why = Map.of("reason", "Chemat la o urgență");
        tudor.posts("/v1/my-day/reopen", why).then().statusCode(409).body("code", equalTo("day-not-ended"));
        tudor.posts("/v1/my-day/end", Map.of()).then().statusCode(200);

        tudor.posts("/v1/my-day/reopen", Map.of()).then().statusCode(400);
        tudor.posts("/v1/my-day/reopen", why).then().statusCode(200).body("openOrders", greaterThanOrEqualTo(0));
        tudor.gets("/v1/my-day").then().body("endedAt", equalTo(null));
        tudor.posts("/v1/my-day/next", Map.of()).then().statusCode(200);
        tudor.posts("/v1/my-day/end", Map.of()).then().statusCode(200);
    }

    @Test
    void aDayThatWasEndedGoesOnWithTheWorkOfAnyOfTheCrew() {
        Mechanic teodora = Mechanic.register("Teodora Pop");
        Job job = Job.waiting();
        UUID twoDays = job.given(today(0), Job.in(30), teodora, tudor);
        job.progresses(twoDays, 1, "IN_PROGRESS", Instant.now());
        job.progresses(twoDays, 2, "PAUSED", Instant.now(), "Mâine mai departe");
        job.visitBecomes(twoDays, "PAUSED");
        tudor.posts("/v1/my-day/end", Map.of()).then().statusCode(200);

        job.progresses(twoDays, teodora.id(), 3, "IN_PROGRESS", Instant.now(), null);
        job.visitBecomes(twoDays, "IN_PROGRESS");

        tudor.gets("/v1/my-day").then().body("endedAt", equalTo(null));
        tudor.posts("/v1/my-day/end", Map.of()).then().statusCode(409).body("code", equalTo("work-in-progress"));
        job.progresses(twoDays, teodora.id(), 4, "PAUSED", Instant.now(), "Gata pe azi");
        job.visitBecomes(twoDays, "PAUSED");
        tudor.posts("/v1/my-day/end", Map.of()).then().statusCode(200);
        tudor.gets("/v1/my-day").then().body("endedAt", notNullValue());
    }

    @Test
    void aDayThatWasEndedStaysSoWhenItsStepsAreHeardLater() {
        Job job = Job.waiting();
        UUID visit = job.given(tudor, today(0), Job.in(30));
        Instant started = Instant.now();
        Instant completed = Instant.now();
        tudor.posts("/v1/my-day/end", Map.of()).then().statusCode(200);

        job.progresses(visit, 1, "IN_PROGRESS", started);
        job.visitBecomes(visit, "IN_PROGRESS");
        tudor.gets("/v1/my-day").then().body("endedAt", notNullValue());
        job.progresses(visit, 1, "IN_PROGRESS", Instant.now());
        job.progresses(visit, 2, "COMPLETED", completed);
        job.visitBecomes(visit, "COMPLETED");
        tudor.gets("/v1/my-day").then().body("endedAt", notNullValue());
    }

    private static String inMinutes(int minutes) {
        return Instant.now()
                .truncatedTo(ChronoUnit.MINUTES)
                .plus(1L + minutes, ChronoUnit.MINUTES)
                .toString();
    }

    private static String today(int hour) {
        return ZonedDateTime.now(BUCHAREST)
                .toLocalDate()
                .atTime(hour, 0)
                .atZone(BUCHAREST)
                .toInstant()
                .toString();
    }
}
