package dev.fieldservice.workorder;

import static dev.fieldservice.platform.testing.Events.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.contracts.Role;
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
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The report about a closed job: issued, corrected, shown before, asked after by anybody who has it. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ReportsTest {

    private static final Worker SORIN = Worker.supervisor("Sorin");
    private static final Worker DANA = new Worker(Ids.next(), "Dana", Role.DISPATCHER);
    private static final Map<String, Object> WHY = Map.of("reason", "Compresorul a rămas în dubă");

    private static final UUID COMPANY = UUID.fromString("00000000-0000-7000-8000-000000000001");

    private Worker tudor;
    private Job job;
    private Van van;

    @BeforeEach
    void theChillerIsRepaired() {
        tudor = Worker.technician("Tudor");
        job = Job.assignedTo(tudor);
        job.does("start");
        van = Van.knownTo(job);
        job.does("parts", van.refrigerant("2.5"));
        job.does("parts", van.compressor("ZB45-2026-" + job.id().toString().substring(24)));
    }

    @Test
    void aReportIsIssuedAMomentAfterTheJobIsClosedAndReadInAnyLanguage() {
        close();

        Response report = issued(1);

        report.then()
                .body("items[0].number", equalTo("SO-2026-000042/1"))
                .body("items[0].replaces", nullValue())
                .body("items[0].files.language", equalTo(List.of("ro")));
        Response paper = tudor.get(content(report, 0));
        paper.then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("ETag", equalTo("\"" + report.path("items[0].files[0].sha256") + "\""))
                .header("Content-Disposition", containsString("attachment; filename=\"SO-2026-000042-1-ro.pdf\""));
        assertThat(Camera.sha256(paper.asByteArray())).isEqualTo(report.path("items[0].files[0].sha256"));
        assertThat(text(paper))
                .contains("Raport de service", "SO-2026-000042/1", "Supermarket Cotroceni SRL", "Chiller lactate 1")
                .contains("R-449A", "2,5 kg", "ZB45-2026-", "Etanș, 24 bar azot.", "Sorin")
                .doesNotContain("CIORNĂ", "#");
        assertThat(text(tudor.get(content(report, 0) + "?language=de"))).contains("Servicebericht", "Reparatur");
        assertThat(text(tudor.get(content(report, 0) + "?language=en"))).contains("Service report", "2.5 kg");
        issued(1).then().body("items[0].files.language", equalTo(List.of("ro", "de", "en")));
        assertThat(tudor.get(content(report, 0) + "?language=de").asByteArray())
                .isEqualTo(tudor.get(content(report, 0) + "?language=de").asByteArray());
        tudor.get(content(report, 0), "Range", "bytes=0-3").then().statusCode(206);
        tudor.get(content(report, 0) + "?language=fr").then().statusCode(400);
    }

    @Test
    void thePhotosAndTheSignatureStandOnItAndAWithdrawnPhotoDoesNot() throws IOException {
        for (String kind : List.of("BEFORE", "AFTER", "DOCUMENT")) {
            tudor.upload(job.path("photos/" + Ids.next() + "?kind=" + kind), Camera.JPEG, Camera.jpeg(800, 600));
        }
        UUID wrong = Ids.next();
        tudor.upload(job.path("photos/" + wrong + "?kind=AFTER"), Camera.JPEG, Camera.jpeg(640, 480));
        job.does("photos/" + wrong + "/withdraw", Map.of("reason", "Altă mașină"));
        tudor.upload(
                job.path("photos/" + Ids.next() + "?kind=DOCUMENT&caption=Buletin"),
                "application/pdf",
                Camera.pdf("x"));
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
        SORIN.post(job.path("approve"), Map.of()).then().statusCode(200);

        Response paper = tudor.get(content(issued(1), 0));

        assertThat(pictures(paper)).isEqualTo(3 + 1 + 1);
        assertThat(text(paper)).contains("Înainte", "După", "Document: Buletin", "Semnat de: Maria", hash);
    }

    @Test
    void tenWhoLookAtDraftsAtOnceKeepNobodyFromWorking() {
        List<CompletableFuture<Integer>> readers = IntStream.range(0, 10)
                .mapToObj(i -> CompletableFuture.supplyAsync(() ->
                        Worker.supervisor("Sorin " + i).get(job.path("report")).statusCode()))
                .toList();

        job.does("comments", Map.of("text", "Nu aștept după hârtie."));

        assertThat(readers.stream().map(CompletableFuture::join)).containsOnly(200);
    }

    @Test
    void whatIsTakenBackAfterwardsMakesAnotherEditionAndTheFirstStays() {
        String usage = job.does("parts", van.refrigerant("1")).path("usage.id");
        close();
        Response first = issued(1);
        byte[] before = tudor.get(content(first, 0)).asByteArray();

        SORIN.post(job.path("parts/" + usage + "/reverse"), WHY).then().statusCode(200);

        Response both = issued(2);
        both.then()
                .body("items[1].number", equalTo("SO-2026-000042/2"))
                .body("items[1].replaces", equalTo(both.path("items[0].id")))
                .body("items[0].replacedBy", equalTo(both.path("items[1].id")));
        assertThat(text(tudor.get(content(both, 1)))).contains("Această ediție înlocuiește SO-2026-000042/1 din");
        assertThat(tudor.get(content(both, 0)).asByteArray()).isEqualTo(before);
        verified(both, 0).then().body("newest", equalTo(false));
        verified(both, 1).then().body("newest", equalTo(true));
    }

    @Test
    void beforeItIsClosedThereIsADraftWhichSaysSo() {
        Response draft = tudor.get(job.path("report?language=en"));

        draft.then().statusCode(200).contentType("application/pdf");
        assertThat(text(draft)).contains("DRAFT", "Service report", "R-449A").doesNotContain("Genuine?");
        tudor.get(job.path("reports")).then().body("items", hasSize(0));
    }

    @Test
    void theCompanyStandsOnItAsItWasToldLastAndStaysOnWhatIsIssued() {
        isTold(7, "Frigotehnica");
        close();
        Response report = issued(1);
        assertThat(text(tudor.get(content(report, 0)))).contains("Frigotehnica Service SRL", "RO18547290");

        isTold(8, "Frigotehnica Nord");
        isTold(6, "Frigotehnica Veche");

        assertThat(text(tudor.get(job.path("report")))).contains("Frigotehnica Nord");
        assertThat(text(tudor.get(content(report, 0) + "?language=en"))).doesNotContain("Frigotehnica Nord");
    }

    @Test
    void whoHasNothingToDoWithTheJobSeesNoReportOfIt() {
        close();
        Response report = issued(1);
        Worker other = Worker.technician("Radu");

        other.get(job.path("report")).then().statusCode(404);
        other.get(job.path("reports")).then().statusCode(404);
        other.get(content(report, 0)).then().statusCode(404);
        tudor.get(job.path("reports/" + UUID.randomUUID() + "/content")).then().statusCode(404);
        Job another = Job.assignedTo(tudor);
        tudor.get(another.path("reports/" + report.path("items[0].id"))).then().statusCode(404);
    }

    @Test
    void whoeverHasThePaperSeesWithoutSigningInThatItIsGenuineAndNothingOfPeople() {
        close();
        Response report = issued(1);

        Response asked = verified(report, 0);

        asked.then()
                .statusCode(200)
                .body("number", equalTo("SO-2026-000042/1"))
                .body("newest", equalTo(true))
                .body("files.sha256", equalTo(report.path("items[0].files.sha256")));
        assertThat(asked.asString()).doesNotContain("Cotroceni", "Tudor", "Maria", "Sorin", "@");
        given().accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .get(verification(report, 0))
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

    @Test
    void itIsSentByItselfToWhoeverApproves() {
        Mailbox maria = Mailbox.of("maria");
        named(maria);
        close();
        Response report = issued(1);

        eventually(() -> assertThat(maria.mails()).hasSize(1));
        Mailbox.Mail mail = maria.mails().getFirst();
        assertThat(mail.subject()).startsWith("Raport de service SO-2026-000042/1, Magazin Cotroceni");
        assertThat(mail.fileName()).isEqualTo("SO-2026-000042-1-ro.pdf");
        assertThat(Camera.sha256(mail.file())).isEqualTo(report.path("items[0].files[0].sha256"));
        assertThat(mail.text()).contains(report.<String>path("items[0].verification"));
        eventually(() -> deliveries(report)
                .then()
                .body("items[0].state", equalTo("HANDED_OVER"))
                .body("items[0].recipient", equalTo(maria.address()))
                .body("items[0].requestedBy", nullValue()));
    }

    @Test
    void theOfficeSendsItOncePerRequestToAnyAddressInAnyLanguage() {
        close();
        Response report = issued(1);
        Mailbox board = Mailbox.of("consiliu");
        String key = UUID.randomUUID().toString();
        Map<String, Object> to = Map.of("to", board.address(), "language", "de", "name", "Jürgen");

        DANA.post(key, send(report), to).then().statusCode(200).body("state", equalTo("QUEUED"));
        DANA.post(key, send(report), to).then().statusCode(200).header("Idempotency-Replayed", "true");

        eventually(() -> assertThat(board.mails()).hasSize(1));
        assertThat(board.mails().getFirst().subject()).startsWith("Servicebericht");
        assertThat(board.mails().getFirst().fileName()).isEqualTo("SO-2026-000042-1-de.pdf");
        eventually(() -> deliveries(report)
                .then()
                .body("items", hasSize(1))
                .body("items[0].state", equalTo("HANDED_OVER"))
                .body("items[0].requestedBy", equalTo("Dana")));
    }

    @Test
    void aTechnicianSendsItToThoseWhoStandOnTheJobOnly() {
        Mailbox maria = Mailbox.of("maria");
        named(maria);
        close();
        Response report = issued(1);

        tudor.post(send(report), Map.of("to", "ziar@elsewhere.example"))
                .then()
                .statusCode(422)
                .body("code", equalTo("not-of-this-job"));
        tudor.post(send(report), Map.of("to", "nimic")).then().statusCode(400);
        tudor.post(send(report), Map.of("to", maria.address())).then().statusCode(200);
        Worker.technician("Radu")
                .post(send(report), Map.of("to", maria.address()))
                .then()
                .statusCode(404);
    }

    @Test
    void whatHasFailedIsSentAgainOnCommandAndWhatHasArrivedIsNot() {
        close();
        Response report = issued(1);
        Mailbox board = Mailbox.of("consiliu");
        String id = DANA.post(send(report), Map.of("to", board.address())).path("id");
        String again = job.path("reports/" + report.path("items[0].id") + "/deliveries/" + id + "/send-again");
        eventually(() -> deliveries(report).then().body("items[0].state", equalTo("HANDED_OVER")));

        DANA.post(again).then().statusCode(409).body("code", equalTo("delivery-not-failed"));
        Tables.change(
                "update report_delivery set state = 'FAILED', failure = '550 no such user' where id = '" + id + "'");
        deliveries(report).then().body("items[0].failure", equalTo("550 no such user"));
        tudor.post(again).then().statusCode(403);
        DANA.post(again).then().statusCode(200).body("state", equalTo("QUEUED")).body("failure", nullValue());

        eventually(() -> deliveries(report).then().body("items[0].state", equalTo("HANDED_OVER")));
        assertThat(board.mails())
                .extracting(Mailbox.Mail::id)
                .hasSize(2)
                .containsOnly("<" + id + "@workorder-service.fieldservice>");
    }

    private void named(Mailbox approver) {
        tudor.put(
                        job.path("approver"),
                        job.isRead().getHeader("ETag"),
                        Map.of("name", "Maria Ionescu", "role", "Manager", "email", approver.address()))
                .then()
                .statusCode(200);
    }

    private static void isTold(int version, String name) {
        UUID event = Ids.next();
        ObjectNode company = (ObjectNode) Contracts.sample(Topics.COMPANY_CHANGED, Map.of("tradeName", name));
        Events.publish(Topics.COMPANY_CHANGED, COMPANY, event, company.put("companyVersion", version));
        eventually(() -> assertThat(Tables.count("inbox where event_id = '" + event + "'"))
                .isOne());
    }

    private void close() {
        job.does("complete", Map.of("outcome", "COMPLETE", "remark", "Etanș, 24 bar azot."));
        SORIN.post(job.path("approve"), Map.of()).then().statusCode(200);
    }

    private Response issued(int editions) {
        eventually(() -> DANA.get(job.path("reports"))
                .then()
                .body("items", hasSize(editions))
                .body("items[" + (editions - 1) + "].state", equalTo("ISSUED")));
        return DANA.get(job.path("reports"));
    }

    private String content(Response reports, int index) {
        return job.path("reports/" + reports.path("items[" + index + "].id") + "/content");
    }

    private String send(Response reports) {
        return job.path("reports/" + reports.path("items[0].id") + "/send");
    }

    private Response deliveries(Response reports) {
        return SORIN.get(job.path("reports/" + reports.path("items[0].id") + "/deliveries"));
    }

    private static String verification(Response reports, int index) {
        return reports.<String>path("items[" + index + "].verification").replaceFirst("https?://[^/]+", "");
    }

    private static Response verified(Response reports, int index) {
        return given().get(verification(reports, index));
    }

    private static long pictures(Response paper) throws IOException {
        long pictures = 0;
        try (PDDocument document = Loader.loadPDF(paper.asByteArray())) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getXObjectNames()) {
                    pictures += page.getResources().isImageXObject(name) ? 1 : 0;
                }
            }
        }
        return pictures;
    }

    private static String text(Response paper) {
        paper.then().statusCode(200);
        try (PDDocument document = Loader.loadPDF(paper.asByteArray())) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
