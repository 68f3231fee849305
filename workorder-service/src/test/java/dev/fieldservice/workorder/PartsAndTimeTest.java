package dev.fieldservice.workorder;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.aggregates.Ids;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class PartsAndTimeTest {

    private Worker tudor;
    private Job job;
    private Van van;

    @BeforeEach
    void aTechnicianWorksOnAChillerWithAVanFullOfParts() {
        tudor = Worker.technician("Tudor");
        job = Job.assignedTo(tudor);
        job.began(Duration.ofHours(2));
        van = Van.knownTo(job);
    }

    @Test
    void aPartFromTheVanIsToldToInventoryAndBilling() {
        job.does("parts", van.refrigerant("3.5"))
                .then()
                .body("usage.quantity.amount", equalTo("3.500"))
                .body("usage.partNumber", equalTo("R-449A"))
                .body("usage.stockLocationId", equalTo(van.id().toString()))
                .body("workOrder.id", equalTo(job.id().toString()))
                .body("workOrder.version", equalTo(2))
                .body("workOrder.allowedCommands", hasItem("pause"))
                .header("ETag", equalTo("\"2\""));
        job.does("parts", van.compressor("ZB45-2026-1187"));
        job.isRead().then().body("usages", hasSize(2)).header("ETag", startsWith("\"3-"));

        List<JsonNode> consumed = Events.await(Topics.PARTS_CONSUMED, job.id(), 2);
        assertThat(consumed.get(0).at("/quantity/unit").asText()).isEqualTo("KGM");
        assertThat(consumed.get(0).at("/ticketId").asText())
                .isEqualTo(job.ticket().toString());
        assertThat(consumed.get(1).at("/installedSerial").asText()).isEqualTo("ZB45-2026-1187");
        assertThat(consumed.get(1).at("/removedSerial").asText()).isEqualTo("ZB45-2019-0003");
        assertThat(consumed.get(1).has("reversalOf")).isFalse();
    }

    @Test
    void whatCameOutOfACylinderSaysOutOfWhichAndSoDoesTheEntryThatTakesItBack() {
        Map<String, Object> used = new HashMap<>(van.refrigerant("3.5"));
        used.put("containerNumber", "CIL-0471");
        String usage = job.does("parts", used)
                .then()
                .body("usage.containerNumber", equalTo("CIL-0471"))
                .extract()
                .path("usage.id");
        job.does("parts/" + usage + "/reverse", Map.of("reason", "Butelia a rămas plină"));

        assertThat(Events.await(Topics.PARTS_CONSUMED, job.id(), 2))
                .extracting(event -> event.at("/containerNumber").asText())
                .containsOnly("CIL-0471");
    }

    @Test
    void aThirdOfACompressorIsNotUsed() {
        Map<String, Object> third = new HashMap<>(van.compressor("ZB45-2026-1187"));
        third.put("quantity", Map.of("amount", "0.333", "unit", "EA"));

        tudor.post(job.path("parts"), third)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/quantity/amount"))
                .body("errors[0].code", equalTo("whole-pieces"));
    }

    @Test
    void aUsageIsTakenBackOnceAndByACounterEntry() {
        String usage = job.does("parts", van.refrigerant("3.5")).path("usage.id");
        String reverse = "parts/" + usage + "/reverse";
        Map<String, Object> why = Map.of("reason", "Butelia a rămas plină");

        job.does(reverse, why).then().body("usage.reversalOf", equalTo(usage));
        job.isRead()
                .then()
                .body("usages", hasSize(2))
                .body("usages[0].state", equalTo("REVERSED"))
                .body("usages[1].reversalOf", equalTo(usage));
        tudor.post(job.path(reverse), why).then().statusCode(409).body("code", equalTo("already-reversed"));
        String counter = job.isRead().path("usages[1].id");
        tudor.post(job.path("parts/" + counter + "/reverse"), why)
                .then()
                .statusCode(409)
                .body("code", equalTo("not-reversible"));
        tudor.post(job.path("parts/" + UUID.randomUUID() + "/reverse"), why)
                .then()
                .statusCode(404);

        JsonNode event = Events.await(Topics.PARTS_CONSUMED, job.id(), 2).get(1);
        assertThat(event.at("/reversalOf").asText()).isEqualTo(usage);
        assertThat(event.at("/usageId").asText()).isEqualTo(counter);
        assertThat(event.at("/quantity/amount").asText()).isEqualTo("3.500");
    }

    @Test
    void ofManyReversalsAtOnceOneTakesEffect() {
        String usage = job.does("parts", van.refrigerant("1")).path("usage.id");

        List<Integer> answers = Crowd.all(
                Collections.nCopies(6, "parts/" + usage + "/reverse"),
                path -> tudor.post(job.path(path), Map.of("reason", "Greșit")).statusCode());

        assertThat(answers).containsOnlyOnce(200);
        job.isRead().then().body("usages", hasSize(2));
    }

    @Test
    void sixtyFourPartsRecordedAtOnceAreAllKeptAndToldOnce() {
        List<Integer> answers = Crowd.all(
                IntStream.rangeClosed(1, 64).boxed().toList(),
                n -> tudor.post(job.path("parts"), van.refrigerant("0." + (100 + n)))
                        .statusCode());

        assertThat(answers).containsOnly(200);
        job.isRead().then().body("usages", hasSize(64)).header("ETag", startsWith("\"65-"));
        List<JsonNode> consumed = Events.await(Topics.PARTS_CONSUMED, job.id(), 64);
        assertThat(consumed).hasSize(64);
        assertThat(consumed).extracting(event -> event.at("/usageId").asText()).doesNotHaveDuplicates();
        assertThat(consumed)
                .extracting(event -> event.at("/quantity/amount").asText())
                .doesNotHaveDuplicates();
    }

    @Test
    void oneRecordingSentEightTimesAtOnceIsOne() {
        String key = UUID.randomUUID().toString();

        List<String> answers = Crowd.all(
                Collections.nCopies(8, key),
                same -> tudor.post(same, job.path("parts"), van.refrigerant("2"))
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());

        assertThat(answers).hasSize(8).containsOnly(answers.getFirst());
        job.isRead().then().body("usages", hasSize(1));
        assertThat(Events.await(Topics.PARTS_CONSUMED, job.id(), 1)).hasSize(1);
    }

    @Test
    void whatCannotBeIsRefusedAndSaysWhere() {
        refused(
                "unknown-reference",
                "/partId",
                Map.of("partId", UUID.randomUUID(), "quantity", Van.quantity("1", "EA")));
        refused(
                "wrong-unit",
                "/quantity/unit",
                Map.of("partId", van.refrigerant(), "quantity", Van.quantity("1", "LTR")));
        refused(
                "serial-number-missing",
                "/installedSerial",
                Map.of("partId", van.compressor(), "quantity", Van.quantity("1", "EA")));
        refused(
                "one-at-a-time",
                "/quantity/amount",
                Map.of("partId", van.compressor(), "quantity", Van.quantity("2", "EA"), "installedSerial", "A"));
        Map<String, Object> elsewhere = new HashMap<>(van.refrigerant("1"));
        elsewhere.put("stockLocationId", UUID.randomUUID());
        refused("unknown-reference", "/stockLocationId", elsewhere);
        for (String amount : List.of("0", "-1", "1000001", "0.0001", "1e7", "x")) {
            tudor.post(job.path("parts"), van.refrigerant(amount)).then().statusCode(400);
        }
        job.isRead().then().body("usages", hasSize(0));
    }

    @Test
    void aTechnicianWithoutAVanMustSayWhereThePartCameFrom() {
        Worker walker = Worker.technician("Fără dubă");
        Job other = Job.assignedTo(walker);
        other.does("start");

        walker.post(other.path("parts"), van.refrigerant("1"))
                .then()
                .statusCode(422)
                .body("code", equalTo("no-van"));
        UUID shelf = Van.shelf();
        other.does("parts", from(shelf)).then().body("usage.stockLocationId", equalTo(shelf.toString()));
    }

    @Test
    void anothersVanIsAnsweredAsIfItDidNotExist() {
        Worker radu = Worker.technician("Radu");
        Job other = Job.assignedTo(radu);
        other.does("start");

        Response foreign = radu.post(other.path("parts"), from(van.id()));
        Response unknown = radu.post(other.path("parts"), from(UUID.randomUUID()));

        foreign.then().statusCode(422).body("code", equalTo("unknown-reference"));
        unknown.then().statusCode(422).body("errors", equalTo(foreign.path("errors")));
        other.isRead().then().body("usages", hasSize(0));
    }

    private Map<String, Object> from(UUID place) {
        Map<String, Object> usage = new HashMap<>(van.refrigerant("1"));
        usage.put("stockLocationId", place);
        return usage;
    }

    @Test
    void partsAreRecordedFromTheStartOfTheWorkUntilTheJobIsClosed() {
        Job next = Job.assignedTo(tudor);
        tudor.post(next.path("parts"), van.refrigerant("1"))
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-transition"));
        job.does("pause", Map.of("reason", "Masa de prânz"));
        job.does("parts", van.refrigerant("1"));
        job.does("complete", Map.of("outcome", "COMPLETE"));
        job.does("parts", van.refrigerant("1"));
        Worker.supervisor("Sorin").approves(job, Job.APPROVAL).then().statusCode(200);
        tudor.post(job.path("parts"), van.refrigerant("1")).then().statusCode(409);
    }

    @Test
    void theNewestWordOfTheCatalogueCounts() {
        UUID part = Ids.next();
        Events.publish(Topics.PART_REGISTERED, part, Van.part(part, 3, "FD-163", "Filtru nou", "EA", false));
        Events.publish(Topics.PART_REGISTERED, part, Van.part(part, 2, "FD-163", "Filtru vechi", "MTR", false));
        UUID last = Ids.next();
        Events.publish(Topics.PART_REGISTERED, part, Van.part(part, 4, "FD-163", "Filtru deshidrator", "EA", false));
        Events.publish(Topics.PART_REGISTERED, last, Van.part(last, 1, "X", "Ultima", "EA", false));

        eventually(() -> assertThat(Tables.count("known_part where part_id = '" + part + "' and part_version = 4"))
                .isOne());
        job.does("parts", Map.of("partId", part, "quantity", Van.quantity("1", "EA")))
                .then()
                .body("usage.partName", equalTo("Filtru deshidrator"));
    }

    @Test
    void timesOfOneTechnicianDoNotOverlap() {
        Instant end = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        job.does("time-entries", hours("TRAVEL", end.minus(3, ChronoUnit.HOURS), end.minus(2, ChronoUnit.HOURS)));
        job.does("time-entries", hours("LABOUR", end.minus(2, ChronoUnit.HOURS), end))
                .then()
                .body("timeEntry.technicianId", equalTo(tudor.id().toString()));
        job.isRead().then().body("timeEntries", hasSize(2)).body("timeEntries[1].kind", equalTo("LABOUR"));

        tudor.post(job.path("time-entries"), hours("LABOUR", end.minus(150, ChronoUnit.MINUTES), end))
                .then()
                .statusCode(409)
                .body("code", equalTo("overlapping-time"))
                .body("detail", containsString("this work order"));
        notTaken("implausible-length", hours("LABOUR", end, end));
        notTaken("implausible-length", hours("LABOUR", end.minus(25, ChronoUnit.HOURS), end));
        notTaken("implausible-time", hours("LABOUR", end, end.plus(2, ChronoUnit.HOURS)));
        Map<String, Object> stranger = new HashMap<>(hours("LABOUR", end.minus(1, ChronoUnit.HOURS), end));
        stranger.put("technicianId", UUID.randomUUID());
        notTaken("unknown-reference", stranger);
    }

    private void refused(String code, String pointer, Map<String, Object> request) {
        tudor.post(job.path("parts"), request)
                .then()
                .statusCode(422)
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
    }

    private void notTaken(String code, Map<String, Object> request) {
        tudor.post(job.path("time-entries"), request).then().statusCode(422).body("code", equalTo(code));
    }

    private static Map<String, Object> hours(String kind, Instant from, Instant to) {
        return Map.of("kind", kind, "startedAt", from.toString(), "endedAt", to.toString());
    }
}
