package dev.fieldservice.workorder;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A compressor with a serial number is in one machine at a time, whoever records it. */
@QuarkusTest
@WithTestResource(RealServers.class)
class SerialNumbersTest {

    private static final Map<String, Object> WRONG = Map.of("reason", "Alt compresor");

    private Worker tudor;
    private Job job;
    private Van van;

    @BeforeEach
    void tudorReplacesCompressors() {
        tudor = Worker.technician("Tudor");
        job = Job.assignedTo(tudor);
        job.began(Duration.ofHours(1));
        van = Van.knownTo(job);
    }

    @Test
    void aCompressorInOneMachineIsNotInstalledInAnotherBeforeItHasComeOut() {
        uses(job, "ZB45-1", null);
        refused(job, "ZB45-1", null, "serial-number-installed", "this work order");
        job.does("complete", Map.of("outcome", "COMPLETE"));
        Job next = Job.assignedTo(tudor);
        next.does("start");

        refused(next, " zb45 - 1", null, "serial-number-installed", "work order SO-");
        uses(next, "ZB45-2", "ZB45-1");
        uses(next, "ZB45-1", "ZB45-2");
    }

    @Test
    void toWhoeverMayNotSeeTheOtherJobItHasNoName() {
        uses(job, "ZB45-1", null);
        Worker radu = Worker.technician("Radu");
        Job other = Job.assignedTo(radu);
        other.does("start");
        Map<String, Object> part = new HashMap<>(part("ZB45-1", null));
        part.put("stockLocationId", Van.shelf());

        radu.post(other.path("parts"), part)
                .then()
                .statusCode(409)
                .body("detail", containsString("on another work order and"));
    }

    @Test
    void whatCameOutDoesNotComeOutAgainBeforeItWasInstalled() {
        uses(job, "ZB45-1", "ZB45-OLD");

        refused(job, "ZB45-2", "ZB45-OLD", "serial-number-removed", "this work order");
        uses(job, "ZB45-OLD", "ZB45-1");
        uses(job, "ZB45-2", "ZB45-OLD");
    }

    @Test
    void whatComesOutIsNotWhatGoesIn() {
        use(job, "ZB45-1", "zb45 -1")
                .then()
                .statusCode(422)
                .body("code", equalTo("same-serial-number"))
                .body("errors[0].pointer", equalTo("/removedSerial"));
    }

    @Test
    void aUsageThatIsTakenBackFreesItsPieceAndPutsBackWhatCameOut() {
        uses(job, "ZB45-OLD", null);
        String replaced = uses(job, "ZB45-1", "ZB45-OLD");

        job.does("parts/" + replaced + "/reverse", WRONG);

        refused(job, "ZB45-OLD", null, "serial-number-installed", "this work order");
        uses(job, "ZB45-1", null);
    }

    @Test
    void aUsageWhosePieceHasMovedOnIsTakenBackAfterTheLaterOne() {
        String first = uses(job, "ZB45-1", null);
        String second = uses(job, "ZB45-2", "ZB45-1");

        tudor.post(job.path("parts/" + first + "/reverse"), WRONG)
                .then()
                .statusCode(409)
                .body("code", equalTo("piece-moved-on"));
        job.does("parts/" + second + "/reverse", WRONG);
        job.does("parts/" + first + "/reverse", WRONG);
        uses(job, "ZB45-1", null);
    }

    @Test
    void aPieceThatCameOutIsOutHoweverLateItsInstallationIsTold() {
        uses(job, "ZB45-2", "ZB45-1");
        Map<String, Object> late = part("ZB45-1", null);
        late.put("occurredAt", Instant.now().minus(Duration.ofMinutes(30)).toString());
        job.does("parts", late);

        uses(job, "ZB45-1", "ZB45-2");
    }

    @Test
    void ofManyJobsThatInstallTheSamePieceAtOnceOneDoes() {
        List<Job> jobs = IntStream.range(0, 8)
                .mapToObj(i -> Job.assignedTo(Worker.technician("Tehnician " + i)))
                .toList();
        jobs.forEach(each -> each.does("start"));
        Map<String, Object> part = new HashMap<>(part("ZB45-1", null));
        part.put("stockLocationId", Van.shelf());

        List<Integer> answers = Crowd.all(
                jobs, each -> each.technician().post(each.path("parts"), part).statusCode());

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 409);
    }

    @Test
    void aCompressorComesOutOfTheMachineInWhichItIs() {
        uses(job, "ZB45-1", null);
        job.does("complete", Map.of("outcome", "COMPLETE"));
        Job elsewhere = Job.of(tudor);
        elsewhere.assignAt(UUID.randomUUID(), tudor);
        elsewhere.awaitOnPhone();
        elsewhere.does("start");

        use(elsewhere, "ZB45-2", "ZB45-1")
                .then()
                .statusCode(422)
                .body("code", equalTo("serial-number-elsewhere"))
                .body("errors[0].pointer", equalTo("/removedSerial"))
                .body("detail", containsString("on work order SO-"));
        uses(elsewhere, "ZB45-2", "ZB45-OLD");
    }

    @Test
    void aCompressorThatWasRecordedElsewhereByMistakeComesOutForAReason() {
        uses(job, "ZB45-1", null);
        job.does("complete", Map.of("outcome", "COMPLETE"));
        Job elsewhere = Job.of(tudor);
        elsewhere.assignAt(UUID.randomUUID(), tudor);
        elsewhere.awaitOnPhone();
        elsewhere.does("start");
        Map<String, Object> part = new HashMap<>(part("ZB45-2", "ZB45-1"));
        part.put("removalReason", "Seria a fost trecută greșit");

        elsewhere
                .does("parts", part)
                .then()
                .body("usage.removalReason", equalTo("Seria a fost trecută greșit"))
                .body("usage.reason", nullValue());

        elsewhere.isRead().then().body("usages.removalReason", hasItem("Seria a fost trecută greșit"));
        refused(elsewhere, "ZB45-3", "ZB45-1", "serial-number-removed", "this work order");
        part.put("installedSerial", "ZB45-2");
        part.put("removedSerial", "ZB45-9");
        tudor.post(elsewhere.path("parts"), part)
                .then()
                .statusCode(409)
                .body("code", equalTo("serial-number-installed"));
        uses(elsewhere, "ZB45-1", null);
    }

    @Test
    void aCompressorThatHasComeOutByMistakeComesOutWhereItWasForAReason() {
        uses(job, "ZB45-2", "ZB45-1");
        job.does("complete", Map.of("outcome", "COMPLETE"));
        Job elsewhere = Job.of(tudor);
        elsewhere.assignAt(UUID.randomUUID(), tudor);
        elsewhere.awaitOnPhone();
        elsewhere.does("start");
        refused(elsewhere, "ZB45-3", "ZB45-1", "serial-number-removed", "work order SO-");
        Map<String, Object> part = new HashMap<>(part("ZB45-3", "ZB45-1"));
        part.put("removalReason", "Seria a fost citită greșit");

        String usage = elsewhere.does("parts", part).path("usage.id");

        refused(elsewhere, "ZB45-4", "ZB45-1", "serial-number-removed", "this work order");
        elsewhere.does("parts/" + usage + "/reverse", Map.of("reason", "Totuși nu"));
        refused(elsewhere, "ZB45-4", "ZB45-1", "serial-number-removed", "work order SO-");
        uses(elsewhere, "ZB45-1", null);
        uses(elsewhere, "ZB45-4", "ZB45-1");
    }

    @Test
    void whatNobodyCanSeeMakesNoOtherCompressor() {
        uses(job, "ZB45-1", null);

        refused(job, "ZB\u200B45-1", null, "serial-number-installed", "this work order");
        refused(job, "ZB\u00AD45 -1", null, "serial-number-installed", "this work order");
    }

    @Test
    void aCompressorKeepsItsNumberWhileItsPartNeedsNone() {
        uses(job, "ZB45-1", null);
        Events.publish(
                Topics.PART_REGISTERED,
                van.compressor(),
                Van.part(van.compressor(), 2, "ZB45", "Compresor scroll", "EA", false));
        eventually(() -> assertThat(
                        Tables.count("known_part where not serialised and part_id = '%s'".formatted(van.compressor())))
                .isOne());

        refused(job, "ZB45-1", null, "serial-number-installed", "this work order");
        uses(job, "ZB45-2", "ZB45-1");
        uses(job, "ZB45-1", "ZB45-2");
        refused(job, "ZB45-1", null, "serial-number-installed", "this work order");
        uses(job, "ZB45-3", null);
        refused(job, "ZB45-3", null, "serial-number-installed", "this work order");
    }

    @Test
    void numbersOfPartsThatAreNotSerialisedAreNotes() {
        Map<String, Object> bottle = new HashMap<>(van.refrigerant("3.5"));
        bottle.put("installedSerial", "BUTELIA-7");

        job.does("parts", bottle);
        job.does("parts", bottle);
    }

    @CanIgnoreReturnValue
    private String uses(Job where, String installed, String removed) {
        return use(where, installed, removed)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .extract()
                .path("usage.id");
    }

    private Response use(Job where, String installed, String removed) {
        return tudor.post(where.path("parts"), part(installed, removed));
    }

    private void refused(Job where, String installed, String removed, String code, String named) {
        use(where, installed, removed)
                .then()
                .statusCode(409)
                .body("code", equalTo(code))
                .body("detail", containsString(named));
    }

    private Map<String, Object> part(String installed, String removed) {
        Map<String, Object> part = new HashMap<>(van.compressor(installed));
        part.remove("removedSerial");
        if (removed != null) {
            part.put("removedSerial", removed);
        }
        return part;
    }
}
