package dev.fieldservice.workorder;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Mailbox;
import dev.fieldservice.platform.testing.MovableClock;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sending of reports: by itself, on command, and once more. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ReportDeliveriesTest {

    private Worker tudor;
    private Job job;
    private Reported reported;

    @BeforeEach
    void theChillerIsRepaired() {
        tudor = Worker.technician("Tudor");
        reported = Reported.by(tudor);
        job = reported.job();
    }

    @AfterEach
    void itIsNow() {
        MovableClock.reset();
    }

    @Test
    void itIsSentByItselfToWhoeverApproves() {
        Mailbox maria = Mailbox.of("maria");
        reported.approvedBy(maria);
        reported.close();
        Response report = reported.issued(1);

        eventually(() -> assertThat(maria.mails()).hasSize(1));
        Mailbox.Mail mail = maria.mails().getFirst();
        assertThat(mail.subject()).startsWith("Raport de service SO-2026-000042/1, Magazin Cotroceni");
        assertThat(mail.files()).containsOnlyKeys("SO-2026-000042-1-ro.pdf");
        assertThat(Camera.sha256(mail.files().get("SO-2026-000042-1-ro.pdf")))
                .isEqualTo(report.path("items[0].files[0].sha256"));
        assertThat(mail.text()).contains(report.<String>path("items[0].verification"));
        reported.delivered()
                .then()
                .body("items[0].recipient", equalTo(maria.address()))
                .body("items[0].requestedBy", nullValue());
    }

    @Test
    void theOfficeSendsItOncePerRequestToAnyAddressInAnyLanguage() {
        reported.close();
        Response report = reported.issued(1);
        Mailbox board = Mailbox.of("consiliu");
        String key = UUID.randomUUID().toString();
        Map<String, Object> to = Map.of("to", board.address(), "language", "de", "name", "Jürgen");

        Reported.DANA
                .post(key, reported.send(report), to)
                .then()
                .statusCode(200)
                .body("state", equalTo("QUEUED"));
        Reported.DANA
                .post(key, reported.send(report), to)
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true");

        eventually(() -> assertThat(board.mails()).hasSize(1));
        assertThat(board.mails().getFirst().subject()).startsWith("Servicebericht");
        assertThat(board.mails().getFirst().files()).containsOnlyKeys("SO-2026-000042-1-de.pdf");
        reported.delivered().then().body("items", hasSize(1)).body("items[0].requestedBy", equalTo("Dana"));
    }

    @Test
    void aTechnicianSendsItToThoseWhoStandOnTheJobOnly() {
        Mailbox maria = Mailbox.of("maria");
        reported.approvedBy(maria);
        reported.close();
        Response report = reported.issued(1);

        tudor.post(reported.send(report), Map.of("to", "ziar@elsewhere.example"))
                .then()
                .statusCode(422)
                .body("code", equalTo("not-of-this-job"));
        tudor.post(reported.send(report), Map.of("to", "nimic")).then().statusCode(400);
        tudor.post(reported.send(report), Map.of("to", maria.address())).then().statusCode(200);
        Worker.technician("Radu")
                .post(reported.send(report), Map.of("to", maria.address()))
                .then()
                .statusCode(404);
    }

    @Test
    void whatHasFailedIsSentAgainOnCommandAndWhatHasArrivedIsNot() {
        reported.close();
        Response report = reported.issued(1);
        Mailbox board = Mailbox.of("consiliu");
        String id = Reported.DANA
                .post(reported.send(report), Map.of("to", board.address()))
                .path("id");
        String again = job.path("report-deliveries/" + id + "/send-again");
        reported.delivered().then().body("items", hasSize(1));

        Reported.DANA.post(again).then().statusCode(409).body("code", equalTo("delivery-not-failed"));
        Tables.change(
                "update report_delivery set state = 'FAILED', failure = '550 no such user' where id = '" + id + "'");
        reported.deliveries().then().body("items[0].failure", equalTo("550 no such user"));
        tudor.post(again).then().statusCode(403);
        Reported.DANA
                .post(again)
                .then()
                .statusCode(200)
                .body("state", equalTo("QUEUED"))
                .body("failure", nullValue());

        reported.delivered().then().body("items", hasSize(1));
        assertThat(board.mails())
                .extracting(Mailbox.Mail::id)
                .hasSize(2)
                .containsOnly("<" + id + "@workorder-service.fieldservice>");
    }

    @Test
    void whatStillWaitsWhenANewerEditionIsIssuedDoesNotGoAndTheNewerGoesInItsPlace() {
        String usage = job.does("parts", reported.van().refrigerant("1")).path("usage.id");
        Mailbox maria = Mailbox.of("maria");
        reported.approvedBy(maria);
        reported.close();
        Response first = reported.issued(1);
        var _ = reported.delivered();
        Mailbox board = Mailbox.of("consiliu");
        UUID boards = waits(first, board, "de");
        UUID same = waits(first, board, "de");
        UUID marias = waits(first, maria, null);

        Reported.SORIN
                .post(job.path("parts/" + usage + "/reverse"), Map.of("reason", "Greșit"))
                .then()
                .statusCode(200);
        var _ = reported.issued(2);
        eventually(() -> assertThat(board.mails()).hasSize(1));
        eventually(() -> assertThat(maria.mails()).hasSize(2));
        MovableClock.set(Instant.now().plus(Duration.ofHours(2)));
        eventually(() ->
                assertThat(Tables.count("errand where kind = 'REPORT_MAIL'")).isZero());

        assertThat(board.mails())
                .flatExtracting(mail -> mail.files().keySet())
                .containsExactly("SO-2026-000042-2-de.pdf");
        assertThat(maria.mails())
                .flatExtracting(mail -> mail.files().keySet())
                .containsExactly("SO-2026-000042-1-ro.pdf", "SO-2026-000042-2-ro.pdf");
        for (UUID old : List.of(boards, same, marias)) {
            reported.deliveries()
                    .then()
                    .body("items.find { it.id == '%s' }.state".formatted(old), equalTo("SUPERSEDED"));
            Reported.DANA
                    .post(job.path("report-deliveries/" + old + "/send-again"))
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("delivery-not-failed"));
        }
        reported.deliveries().then().body("items", hasSize(1 + 3 + 2));
    }

    @Test
    void whatIsNotTakenSaysWhyWhileItIsTriedAgain() {
        reported.close();
        Response report = reported.issued(1);
        Mailbox board = Mailbox.of("consiliu");
        isPrinted(report, "0".repeat(64));

        Reported.DANA
                .post(reported.send(report), Map.of("to", board.address()))
                .then()
                .statusCode(200)
                .body("failure", nullValue());

        eventually(() -> reported.deliveries()
                .then()
                .body("items[0].state", equalTo("QUEUED"))
                .body("items[0].failure", containsString(board.address())));

        isPrinted(report, report.path("items[0].files[0].sha256"));
        MovableClock.set(Instant.now().plus(Duration.ofHours(2)));
        reported.delivered().then().body("items[0].failure", nullValue());
    }

    /** On this file of the store, whether or not it is there. */
    private static void isPrinted(Response report, String sha256) {
        Tables.change("update service_report set files = jsonb_set(files, '{items,0,sha256}', '\"" + sha256
                + "\"') where id = '" + report.path("items[0].id") + "'");
    }

    @Test
    void anOldEditionGoesToWhoeverAsksForItAllTheSame() {
        String usage = job.does("parts", reported.van().refrigerant("1")).path("usage.id");
        reported.close();
        var _ = reported.issued(1);
        Reported.SORIN
                .post(job.path("parts/" + usage + "/reverse"), Map.of("reason", "Greșit"))
                .then()
                .statusCode(200);
        Response both = reported.issued(2);
        Mailbox board = Mailbox.of("consiliu");

        Reported.DANA
                .post(reported.send(both), Map.of("to", board.address()))
                .then()
                .statusCode(200);

        eventually(() -> assertThat(board.mails()).hasSize(1));
        assertThat(board.mails().getFirst().files()).containsOnlyKeys("SO-2026-000042-1-ro.pdf");
    }

    /** As where the mail server has been dead for a while: it is tried again in an hour. */
    private static UUID waits(Response reports, Mailbox to, String language) {
        UUID delivery = Ids.next();
        String report = reports.path("items[0].id");
        Tables.change(
                "insert into report_delivery (id, version, report_id, work_order_id, ticket_id, recipient, language,"
                        + " state, requested_by, queued_at) select '" + delivery
                        + "', 0, id, work_order_id, ticket_id, '"
                        + to.address() + "', " + (language == null ? "null" : "'" + language + "'")
                        + ", 'QUEUED', 'Dana', now() from service_report where id = '" + report + "'");
        Tables.change("insert into errand (id, kind, subject_kind, subject_id, content, state, due, next_at, attempts,"
                + " repeating, created_at) values (gen_random_uuid(), 'REPORT_MAIL', 'report-delivery', '" + delivery
                + "', '{\"deliveryId\": \"" + delivery + "\"}', 'WAITING', now(), now() + interval '1 hour', 3, false,"
                + " now())");
        return delivery;
    }
}
