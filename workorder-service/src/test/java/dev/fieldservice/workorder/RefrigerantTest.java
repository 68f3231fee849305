package dev.fieldservice.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The refrigerant log of a chiller: what went in, what came out, and how tight it was found. */
@QuarkusTest
@WithTestResource(RealServers.class)
class RefrigerantTest {

    private static final Worker SORIN = Worker.supervisor("Sorin");
    private static final Map<String, Object> WHY = Map.of("reason", "Cântar greșit");

    private Worker tudor;
    private UUID chiller;
    private Job job;

    @BeforeEach
    void tudorWorksAtAChiller() {
        tudor = Worker.technician("Tudor");
        chiller = Ids.next();
        job = at(chiller);
    }

    @Test
    void theLogOfAMachineHoldsWhatWasDoneOnAllItsJobs() {
        job.does("refrigerant", weighed("RECOVERED", "1.2"));
        job.does("refrigerant", tested("38.5"));
        job.does("complete", Map.of("outcome", "COMPLETE"));
        Job next = at(chiller);
        next.does("refrigerant", weighed("ADDED", "2.4"));
        next.does("complete", Map.of("outcome", "COMPLETE"));
        Job elsewhere = at(Ids.next());
        elsewhere.does("refrigerant", weighed("ADDED", "9"));

        log().then()
                .body("items", hasSize(3))
                .body("items[0].kind", equalTo("RECOVERED"), "items[0].kilograms", equalTo("1.200"))
                .body("items[1].tight", equalTo(true), "items[1].asset.id", equalTo(chiller.toString()))
                .body("items[2].workOrderId", equalTo(next.id().toString()));
    }

    @Test
    void whoTookPartReadsItBackAndTheCustomerSignsIt() {
        String wrong = job.does("refrigerant", weighed("ADDED", "24")).path("entry.id");
        job.does("refrigerant/" + wrong + "/reverse", WHY);
        job.does("refrigerant", weighed("ADDED", "2.4"));
        job.isSigned();

        for (Worker reader : List.of(tudor, SORIN)) {
            reader.get(job.path("refrigerant"))
                    .then()
                    .statusCode(200)
                    .body("items.kilograms", equalTo(List.of("24.000", "2.400")))
                    .body("items[0].reversal.reason", equalTo("Cântar greșit"));
        }
        Worker.technician("Radu").get(job.path("refrigerant")).then().statusCode(404);
        assertThat(tudor.get(job.path("signing-content")).<String>path("content"))
                .contains("\"kilograms\":\"2.4\"")
                .doesNotContain("\"kilograms\":\"24\"");
        assertThat(Reported.text(tudor.get(job.path("report?language=en"))))
                .contains("Filled in", "2.4 kg")
                .doesNotContain("24 kg");
        job.isRead().then().body("signature.valid", equalTo(true));
        job.does("refrigerant", tested("38.5"));
        job.isRead().then().body("signature.valid", equalTo(false));
    }

    @Test
    void whatWasSignedBeforeRefrigerantWasPartOfItStaysSigned() {
        job.isSigned();
        job.does("refrigerant", weighed("ADDED", "2.4"));

        Tables.change("update refrigerant_entry set on_paper = false where work_order_id = '" + job.id() + "'");

        job.isRead().then().body("signature.valid", equalTo(true));
    }

    @Test
    void whatWasTakenBackIsSeenWithItsReason() {
        String entry = job.does("refrigerant", weighed("ADDED", "24")).path("entry.id");
        job.does("refrigerant/" + entry + "/reverse", WHY);
        tudor.post(job.path("refrigerant/" + entry + "/reverse"), WHY)
                .then()
                .statusCode(409)
                .body("code", equalTo("already-reversed"));

        log().then().body("items[0].reversal.reason", equalTo("Cântar greșit"));
        assertThat(file()).contains("24.000").endsWith("Cântar greșit\r\n");
    }

    @Test
    void ofAClosedJobASupervisorTakesItBack() {
        String entry = job.does("refrigerant", weighed("ADDED", "24")).path("entry.id");
        job.does("complete", Map.of("outcome", "COMPLETE"));
        SORIN.approves(job, Job.APPROVAL).then().statusCode(200);
        tudor.post(job.path("refrigerant"), weighed("ADDED", "1")).then().statusCode(409);

        SORIN.post(job.path("refrigerant/" + entry + "/reverse"), WHY).then().statusCode(200);
    }

    @Test
    void theFileIsNoPlaceForFormulas() {
        Map<String, Object> odd = weighed("ADDED", "1");
        odd.put("cylinder", "=HYPERLINK(\"http://x\"),1");
        job.does("refrigerant", odd);

        assertThat(file())
                .startsWith("occurredAt,orderNumber,machine,")
                .contains(",\"'=HYPERLINK(\"\"http://x\"\"),1\",");
        odd.put("cylinder", "CIL;=HYPERLINK(A1)");
        job.does("refrigerant", odd);
        assertThat(file()).contains(",\"CIL;'=HYPERLINK(A1)\",");
    }

    @Test
    void eachKindHasWhatBelongsToItAndNothingElse() {
        Map<String, Object> without = weighed("ADDED", "1");
        without.remove("cylinder");
        isRefused(without, "/cylinder");
        Map<String, Object> both = tested("38");
        both.put("refrigerant", "R-449A");
        isRefused(both, "/refrigerant");
        Map<String, Object> used = weighed("ADDED", "1");
        used.put("origin", "RECLAIMED");
        isRefused(used, "/facility");
        log().then().body("items", hasSize(0));
    }

    @Test
    void aJobThatNamesNoMachineHasNoLog() {
        Job anywhere = Job.of(tudor);
        job.does("complete", Map.of("outcome", "COMPLETE"));
        ObjectNode event = (ObjectNode) anywhere.assigned(anywhere.appointment(), 1, tudor);
        ((ObjectNode) event.get("jobCard")).remove("asset");
        Events.publish(Topics.ORDER_ASSIGNED, anywhere.id(), event);
        anywhere.awaitOnPhone();
        anywhere.does("start");

        tudor.post(anywhere.path("refrigerant"), weighed("ADDED", "1"))
                .then()
                .statusCode(422)
                .body("code", equalTo("no-machine"));
    }

    @Test
    void onlyTheOfficeReadsLogsAndOnlyWhoWasThereRecords() {
        tudor.get("/v1/refrigerant-log?assetId=" + chiller).then().statusCode(403);
        Worker stranger = Worker.technician("Radu");
        stranger.post(job.path("refrigerant"), weighed("ADDED", "1")).then().statusCode(404);
        SORIN.get("/v1/refrigerant-log").then().statusCode(400).body("errors[0].pointer", equalTo("assetId"));
        SORIN.get("/v1/refrigerant-log.csv?assetId=" + chiller)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .body(containsString("kilograms"));
    }

    private Job at(UUID asset) {
        Job made = Job.of(tudor);
        made.assignAt(asset, tudor);
        made.awaitOnPhone();
        made.does("start");
        return made;
    }

    private static Map<String, Object> weighed(String kind, String kilograms) {
        return new HashMap<>(
                Map.of("kind", kind, "refrigerant", "R-449A", "kilograms", kilograms, "cylinder", "CIL-0471"));
    }

    private static Map<String, Object> tested(String bar) {
        return new HashMap<>(Map.of("kind", "LEAK_TEST", "bar", bar, "minutes", 30, "tight", true));
    }

    private void isRefused(Map<String, Object> entry, String pointer) {
        tudor.post(job.path("refrigerant"), entry)
                .then()
                .statusCode(422)
                .body("code", equalTo("does-not-fit-kind"))
                .body("errors[0].pointer", equalTo(pointer));
    }

    private Response log() {
        return SORIN.get("/v1/refrigerant-log?assetId=" + chiller);
    }

    private String file() {
        return SORIN.get("/v1/refrigerant-log.csv?assetId=" + chiller).asString();
    }
}
