package dev.fieldservice.dispatch;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.testing.Waiting;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A ticket that waits for the customer holds its order, wherever that stands. */
@QuarkusTest
@WithTestResource(RealServers.class)
class WaitingTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void aTicketThatWaitsForTheCustomerTakesItsOrderOutOfThePool() {
        Mechanic tudor = Mechanic.register("Tudor");
        Job job = Job.waiting();
        UUID appointment = job.given(tudor, Job.in(20), Job.in(21));

        job.ticketSays(2, "ON_HOLD", "Which chiller?");

        job.becomes("ON_HOLD");
        job.visitBecomes(appointment, "CANCELLED");
        job.seen().then().body("holdReason", equalTo("CUSTOMER")).body("reason", equalTo("Which chiller?"));
        tudor.posts(job.path() + "/claim", Map.of()).then().statusCode(404);
        job.command("assign", Job.assignment(Job.in(20), Job.in(21), tudor))
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-transition"))
                .body("allowedCommands", equalTo(List.of("set-work-type")));
        job.command("resume", Map.of()).then().statusCode(409).body("code", equalTo("waits-for-customer"));
        job.ticketSays(1, "WANTED", "older than what is known");
        job.ticketSays(3, "WANTED", "It is the one for milk");
        job.becomes("UNSCHEDULED");
        job.isPlannedFor(tudor, Job.in(20), Job.in(21));
    }

    @Test
    void whatWaitsForTheCustomerIsNotFollowedUpBefore() {
        Job job = Job.waiting();
        UUID appointment = job.given(Mechanic.register("Tudor"), Job.in(20), Job.in(21));
        job.progresses(appointment, 1, "IN_PROGRESS", NOW);
        job.becomes("IN_PROGRESS");
        job.ticketSays(2, "ON_HOLD", "Which chiller?");
        eventually(() -> assertThat(job.history()).contains("WAITS_FOR_CUSTOMER"));

        job.progresses(appointment, 2, "PARTIALLY_COMPLETED", NOW.plusSeconds(60));
        job.isReportedDone(appointment, "INCOMPLETE", true, NOW.plusSeconds(60));

        job.becomes("ON_HOLD");
        job.ticketSays(3, "WANTED", "It is the one for milk");
        job.becomes("UNSCHEDULED");
        assertThat(job.seen().<Boolean>path("followUpRequired")).isTrue();
    }

    @Test
    void whoTurnsBackFromWhatWaitsForTheCustomerIsNotSentAgain() {
        Job job = Job.waiting();
        UUID appointment = job.given(Mechanic.register("Tudor"), Job.in(20), Job.in(21));
        job.progresses(appointment, 1, "TRAVELLING", NOW);
        job.becomes("IN_PROGRESS");
        job.ticketSays(2, "ON_HOLD", "Which chiller?");
        eventually(() -> assertThat(job.history()).contains("WAITS_FOR_CUSTOMER"));

        job.progresses(appointment, 2, "ACCEPTED", NOW.plusSeconds(60));

        job.becomes("ON_HOLD");
        job.visitBecomes(appointment, "CANCELLED");
        assertThat(Events.awaitOne(Topics.ORDER_UNASSIGNED, job.order())
                        .at("/reason")
                        .asText())
                .contains("waits for the customer");
        job.ticketSays(3, "WANTED", "It is the one for milk");
        job.becomes("UNSCHEDULED");
    }

    @Test
    void howManyWaitedIsToldOfThePastToo() {
        Instant before = now();
        Job held = Job.waiting();
        Job given = Job.waiting();
        Instant then = now();
        var _ = given.given(Mechanic.register("Tudor"), Job.in(20), Job.in(21));
        held.ticketSays(2, "ON_HOLD", "Which chiller?");
        held.becomes("ON_HOLD");
        Instant after = now();

        long were = Waiting.countedAsOf(Person.DANA, "ORDERS_UNSCHEDULED", then);

        assertThat(were - Waiting.countedAsOf(Person.DANA, "ORDERS_UNSCHEDULED", before))
                .isEqualTo(2);
        assertThat(Waiting.countedAsOf(Person.DANA, "ORDERS_UNSCHEDULED", after) - were)
                .isEqualTo(-2);
        assertThat(Waiting.countedAsOf(Person.DANA, "ORDERS_ON_HOLD", after)
                        - Waiting.countedAsOf(Person.DANA, "ORDERS_ON_HOLD", then))
                .isEqualTo(1);
    }

    @Test
    void whatWaitsIsCountedByTerritoryAndByWhoIsLateAndTheListsHoldJustThese() {
        String territory = post(
                        Person.DANA,
                        "/v1/territories",
                        Map.of(
                                "name",
                                "Sud " + Ids.next(),
                                "boundary",
                                List.of(corner(53.0, 30.0), corner(53.0, 30.2), corner(53.2, 30.1))))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Mechanic tudor = Mechanic.register("Tudor");
        Job free = Job.waiting(WaitingTest::isInside);
        Job late = Job.waiting(WaitingTest::isInside);
        UUID visit = late.given(tudor, Job.in(20), Job.in(21));
        tudor.posts("/v1/appointments/" + visit + "/delay", Map.of("delayMinutes", 90))
                .then()
                .statusCode(200);

        assertThat(Waiting.counted(Person.DANA, "ORDERS_UNSCHEDULED", territory))
                .isOne();
        assertThat(Waiting.counted(Person.DANA, "VISITS_LATE", territory)).isOne();
        assertThat(Waiting.counted(Person.DANA, "VISITS_LATE", tudor.id())).isOne();
        Waiting.isWhatTheListsHold(Person.ADMIN);
        free.becomes("UNSCHEDULED");
    }

    private static void isInside(ObjectNode ticket) {
        ((ObjectNode) ticket.at("/location/position")).put("latitude", 53.05).put("longitude", 30.1);
    }

    private static Map<String, Object> corner(double latitude, double longitude) {
        return Map.of("latitude", latitude, "longitude", longitude);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
