package dev.fieldservice.workorder;

import static dev.fieldservice.platform.testing.Events.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Contracts;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The report about a closed job: issued, corrected, shown before, asked after by anybody who has it. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ReportsTest {

    private static final Map<String, Object> WHY = Map.of("reason", "Compresorul a rămas în dubă");
    private static final UUID COMPANY = UUID.fromString("00000000-0000-7000-8000-000000000001");

    private Worker tudor;
    private Job job;
    private Reported reported;

    @BeforeEach
    void theChillerIsRepaired() {
        tudor = Worker.technician("Tudor");
        reported = Reported.by(tudor);
        job = reported.job();
    }

    @Test
    void aReportIsIssuedAMomentAfterTheJobIsClosedAndReadInAnyLanguage() {
        reported.close();

        Response report = reported.issued(1);

        report.then()
                .body("items[0].number", equalTo("SO-2026-000042/1"))
                .body("items[0].replaces", nullValue())
                .body("items[0].files.language", equalTo(List.of("ro")));
        Response paper = tudor.get(reported.content(report, 0));
        paper.then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("ETag", equalTo("\"" + report.path("items[0].files[0].sha256") + "\""))
                .header("Content-Disposition", containsString("attachment; filename=\"SO-2026-000042-1-ro.pdf\""));
        assertThat(Camera.sha256(paper.asByteArray())).isEqualTo(report.path("items[0].files[0].sha256"));
        assertThat(Reported.text(paper))
                .contains("Raport de service", "SO-2026-000042/1", "Supermarket Cotroceni SRL", "Chiller lactate 1")
                .contains("R-449A", "2,5 kg", "ZB45-2026-", "Etanș, 24 bar azot.", "Sorin")
                .doesNotContain("CIORNĂ", "#");
        assertThat(Reported.text(tudor.get(reported.content(report, 0) + "?language=de")))
                .contains("Servicebericht", "Reparatur");
        assertThat(Reported.text(tudor.get(reported.content(report, 0) + "?language=en")))
                .contains("Service report", "2.5 kg");
        reported.issued(1).then().body("items[0].files.language", equalTo(List.of("ro", "de", "en")));
        assertThat(tudor.get(reported.content(report, 0) + "?language=de").asByteArray())
                .isEqualTo(
                        tudor.get(reported.content(report, 0) + "?language=de").asByteArray());
        tudor.get(reported.content(report, 0), "Range", "bytes=0-3").then().statusCode(206);
        tudor.get(reported.content(report, 0) + "?language=fr").then().statusCode(400);
    }

    @Test
    void thePhotosAndTheSignatureStandOnItAndAWithdrawnPhotoDoesNot() throws IOException {
        for (String kind : List.of("BEFORE", "AFTER", "DOCUMENT")) {
            tudor.upload(job.path("photos/" + Ids.next() + "?kind=" + kind), Camera.JPEG, Camera.jpeg(800, 600))
                    .then()
                    .statusCode(201);
        }
        UUID wrong = Ids.next();
        tudor.upload(job.path("photos/" + wrong + "?kind=AFTER"), Camera.JPEG, Camera.jpeg(640, 480))
                .then()
                .statusCode(201);
        job.does("photos/" + wrong + "/withdraw", Map.of("reason", "Altă mașină"));
        tudor.upload(
                        job.path("photos/" + Ids.next() + "?kind=DOCUMENT&caption=Buletin"),
                        "application/pdf",
                        Camera.pdf("x"))
                .then()
                .statusCode(201);
        String hash = tudor.get(job.path("signing-content")).path("contentHash");
        job.does(
                "signature",
                Map.of(
                        "outcome",
                        "SIGNED",
                        "contentHash",
                        hash,
                        "signerName",
                        "Maria",
                        "image",
                        Pen.signature(300, 120)));
        job.does("complete", Map.of("outcome", "COMPLETE"));
        Reported.SORIN.approves(job, Job.APPROVAL).then().statusCode(200);

        Response paper = tudor.get(reported.content(reported.issued(1), 0));

        assertThat(Reported.pictures(paper)).isEqualTo(3 + 1 + 1);
        assertThat(Reported.text(paper)).contains("Înainte", "După", "Document: Buletin", "Semnat de: Maria", hash);
    }

    @Test
    void tenWhoLookAtDraftsAtOnceKeepNobodyFromWorking() {
        List<CompletableFuture<Integer>> readers = IntStream.range(0, 10)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> Worker.supervisor("Sorin " + i)
                                .get(job.path("report"))
                                .statusCode(),
                        Thread::startVirtualThread))
                .toList();

        job.does("comments", Map.of("text", "Nu aștept după hârtie."));

        assertThat(readers.stream().map(CompletableFuture::join)).containsOnly(200);
    }

    @Test
    void whatIsTakenBackAfterwardsMakesAnotherEditionAndTheFirstStays() {
        String usage = job.does("parts", reported.van().refrigerant("1")).path("usage.id");
        reported.close();
        Response first = reported.issued(1);
        byte[] before = tudor.get(reported.content(first, 0)).asByteArray();

        Reported.SORIN.post(job.path("parts/" + usage + "/reverse"), WHY).then().statusCode(200);

        Response both = reported.issued(2);
        both.then()
                .body("items[1].number", equalTo("SO-2026-000042/2"))
                .body("items[1].replaces", equalTo(both.path("items[0].id")))
                .body("items[0].replacedBy", equalTo(both.path("items[1].id")));
        assertThat(Reported.text(tudor.get(reported.content(both, 1))))
                .contains("Această ediție înlocuiește SO-2026-000042/1 din");
        assertThat(tudor.get(reported.content(both, 0)).asByteArray()).isEqualTo(before);
        Reported.verified(both, 0).then().body("newest", equalTo(false));
        Reported.verified(both, 1).then().body("newest", equalTo(true));
    }

    @Test
    void beforeItIsClosedThereIsADraftWhichSaysSo() {
        Response draft = tudor.get(job.path("report?language=en"));

        draft.then().statusCode(200).contentType("application/pdf");
        assertThat(Reported.text(draft))
                .contains("DRAFT", "Service report", "R-449A")
                .doesNotContain("Genuine?");
        tudor.get(job.path("reports")).then().body("items", hasSize(0));
    }

    @Test
    void whatCouldNotBeMadeSaysWhyAndIsMadeAgainOnCommand() {
        reported.close();
        String id = reported.issued(1).path("items[0].id");
        String again = job.path("reports/" + id + "/make-again");
        Reported.DANA.post(again).then().statusCode(409).body("code", equalTo("report-not-failed"));
        cannotBeMade(id);

        eventually(() -> tudor.get(job.path("reports")).then().body("items[0].state", equalTo("FAILED")));
        tudor.get(job.path("reports")).then().body("items[0].failure", not(emptyOrNullString()));
        tudor.get(job.path("reports/" + id + "/content"))
                .then()
                .statusCode(409)
                .body("detail", containsString("could not be made"));
        tudor.post(again).then().statusCode(403);
        Reported.DANA
                .post(Job.assignedTo(tudor).path("reports/" + id + "/make-again"))
                .then()
                .statusCode(404);
        clockOf(id, "Europe/Bucharest");
        Reported.DANA
                .post(again)
                .then()
                .statusCode(200)
                .body("state", equalTo("BEING_MADE"))
                .body("failure", nullValue());

        Response report = reported.issued(1);
        assertThat(Reported.text(tudor.get(reported.content(report, 0)))).contains("SO-2026-000042/1");
        Reported.DANA.post(again).then().statusCode(409).body("code", equalTo("report-not-failed"));
        Tables.change("delete from errand where subject_id = '" + id + "'");
    }

    /** It is tried for the last time, and no clock is known by which its times could be printed. */
    private static void cannotBeMade(String report) {
        clockOf(report, "Nowhere");
        Tables.change("update service_report set state = 'BEING_MADE', issued_at = null, files = '{\"items\": []}'"
                + " where id = '" + report + "'");
        Tables.change(
                "insert into errand (id, kind, subject_kind, subject_id, correlation_id, content, state, due, next_at,"
                        + " attempts, repeating, created_at) select gen_random_uuid(), 'REPORT_PAPER', 'service-report', id, ticket_id,"
                        + " json_build_object('reportId', id)::text, 'WAITING', now(), now(), 11, false, now()"
                        + " from service_report where id = '" + report + "'");
    }

    private static void clockOf(String report, String zone) {
        Tables.change("update service_report set facts = jsonb_set(facts, '{timeZone}', '\"" + zone
                + "\"') where id = '" + report + "'");
    }

    @Test
    void theCompanyStandsOnItAsItWasToldLastAndStaysOnWhatIsIssued() {
        isTold(7, "Frigotehnica");
        reported.close();
        Response report = reported.issued(1);
        assertThat(Reported.text(tudor.get(reported.content(report, 0))))
                .contains("Frigotehnica Service SRL", "RO18547290");

        isTold(8, "Frigotehnica Nord");
        isTold(6, "Frigotehnica Veche");

        assertThat(Reported.text(tudor.get(job.path("report")))).contains("Frigotehnica Nord");
        assertThat(Reported.text(tudor.get(reported.content(report, 0) + "?language=en")))
                .doesNotContain("Frigotehnica Nord");
    }

    @Test
    void whoHasNothingToDoWithTheJobSeesNoReportOfIt() {
        reported.close();
        Response report = reported.issued(1);
        Worker other = Worker.technician("Radu");

        other.get(job.path("report")).then().statusCode(404);
        other.get(job.path("reports")).then().statusCode(404);
        other.get(reported.content(report, 0)).then().statusCode(404);
        tudor.get(job.path("reports/" + UUID.randomUUID() + "/content")).then().statusCode(404);
        Job another = Job.assignedTo(tudor);
        tudor.get(another.path("reports/" + report.path("items[0].id"))).then().statusCode(404);
    }

    @Test
    void whoeverHasThePaperSeesWithoutSigningInThatItIsGenuineAndNothingOfPeople() {
        reported.close();
        Response report = reported.issued(1);

        Response asked = Reported.verified(report, 0);

        asked.then()
                .statusCode(200)
                .body("number", equalTo("SO-2026-000042/1"))
                .body("newest", equalTo(true))
                .body("files.sha256", equalTo(report.path("items[0].files.sha256")));
        assertThat(asked.asString()).doesNotContain("Cotroceni", "Tudor", "Maria", "Sorin", "@");
        given().accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .get(Reported.verification(report, 0))
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .body(containsString(report.<String>path("items[0].files[0].sha256")))
                .body(not(containsString("Tudor")));
        given().get("/v1/report-verification/aaaaaaaaaaaaaaaaaaaaaaaaaa").then().statusCode(404);
        given().accept("text/html")
                .get("/v1/report-verification/nothing")
                .then()
                .statusCode(404);
    }

    private static void isTold(int version, String name) {
        UUID event = Ids.next();
        ObjectNode company = (ObjectNode) Contracts.sample(Topics.COMPANY_CHANGED, Map.of("tradeName", name));
        Events.publish(Topics.COMPANY_CHANGED, COMPANY, event, company.put("companyVersion", version));
        eventually(() -> assertThat(Tables.count("inbox where event_id = '" + event + "'"))
                .isOne());
    }
}
