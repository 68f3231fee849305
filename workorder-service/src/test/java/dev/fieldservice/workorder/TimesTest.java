package dev.fieldservice.workorder;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Times of one job are in an order that can be true, however late the phone tells them. */
@QuarkusTest
@WithTestResource(RealServers.class)
class TimesTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private Worker tudor;
    private Job job;

    @BeforeEach
    void tudorHasHadTheJobForADay() {
        tudor = Worker.technician("Tudor");
        job = Job.assignedTo(tudor);
    }

    @Test
    void aWholeVisitThatThePhoneTellsHoursLaterIsTakenAsItWas() {
        List<String> steps = List.of("travel", "arrive", "start");
        for (int i = 0; i < steps.size(); i++) {
            job.does(steps.get(i), at(hoursAgo(8 - i)));
        }
        job.does(
                "pause",
                Map.of("reason", "Aștept piesa", "occurredAt", hoursAgo(5).toString()));
        job.does("resume", at(hoursAgo(4)));
        job.does(
                "complete",
                Map.of("outcome", "COMPLETE", "occurredAt", hoursAgo(3).toString()));

        job.isRead()
                .then()
                .body("visits[0].travel.occurredAt", equalTo(hoursAgo(8).toString()))
                .body("visits[0].arrival.occurredAt", equalTo(hoursAgo(7).toString()))
                .body("visits[0].start.occurredAt", equalTo(hoursAgo(6).toString()))
                .body("visits[0].end.occurredAt", equalTo(hoursAgo(3).toString()));
        assertThat(Instant.parse(job.isRead().path("visits[0].travel.recordedAt")))
                .isAfterOrEqualTo(now);
    }

    @Test
    void noStepIsBeforeTheOneThatItFollows() {
        job.does("travel", at(hoursAgo(4)));
        refused("arrive", at(hoursAgo(5)), "out-of-order");
        job.does("arrive", at(hoursAgo(3)));
        refused("start", at(hoursAgo(4)), "out-of-order");
        job.does("start", at(hoursAgo(2)));
        refused("pause", Map.of("reason", "Masa", "occurredAt", hoursAgo(3).toString()), "out-of-order");
        job.does("pause", Map.of("reason", "Masa", "occurredAt", hoursAgo(1).toString()));
        refused("resume", at(hoursAgo(2)), "out-of-order");
        refused(
                "complete",
                Map.of("outcome", "COMPLETE", "occurredAt", hoursAgo(5).toString()),
                "out-of-order");
        job.does("complete", Map.of("outcome", "COMPLETE"));
    }

    @Test
    void nothingHappenedBeforeTheVisitWasGivenOutOrInTheFuture() {
        for (Duration off : List.of(Duration.ofMinutes(6), Duration.ofDays(-3), Duration.ofDays(300_000))) {
            refused("start", at(now.plus(off)), "implausible-time");
        }
        tudor.post(job.path("start"), Map.of("occurredAt", "+1000000000-12-31T23:59:59Z"))
                .then()
                .statusCode(400);
        tudor.post(job.path("start"), Map.of("occurredAt", "yesterday")).then().statusCode(400);
    }

    @Test
    void aClockThatIsWrongByAFewMinutesKeepsNobodyFromWorking() {
        job.does("travel", at(now.plus(Duration.ofMinutes(4))));
        job.does("arrive", at(now.minus(Duration.ofMinutes(2))));

        String travel = job.isRead().path("visits[0].travel.occurredAt");
        job.isRead()
                .then()
                .body("visits[0].travel.recordedAt", equalTo(travel))
                .body("visits[0].arrival.occurredAt", equalTo(travel));
    }

    @Test
    void ofTimeThatIsAllAheadByAFastClockNothingIsLeft() {
        job.began(HOUR);

        notTaken(time("LABOUR", now.plusSeconds(60), now.plusSeconds(180)), "implausible-length");
        notTaken(time("LABOUR", now.plusSeconds(3600), now.plusSeconds(7200)), "implausible-time");
        String taken = job.does("time-entries", time("LABOUR", now.minusSeconds(600), now.plusSeconds(180)))
                .path("timeEntry.endedAt");
        assertThat(Instant.parse(taken)).isBetween(now, now.plusSeconds(170));
    }

    @Test
    void aFollowUpIsNotBeforeItWasPlanned() {
        job.began(Duration.ofHours(5));
        job.does("complete", Map.of("outcome", "INCOMPLETE"));
        Events.publish(Topics.ORDER_ASSIGNED, job.id(), job.assigned(Ids.next(), 2, Duration.ZERO, tudor));
        eventually(() -> job.isRead().then().body("state", equalTo("ASSIGNED")));

        refused("start", at(hoursAgo(1)), "implausible-time");
        job.does("start");
    }

    @Test
    void labourIsWithinAVisitAndTravelAroundIt() {
        job.began(Duration.ofHours(4));
        job.does(
                "complete",
                Map.of("outcome", "COMPLETE", "occurredAt", hoursAgo(3).toString()));

        notTaken(time("LABOUR", hoursAgo(7), hoursAgo(6)), "outside-visit");
        notTaken(time("LABOUR", hoursAgo(1), now), "outside-visit");
        notTaken(time("LABOUR", hoursAgo(365 * 24), hoursAgo(365 * 24 - 23)), "outside-visit");
        notTaken(time("TRAVEL", hoursAgo(20), hoursAgo(19)), "outside-visit");
        notTaken(time("LABOUR", now, now.plus(HOUR)), "implausible-time");
        job.does("time-entries", time("TRAVEL", hoursAgo(6), hoursAgo(4)));
        job.does("time-entries", time("LABOUR", hoursAgo(4), hoursAgo(3)));
        job.does("time-entries", time("TRAVEL", hoursAgo(2), hoursAgo(1)));
    }

    @Test
    void labourIsNotBeforeTheJobExisted() {
        Job today = Job.of(tudor);
        Events.publish(
                Topics.ORDER_ASSIGNED, today.id(), today.assigned(today.appointment(), 1, Duration.ofHours(1), tudor));
        today.awaitOnPhone();
        today.does("start");

        tudor.post(today.path("time-entries"), time("TRAVEL", hoursAgo(2), hoursAgo(1)))
                .then()
                .statusCode(422)
                .body("code", equalTo("outside-visit"));
    }

    @Test
    void whatWasAgreedMayBeTypedAfterItBegan() {
        Job typedLate = givenOutNow(HOUR.negated());
        Instant before = now.minus(Duration.ofMinutes(50));

        typedLate.does("travel", at(before));
        typedLate.does("start", at(before.plus(Duration.ofMinutes(10))));
        typedLate.does("time-entries", time("LABOUR", before, now.minus(Duration.ofMinutes(20))));
    }

    @Test
    void whoDidNotTapRecordsWhatWasInTheWindowAllTheSame() {
        Job typedLate = givenOutNow(HOUR.negated());
        typedLate.does("start");

        typedLate.does("time-entries", time("LABOUR", now.minus(Duration.ofMinutes(50)), now));
        tudor.post(typedLate.path("time-entries"), time("LABOUR", hoursAgo(2), hoursAgo(1)))
                .then()
                .statusCode(422)
                .body("detail", equalTo("No visit took place then, not within 60 minutes."));
    }

    @Test
    void aRefusalSaysThatThePlanIsTheReasonWhereItIs() {
        Job ahead = givenOutNow(Duration.ofHours(6));
        ahead.does("start");

        tudor.post(ahead.path("time-entries"), time("LABOUR", now.minus(Duration.ofMinutes(50)), now))
                .then()
                .statusCode(422)
                .body("code", equalTo("outside-visit"))
                .body("detail", containsString("and is planned from"));
    }

    private Job givenOutNow(Duration begin) {
        Job given = Job.of(tudor);
        ObjectNode event = (ObjectNode) given.assigned(given.appointment(), 1, Duration.ZERO, tudor);
        event.set("window", Job.window(now.plus(begin)));
        Events.publish(Topics.ORDER_ASSIGNED, given.id(), event);
        given.awaitOnPhone();
        return given;
    }

    @Test
    void aPartIsUsedWhileSomebodyIsAtWork() {
        job.began(Duration.ofHours(4));
        Van van = Van.knownTo(job);
        Map<String, Object> usage = new HashMap<>(van.refrigerant("1"));

        usage.put("occurredAt", hoursAgo(9).toString());
        tudor.post(job.path("parts"), usage).then().statusCode(422).body("code", equalTo("outside-visit"));
        usage.put("occurredAt", now.plus(HOUR).toString());
        tudor.post(job.path("parts"), usage).then().statusCode(422).body("code", equalTo("implausible-time"));
        usage.put("occurredAt", hoursAgo(3).toString());
        job.does("parts", usage)
                .then()
                .body("usage.occurredAt", equalTo(hoursAgo(3).toString()));
        job.does(
                "complete",
                Map.of("outcome", "COMPLETE", "occurredAt", hoursAgo(2).toString()));
        job.does("parts", van.refrigerant("2"))
                .then()
                .body("usage.occurredAt", equalTo(hoursAgo(2).toString()));
    }

    private void refused(String step, Map<String, Object> body, String code) {
        tudor.post(job.path(step), body)
                .then()
                .statusCode(422)
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo("/occurredAt"));
    }

    private void notTaken(Map<String, Object> entry, String code) {
        tudor.post(job.path("time-entries"), entry).then().statusCode(422).body("code", equalTo(code));
    }

    private Instant hoursAgo(int hours) {
        return now.minus(HOUR.multipliedBy(hours));
    }

    private static Map<String, Object> at(Instant when) {
        return Map.of("occurredAt", when.toString());
    }

    private static Map<String, Object> time(String kind, Instant from, Instant to) {
        return Map.of("kind", kind, "startedAt", from.toString(), "endedAt", to.toString());
    }
}
