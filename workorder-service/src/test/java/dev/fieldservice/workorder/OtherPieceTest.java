package dev.fieldservice.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A compressor is replaced by one of another part number, or is fitted again after it was taken back. */
@QuarkusTest
@WithTestResource(RealServers.class)
class OtherPieceTest {

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
    void aCompressorThatItsSuccessorReplacesLeavesItsMachine() {
        uses(van.compressor(), "7", Map.of()).statusCode(200);

        String replaced = uses(van.successor(), "8", cameOut("7"))
                .statusCode(200)
                .body("usage.removedPartId", equalTo(van.compressor().toString()))
                .extract()
                .path("usage.id");

        assertThat(Events.await(Topics.PARTS_CONSUMED, job.id(), 2)
                        .getLast()
                        .at("/removedPartId")
                        .asText())
                .isEqualTo(van.compressor().toString());
        uses(van.successor(), "9", cameOut("7")).statusCode(409).body("code", equalTo("serial-number-removed"));
        job.does("parts/" + replaced + "/reverse", WRONG);
        uses(van.compressor(), "7", Map.of()).statusCode(409).body("code", equalTo("serial-number-installed"));
        uses(van.successor(), "8", cameOut("7")).statusCode(200);
        uses(van.compressor(), "7", Map.of()).statusCode(200);
    }

    @Test
    void aCompressorThatASimplePartReplacesLeavesItsMachineToo() {
        uses(van.compressor(), "7", Map.of()).statusCode(200);
        Map<String, Object> filled = new HashMap<>(van.refrigerant("1"));
        filled.putAll(cameOut("7"));

        job.does("parts", filled);

        uses(van.compressor(), "7", Map.of()).statusCode(200);
    }

    @Test
    void aCompressorThatItsSuccessorReplacedIsOutHoweverLateItsInstallationIsTold() {
        uses(van.successor(), "8", cameOut("7")).statusCode(200);
        String before = Instant.now().minus(Duration.ofMinutes(30)).toString();

        uses(van.compressor(), "7", Map.of("occurredAt", before)).statusCode(200);

        uses(van.compressor(), "7", Map.of()).statusCode(200);
    }

    @Test
    void piecesOfTwoPartsMayHaveOneNumber() {
        uses(van.successor(), "7", cameOut("7")).statusCode(200);
        uses(van.successor(), "8", Map.of("removedSerial", " 8"))
                .statusCode(422)
                .body("code", equalTo("same-serial-number"));
    }

    @Test
    void whatCameOutIsAPieceOfAPartThatIsKnown() {
        uses(van.successor(), "8", Map.of("removedSerial", "7", "removedPartId", UUID.randomUUID()))
                .statusCode(422)
                .body("code", equalTo("unknown-reference"))
                .body("errors.pointer", equalTo(List.of("/removedPartId")));
        uses(van.successor(), "8", Map.of("removedPartId", van.compressor()))
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/removedSerial")));
    }

    @Test
    void aCompressorThatWasTakenBackFromAClosedJobIsFittedOnTheNextWithAReason() {
        uses(van.compressor(), "7", Map.of()).statusCode(200);
        job.does("complete", Map.of("outcome", "COMPLETE"));
        Job next = Job.assignedTo(tudor);
        next.does("start");
        Map<String, Object> why = Map.of("reinstallReason", "Preluat înapoi, nu s-a potrivit");

        uses(next, van.compressor(), "7", Map.of())
                .statusCode(409)
                .body("code", equalTo("serial-number-installed"))
                .body("detail", containsString("reinstallReason"));
        String again = uses(next, van.compressor(), "7", why)
                .statusCode(200)
                .body("usage.reason", equalTo("Preluat înapoi, nu s-a potrivit"))
                .extract()
                .path("usage.id");

        next.isRead().then().body("usages.reason", hasItem("Preluat înapoi, nu s-a potrivit"));
        uses(next, van.compressor(), "7", Map.of()).statusCode(409);
        next.does("parts/" + again + "/reverse", WRONG);
        uses(next, van.compressor(), "7", Map.of()).statusCode(409).body("detail", containsString("work order SO-"));
        uses(next, van.compressor(), "7", why).statusCode(200);
    }

    @Test
    void ofManyJobsThatFitTheSamePieceAgainAtOnceOneHasIt() {
        uses(van.compressor(), "7", Map.of()).statusCode(200);
        List<Job> jobs = IntStream.range(0, 8)
                .mapToObj(i -> Job.assignedTo(Worker.technician("Tehnician " + i)))
                .toList();
        jobs.forEach(each -> each.does("start"));
        Map<String, Object> part = part(van.compressor(), "7", Map.of("reinstallReason", "Preluat înapoi"));
        part.put("stockLocationId", Van.shelf());

        List<Integer> answers = Crowd.all(
                jobs, each -> each.technician().post(each.path("parts"), part).statusCode());

        assertThat(answers).contains(200);
        assertThat(Tables.count("part_usage where part_id = '%s' and taken_out_by is null".formatted(van.compressor())))
                .isOne();
    }

    @Test
    void aSlipIsTakenBackAlthoughTheCompressorWasTrulyFittedElsewhereSince() {
        String slip = idOf(uses(van.compressor(), "7", Map.of()));
        Job radus = startedBy("Radu");
        String fitted = idOf(fitsAgain(radus));

        job.does("parts/" + slip + "/reverse", WRONG);

        uses(van.compressor(), "7", Map.of()).statusCode(409).body("code", equalTo("serial-number-installed"));
        radus.does("parts/" + fitted + "/reverse", WRONG);
        uses(van.compressor(), "7", Map.of()).statusCode(200);
    }

    @Test
    void aSlipBetweenTwoJobsIsTakenBackAndTheCompressorIsWhereTheLastOneFittedIt() {
        String first = idOf(uses(van.compressor(), "7", Map.of()));
        Job radus = startedBy("Radu");
        String slip = idOf(fitsAgain(radus));
        Job mihais = startedBy("Mihai");
        String last = idOf(fitsAgain(mihais));

        radus.does("parts/" + slip + "/reverse", WRONG);

        uses(van.compressor(), "7", Map.of()).statusCode(409);
        mihais.does("parts/" + last + "/reverse", WRONG);
        uses(van.compressor(), "7", Map.of()).statusCode(409).body("detail", containsString("this work order"));
        job.does("parts/" + first + "/reverse", WRONG);
        uses(van.compressor(), "7", Map.of()).statusCode(200);
    }

    private static Job startedBy(String technician) {
        Job other = Job.assignedTo(Worker.technician(technician));
        other.does("start");
        return other;
    }

    private ValidatableResponse fitsAgain(Job where) {
        Map<String, Object> part = part(van.compressor(), "7", Map.of("reinstallReason", "Preluat înapoi"));
        part.put("stockLocationId", Van.shelf());
        return where.does("parts", part).then();
    }

    private static String idOf(ValidatableResponse used) {
        return used.statusCode(200).extract().path("usage.id");
    }

    private Map<String, Object> cameOut(String serial) {
        return Map.of("removedSerial", serial, "removedPartId", van.compressor());
    }

    @CanIgnoreReturnValue
    private ValidatableResponse uses(UUID part, String installed, Map<String, Object> more) {
        return uses(job, part, installed, more);
    }

    @CanIgnoreReturnValue
    private ValidatableResponse uses(Job where, UUID part, String installed, Map<String, Object> more) {
        return tudor.post(where.path("parts"), part(part, installed, more)).then();
    }

    private static Map<String, Object> part(UUID part, String installed, Map<String, Object> more) {
        Map<String, Object> usage = new HashMap<>(more);
        usage.put("partId", part);
        usage.put("quantity", Van.quantity("1", "EA"));
        usage.put("installedSerial", installed);
        return usage;
    }
}
