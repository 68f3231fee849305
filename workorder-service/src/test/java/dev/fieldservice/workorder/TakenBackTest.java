package dev.fieldservice.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.contracts.Role;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was recorded wrongly is taken back, with a reason, and recorded anew. */
@QuarkusTest
@WithTestResource(RealServers.class)
class TakenBackTest {

    private static final Worker SORIN = Worker.supervisor("Sorin");
    private static final Worker DANA = new Worker(Ids.next(), "Dana", Role.DISPATCHER);
    private static final Map<String, Object> WRONG = Map.of("reason", "48 de minute, nu 8 ore");

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private Worker tudor;
    private Worker teodora;
    private Job job;

    @BeforeEach
    void twoHaveWorkedSinceTheMorning() {
        tudor = Worker.technician("Tudor");
        teodora = Worker.technician("Teodora");
        job = Job.assignedTo(tudor, teodora);
        job.began(Duration.ofHours(8));
    }

    @Test
    void eightHoursThatWereFortyEightMinutesAreBilledAsFortyEightMinutes() {
        String wrong = job.does("time-entries", labour(480)).path("timeEntry.id");

        job.does("time-entries/" + wrong + "/reverse", WRONG)
                .then()
                .body("timeEntry.reversal.reason", equalTo("48 de minute, nu 8 ore"))
                .body("timeEntry.reversal.name", equalTo("Tudor"));
        String right = job.does("time-entries", labour(48)).path("timeEntry.id");

        job.isRead()
                .then()
                .body("timeEntries", hasSize(2))
                .body("timeEntries[0].reversal.by", equalTo(tudor.id().toString()))
                .body("timeEntries[1].reversal", nullValue());
        assertThat(job.history(SORIN)).containsSubsequence("RECORD_TIME", "REVERSE_TIME", "RECORD_TIME");
        job.does("complete", Map.of("outcome", "COMPLETE"));
        SORIN.approves(job, Job.APPROVAL).then().statusCode(200);
        JsonNode billed = Events.awaitOne(Topics.JOB_CLOSED, job.id());
        assertThat(billed.at("/labour").findValuesAsText("entryId")).containsExactly(right);
    }

    @Test
    void timeIsTakenBackAfterTheWorkWasCompletedAndTheSignatureNoLongerFits() {
        String wrong = job.does("time-entries", labour(480)).path("timeEntry.id");
        String hash = tudor.get(job.path("signing-content")).path("contentHash");
        job.does(
                "signature",
                Map.of(
                        "outcome",
                        "SIGNED",
                        "contentHash",
                        hash,
                        "signerName",
                        "Maria Ionescu",
                        "image",
                        Pen.signature(30, 12)));
        job.does("complete", Map.of("outcome", "CANNOT_COMPLETE"));
        job.isRead().then().body("signature.valid", equalTo(true));

        job.does("time-entries/" + wrong + "/reverse", WRONG);
        job.isRead().then().body("signature.valid", equalTo(false));
        SORIN.approves(job, Job.APPROVAL).then().statusCode(200);
        JsonNode billed = Events.awaitOne(Topics.JOB_CLOSED, job.id());
        assertThat(billed.at("/signature/outdated").asBoolean()).isTrue();
        assertThat(billed.at("/labour")).isEmpty();
        tudor.post(job.path("time-entries/" + wrong + "/reverse"), WRONG)
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-transition"));
    }

    @Test
    void whatIsNoticedAfterTheJobWasClosedIsTakenBackByASupervisorWhoDidNotDoTheWork() {
        Worker both = new Worker(tudor.id(), tudor.name(), Role.SUPERVISOR);
        String part = job.does("parts", Van.knownTo(job).refrigerant("1.5")).path("usage.id");
        String hour = job.does("time-entries", labour(48)).path("timeEntry.id");
        String kept = job.does("time-entries", labour(60, 50)).path("timeEntry.id");
        String partBack = job.path("parts/" + part + "/reverse");
        String hourBack = job.path("time-entries/" + hour + "/reverse");
        SORIN.post(partBack, WRONG).then().statusCode(409).body("code", equalTo("illegal-transition"));
        job.does("complete", Map.of("outcome", "COMPLETE"));
        SORIN.approves(job, Job.APPROVAL).then().statusCode(200);

        for (String back : List.of(partBack, hourBack)) {
            tudor.post(back, WRONG).then().statusCode(409).body("code", equalTo("illegal-transition"));
            both.post(back, WRONG).then().statusCode(403).body("code", equalTo("reviewer-did-the-work"));
            DANA.post(back, WRONG).then().statusCode(403);
            SORIN.post(back, WRONG).then().statusCode(200).body("workOrder.state", equalTo("CLOSED"));
            SORIN.post(back, WRONG).then().statusCode(409).body("code", equalTo("already-reversed"));
        }

        assertThat(Events.await(Topics.PARTS_CONSUMED, job.id(), 2)
                        .getLast()
                        .at("/reversalOf")
                        .asText())
                .isEqualTo(part);
        JsonNode anew = Events.await(Topics.JOB_CLOSED, job.id(), 2).getLast();
        assertThat(anew.at("/closureNumber").asInt()).isEqualTo(2);
        assertThat(anew.at("/labour").findValuesAsText("entryId")).containsExactly(kept);
        assertThat(anew.at("/usages")).isEmpty();
        assertThat(anew.at("/reversedUsageIds/0").asText()).isEqualTo(part);
        assertThat(anew.at("/closedBy/id").asText()).isEqualTo(SORIN.id().toString());
        assertThat(job.history(SORIN)).endsWith("REVERSE_PART", "REVERSE_TIME");
        Job bakery = Job.assignedTo(tudor);
        bakery.began(Duration.ofHours(1));
        bakery.does("time-entries", labour(48));
    }

    @Test
    void anEntryIsTakenBackOnceHoweverManyTry() {
        String wrong = job.does("time-entries", labour(480)).path("timeEntry.id");

        List<Integer> answers = Crowd.all(
                Collections.nCopies(6, "time-entries/" + wrong + "/reverse"),
                path -> tudor.post(job.path(path), WRONG).statusCode());

        assertThat(answers).containsOnlyOnce(200);
        tudor.post(job.path("time-entries/" + wrong + "/reverse"), WRONG)
                .then()
                .statusCode(409)
                .body("code", equalTo("already-reversed"));
        tudor.post(job.path("time-entries/" + Ids.next() + "/reverse"), WRONG)
                .then()
                .statusCode(404);
        tudor.post(Job.assignedTo(tudor).path("time-entries/" + wrong + "/reverse"), WRONG)
                .then()
                .statusCode(404);
    }

    @Test
    void aCommentIsTakenBackByItsAuthorAndStaysInTheHistory() {
        String wrong = job.does("comments", Map.of("text", "Alt client, altă vitrină."))
                .path("comment.id");
        String path = job.path("comments/" + wrong + "/reverse");

        teodora.post(path, WRONG).then().statusCode(403).body("code", equalTo("recorded-by-another"));
        DANA.post(path, WRONG).then().statusCode(403);
        tudor.post(path, WRONG)
                .then()
                .statusCode(200)
                .body("comment.text", nullValue())
                .body("comment.reversal.reason", notNullValue());
        job.isRead().then().body("comments[0].text", nullValue());
        assertThat(SORIN.get(job.path("history")).path("items.reason").toString())
                .contains("altă vitrină");
        tudor.post(path, WRONG).then().statusCode(409).body("code", equalTo("already-reversed"));
    }

    @Test
    void aSupervisorTakesBackWhatNobodyShouldRead() {
        String wrong =
                job.does("comments", Map.of("text", "Codul alarmei: 1234")).path("comment.id");

        SORIN.post(job.path("comments/" + wrong + "/reverse"), WRONG)
                .then()
                .statusCode(200)
                .body("comment.reversal.name", equalTo("Sorin"));
    }

    /** Up to now. */
    private Map<String, Object> labour(int minutes) {
        return labour(minutes, 0);
    }

    private Map<String, Object> labour(int from, int to) {
        return Map.of(
                "kind",
                "LABOUR",
                "startedAt",
                now.minus(Duration.ofMinutes(from)).toString(),
                "endedAt",
                now.minus(Duration.ofMinutes(to)).toString());
    }
}
