package dev.fieldservice.workorder;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A ticket that is cancelled or rejected reaches whoever drives or works for it. */
@QuarkusTest
@WithTestResource(RealServers.class)
class CalledOffTest {

    private static final Worker SORIN = Worker.supervisor("Sorin");
    private static final String WHY = CalledOff.WHY;

    private Worker tudor;
    private Job job;

    @BeforeEach
    void aTechnicianHasAJob() {
        tudor = Worker.technician("Tudor");
        job = Job.assignedTo(tudor);
    }

    @Test
    void whoeverIsOnTheWayIsToldAndStops() {
        job.does("travel");
        isCalledOff();

        job.isRead().then().body("allowedCommands", contains("arrive", "stop"));
        tudor.post(job.path("start"), Map.of()).then().statusCode(409).body("allowedCommands", hasItem("stop"));
        job.does("stop", Map.of("remark", "Întors din drum"));

        job.isRead()
                .then()
                .body("state", equalTo("COMPLETED"))
                .body("outcome", equalTo("CANNOT_COMPLETE"))
                .body("followUpRequired", equalTo(false))
                .body("remark", equalTo("Întors din drum"));
        JsonNode done = Events.awaitOne(Topics.JOB_COMPLETED, job.id());
        assertThat(done.at("/followUpRequired").asBoolean()).isFalse();
        Job.assignedTo(tudor).does("travel");
    }

    @Test
    void whatWasDoneUntilItWasCalledOffIsClosedAndTellsFinanceThatItWas() {
        job.does("start");
        Van van = Van.knownTo(job);
        job.does("parts", van.refrigerant("0.5"));
        isCalledOff();

        job.does("stop");
        SORIN.approves(job, Job.APPROVAL).then().statusCode(200);

        JsonNode closed = Events.awaitOne(Topics.JOB_CLOSED, job.id());
        assertThat(closed.at("/calledOff/reason").asText()).isEqualTo(WHY);
        assertThat(closed.at("/usages")).hasSize(1);
    }

    @Test
    void workThatHadBegunBeforeItWasCalledOffIsRecordedWhenThePhoneTellsOfItLater() {
        Instant now = Instant.now();
        job.does("travel", Map.of("occurredAt", now.minusSeconds(7200).toString()));
        CalledOff.of(job, now.minusSeconds(3600));

        for (Instant later : List.of(now.minusSeconds(3000), now)) {
            tudor.post(job.path("start"), Map.of("occurredAt", later.toString()))
                    .then()
                    .statusCode(409)
                    .body("allowedCommands", contains("arrive", "stop"));
        }
        job.does("start", Map.of("occurredAt", now.minusSeconds(5400).toString()));
        job.does("parts", Van.knownTo(job).refrigerant("0.5"));
        job.does("stop");
    }

    @Test
    void whoWasStoppedBeforeTheStartWasToldRecordsWhatIsInTheMachineAllTheSame() {
        job.does("travel", Map.of("occurredAt", Instant.now().minusSeconds(7200).toString()));
        isCalledOff();
        job.does("stop");

        job.does("parts", Van.knownTo(job).refrigerant("0.5"));
    }

    @Test
    void nobodyBeginsWhatWasCalledOff() {
        isCalledOff();

        for (String step : new String[] {"accept", "travel", "arrive", "start", "stop"}) {
            tudor.post(job.path(step), Map.of()).then().statusCode(409);
        }
        job.unassign(2, tudor);
        eventually(() -> job.isRead().then().statusCode(404));
    }

    @Test
    void aHandOverOfWhatWasCalledOffAsksForNoFollowUp() {
        job.does("start");
        isCalledOff();

        SORIN.post(job.path("hand-over"), Map.of("reason", "Sună biroul"))
                .then()
                .statusCode(200);

        assertThat(Events.awaitOne(Topics.JOB_COMPLETED, job.id())
                        .at("/followUpRequired")
                        .asBoolean())
                .isFalse();
        Worker other = Worker.supervisor("Ana");
        other.approves(job, Job.APPROVAL).then().statusCode(200);
    }

    @Test
    void aFollowUpThatWasAskedForNeedsNoWaivingWhenTheJobIsCalledOff() {
        job.does("start");
        job.does("complete", Map.of("outcome", "INCOMPLETE"));
        isCalledOff();

        SORIN.approves(job, Job.APPROVAL).then().statusCode(200);
    }

    @Test
    void aJobThatIsWantedIsNotStopped() {
        job.does("travel");

        tudor.post(job.path("stop"), Map.of()).then().statusCode(409).body("allowedCommands", not(hasItem("stop")));
    }

    private void isCalledOff() {
        String before = job.isRead().header("ETag");
        CalledOff.of(job, Instant.now());
        job.isRead().then().body("calledOff.reason", equalTo(WHY)).header("ETag", not(equalTo(before)));
    }
}
