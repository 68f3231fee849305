package dev.fieldservice.workorder;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Contracts;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A closed job that finance sends back is open again for its reviewer, put right and closed once more. */
@QuarkusTest
@WithTestResource(RealServers.class)
class SentBackByFinanceTest {

    private static final Worker SORIN = Worker.supervisor("Sorin");
    private static final Map<String, Object> WRONG = Map.of("reason", "48 de minute, nu 8 ore");

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private Worker tudor;
    private Job job;
    private String eightHours;

    @BeforeEach
    void eightHoursThatWereFortyEightMinutesAreClosed() {
        tudor = Worker.technician("Tudor");
        job = Job.assignedTo(tudor);
        job.began(Duration.ofHours(8));
        eightHours = job.does("time-entries", labour(480)).path("timeEntry.id");
        job.does("complete", Map.of("outcome", "COMPLETE"));
        approved();
    }

    @Test
    void itWaitsForItsReviewerWithTheReasonIsCorrectedAndClosedAgain() {
        returned(1);

        job.isRead()
                .then()
                .body("closedAt", nullValue())
                .body("review.state", equalTo("PENDING"))
                .body("returned.number", equalTo(1))
                .body("returned.shortcoming", equalTo("WRONG_TIMES"))
                .body("returned.name", equalTo("Ana Stan"));
        waiting()
                .then()
                .body(item() + ".returned.reason", equalTo("Deplasarea este trecută de două ori"))
                .body(item() + ".outcome", equalTo("COMPLETE"));
        SORIN.get(job.path("review")).then().body("returned.shortcoming", equalTo("WRONG_TIMES"));
        job.does("time-entries/" + eightHours + "/reverse", WRONG);
        String right = job.does("time-entries", labour(48)).path("timeEntry.id");
        approved();

        JsonNode anew = Events.await(Topics.JOB_CLOSED, job.id(), 2).getLast();
        assertThat(anew.at("/closureNumber").asInt()).isEqualTo(2);
        assertThat(anew.at("/returnNumber").asInt()).isEqualTo(1);
        assertThat(anew.at("/labour").findValuesAsText("entryId")).containsExactly(right);
        job.isRead().then().body("returned", nullValue()).body("closureNumber", equalTo(2));
        assertThat(job.history(SORIN))
                .containsSubsequence("APPROVE", "RETURN", "REVERSE_TIME", "RECORD_TIME", "APPROVE");
    }

    @Test
    void theReviewerMaySendItOnToTheTechnicians() {
        returned(1);
        SORIN.post(job.path("send-back"), Job.fault("Corectați orele")).then().statusCode(200);

        job.isRead().then().body("state", equalTo("PAUSED")).body("returned.number", equalTo(1));
        job.does("resume");
        job.does("complete", Map.of("outcome", "COMPLETE"));
        approved();

        JsonNode anew = Events.await(Topics.JOB_CLOSED, job.id(), 2).getLast();
        assertThat(anew.at("/returnNumber").asInt()).isEqualTo(1);
    }

    @Test
    void whereFinanceTakesItBackInTimeItIsClosedAsItWas() {
        String closedAt = job.isRead().path("closedAt");
        returned(1);
        say(1, true);

        eventually(() -> job.isRead().then().body("state", equalTo("CLOSED")));
        job.isRead()
                .then()
                .body("closedAt", equalTo(closedAt))
                .body("returned", nullValue())
                .body("review.state", equalTo("APPROVED"))
                .body("review.reviewerName", equalTo("Sorin"))
                .body("closureNumber", equalTo(2));
        JsonNode anew = Events.await(Topics.JOB_CLOSED, job.id(), 2).getLast();
        assertThat(anew.at("/returnNumber").asInt()).isEqualTo(1);
        assertThat(anew.at("/closedAt").asText()).isEqualTo(closedAt);
        assertThat(anew.at("/labour").findValuesAsText("entryId")).containsExactly(eightHours);
    }

    @Test
    void whatSomebodyHasBegunToPutRightGoesOn() {
        returned(1);
        job.does("comments", Map.of("text", "Mă uit acum."));
        say(1, true);

        eventually(() -> assertThat(job.history(SORIN)).contains("RETURN_WITHDRAWN_TOO_LATE"));
        job.isRead().then().body("state", equalTo("COMPLETED")).body("returned.number", equalTo(1));
        approved();
        assertThat(Events.await(Topics.JOB_CLOSED, job.id(), 2)
                        .getLast()
                        .at("/returnNumber")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void newsThatIsOlderThanWhatIsKnownOpensNothing() {
        returned(1);
        approved();
        say(1, false);
        say(1, true);
        returned(2);

        assertThat(Collections.frequency(job.history(SORIN), "RETURN")).isEqualTo(2);
        job.isRead().then().body("closureNumber", equalTo(2)).body("returned.number", equalTo(2));
    }

    @Test
    void whatIsTakenBackBeforeItIsHeardOfIsAnsweredAndOpensNothing() {
        say(1, true);
        JsonNode anew = Events.await(Topics.JOB_CLOSED, job.id(), 2).getLast();
        assertThat(anew.at("/returnNumber").asInt()).isEqualTo(1);

        say(1, false);
        returned(2);

        assertThat(Collections.frequency(job.history(SORIN), "RETURN")).isEqualTo(1);
    }

    @Test
    void whatWasCorrectedWhileItWasClosedIsKnownWhenItIsOpenAgain() {
        ObjectNode event = (ObjectNode) Contracts.sample(
                Topics.TICKET_CHANGED, Map.of("ticketId", job.ticket(), "ticketVersion", 7, "work", "WANTED"));
        event.put("summary", "Two chillers leak");
        Events.publish(Topics.TICKET_CHANGED, job.ticket(), event);

        eventually(() -> assertThat(
                        Tables.count("known_ticket where ticket_version = 7 and ticket_id = '" + job.ticket() + "'"))
                .isOne());
        returned(1);

        job.isRead().then().body("jobCard.summary", equalTo("Two chillers leak"));
    }

    private void returned(int number) {
        say(number, false);
        eventually(
                () -> job.isRead().then().body("state", equalTo("COMPLETED")).body("returned.number", equalTo(number)));
    }

    private void say(int number, boolean isWithdrawn) {
        Map<String, Object> said =
                new HashMap<>(Map.of("orderId", job.id(), "ticketId", job.ticket(), "returnNumber", number));
        ObjectNode event = (ObjectNode) Contracts.sample(Topics.JOB_RETURNED, said);
        if (isWithdrawn) {
            event.put("withdrawnAt", "2026-03-03T08:20:00Z");
        }
        Events.publish(Topics.JOB_RETURNED, job.id(), event);
    }

    private void approved() {
        SORIN.approves(job, Job.APPROVAL).then().statusCode(200);
    }

    private Response waiting() {
        return SORIN.get("/v1/reviews?mine=true&limit=200");
    }

    private String item() {
        return "items.find { it.workOrderId == '" + job.id() + "' }";
    }

    /** Up to now. */
    private Map<String, Object> labour(int minutes) {
        return Map.of(
                "kind",
                "LABOUR",
                "startedAt",
                now.minus(Duration.ofMinutes(minutes)).toString(),
                "endedAt",
                now.toString());
    }
}
