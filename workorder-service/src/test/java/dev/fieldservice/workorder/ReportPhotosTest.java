package dev.fieldservice.workorder;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a report whose photos are withdrawn after it was issued, or cannot be read when it is printed. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ReportPhotosTest {

    /** A report has one besides its photos, by which it is verified. */
    private static final int CODE = 1;

    private static final Map<String, String> MISSING = Map.of(
            "ro", "Această imagine nu este disponibilă",
            "en", "This picture is not available",
            "de", "Dieses Bild ist nicht verfügbar");

    private Worker tudor;
    private Reported reported;
    private UUID before;
    private UUID after;

    @BeforeEach
    void theChillerIsRepairedAndPhotographed() {
        tudor = Worker.technician("Tudor");
        reported = Reported.by(tudor);
        before = photo("BEFORE", Camera.JPEG, Camera.jpeg(800, 600));
        after = photo("AFTER", Camera.JPEG, Camera.jpeg(640, 480));
    }

    @Test
    void anIssuedEditionIsPrintedWithThePhotosThatWereWithdrawnSince() throws IOException {
        reported.close();
        String first = reported.content(reported.issued(1), 0);
        isReturnedByFinance();

        reported.job().does("photos/" + after + "/withdraw", Map.of("reason", "Altă mașină"));

        Response inGerman = tudor.get(first + "?language=de");
        inGerman.then().statusCode(200);
        assertThat(Reported.pictures(inGerman)).isEqualTo(2 + CODE);
        assertThat(Reported.pictures(tudor.get(reported.job().path("report")))).isEqualTo(1);
    }

    @Test
    void aFrameStandsForAPhotoWhoseFileIsGoneAndForOneThatIsNoPicture() throws IOException {
        UUID notes = photo("DOCUMENT", "application/pdf", Camera.pdf("Proces-verbal"));
        eventually(() -> assertThat(Tables.count(
                        "photo where thumbnail_sha256 is not null and id in ('" + before + "', '" + after + "')"))
                .isEqualTo(2));
        Tables.change("update photo set thumbnail_sha256 = '" + "0".repeat(64) + "' where id = '" + before + "'");
        Tables.change("update photo set thumbnail_sha256 = null, sha256 = (select sha256 from photo where id = '"
                + notes + "') where id = '" + after + "'");

        reported.close();

        Response paper = tudor.get(reported.content(reported.issued(1), 0));
        assertThat(Reported.pictures(paper)).isEqualTo(CODE);
        for (String language : List.of("ro", "en", "de")) {
            Response inLanguage = tudor.get(reported.content(reported.issued(1), 0) + "?language=" + language);
            assertThat(Reported.text(inLanguage).split(MISSING.get(language), -1))
                    .hasSize(1 + 2);
        }
    }

    private UUID photo(String kind, String type, byte[] file) {
        UUID id = Ids.next();
        tudor.upload(reported.job().path("photos/" + id + "?kind=" + kind), type, file)
                .then()
                .statusCode(201);
        return id;
    }

    private void isReturnedByFinance() {
        Job job = reported.job();
        ObjectNode event = (ObjectNode) Contracts.sample(
                Topics.JOB_RETURNED, Map.of("orderId", job.id(), "ticketId", job.ticket(), "returnNumber", 1));
        Events.publish(Topics.JOB_RETURNED, job.id(), event);
        eventually(() -> job.isRead().then().body("state", equalTo("COMPLETED")));
    }
}
