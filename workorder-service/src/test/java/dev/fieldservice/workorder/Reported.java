package dev.fieldservice.workorder;

import static dev.fieldservice.platform.testing.Events.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Mailbox;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;

/** A job of which there are to be reports: a leak is closed, a compressor replaced. */
record Reported(Job job, Van van) {

    static final Worker SORIN = Worker.supervisor("Sorin");
    static final Worker DANA = new Worker(Ids.next(), "Dana", Role.DISPATCHER);

    static Reported by(Worker technician) {
        Job job = Job.assignedTo(technician);
        job.does("start");
        Van van = Van.knownTo(job);
        job.does("parts", van.refrigerant("2.5"));
        job.does("parts", van.compressor("ZB45-2026-" + job.id().toString().substring(24)));
        return new Reported(job, van);
    }

    void approvedBy(Mailbox approver) {
        job.technician()
                .put(
                        job.path("approver"),
                        job.isRead().getHeader("ETag"),
                        Map.of("name", "Maria Ionescu", "role", "Manager", "email", approver.address()))
                .then()
                .statusCode(200);
    }

    void close() {
        job.does("complete", Map.of("outcome", "COMPLETE", "remark", "Etanș, 24 bar azot."));
        SORIN.approves(job, Job.APPROVAL).then().statusCode(200);
    }

    /** All editions, when so many are issued. */
    Response issued(int editions) {
        eventually(() -> assertThat(DANA.get(job.path("reports")).<List<String>>path("items.state"))
                .hasSize(editions)
                .containsOnly("ISSUED"));
        return DANA.get(job.path("reports"));
    }

    String content(Response reports, int index) {
        return job.path("reports/" + reports.path("items[" + index + "].id") + "/content");
    }

    String send(Response reports) {
        return job.path("reports/" + reports.path("items[0].id") + "/send");
    }

    Response deliveries() {
        return SORIN.get(job.path("report-deliveries"));
    }

    /** All deliveries, when the mail server has the last of them. */
    Response delivered() {
        eventually(() -> assertThat(deliveries().<List<String>>path("items.state"))
                .isNotEmpty()
                .containsOnly("HANDED_OVER"));
        return deliveries();
    }

    static String verification(Response reports, int index) {
        return reports.<String>path("items[" + index + "].verification").replaceFirst("https?://[^/]+", "");
    }

    /** By anybody. */
    static Response verified(Response reports, int index) {
        return given().get(verification(reports, index));
    }

    static long pictures(Response paper) throws IOException {
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

    static String text(Response paper) {
        paper.then().statusCode(200);
        try (PDDocument document = Loader.loadPDF(paper.asByteArray())) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
