package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.as;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.platform.testing.Mailbox;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.testing.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An invoice as it is examined, issued, kept and sent. */
@QuarkusTest
@WithTestResource(RealServers.class)
class DocumentsTest {

    @Inject
    AgroalDataSource database;

    private Job job;
    private Mailbox accounts;

    @BeforeEach
    void anHourWasWorked() {
        PriceList.isSet();
        accounts = Mailbox.of("contabilitate");
        job = Job.ofMarch().works("LABOUR", 60);
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));
        customer(2, buyer -> buyer.put("email", accounts.address()));
    }

    @Test
    void whatIsIssuedHasAnXmlAndAPdfThatNeverChange() throws IOException {
        post(Person.ANA, job.invoice() + "/note", Map.of("text", "Vă mulțumim."))
                .then()
                .statusCode(200);
        String number = issue().path("number");

        byte[] xml = file("/xml");
        byte[] pdf = file("/pdf?language=ro");
        Company.says(company -> ((ObjectNode) company.get("seller")).put("legalName", "Frig Nou SRL"));
        Company.says(company -> {});

        assertThat(new String(xml, StandardCharsets.UTF_8))
                .contains(
                        "<cbc:ID>" + number + "</cbc:ID>",
                        "CIUS-RO:1.0.1",
                        "<cbc:Note>Vă mulțumim.</cbc:Note>",
                        "<cbc:CityName>SECTOR6</cbc:CityName>")
                .contains("<cbc:PayableAmount currencyID=\"RON\">217.80</cbc:PayableAmount>");
        assertThat(text(pdf)).contains(number, "Factură", "217,80 RON", "Vă mulțumim.");
        assertThat(file("/xml")).isEqualTo(xml);
        assertThat(file("/pdf?language=ro")).isEqualTo(pdf);
        assertThat(text(file("/pdf?language=de"))).contains(number, "Rechnung", "217,80 RON");
        assertThat(file("/pdf?language=de")).isEqualTo(file("/pdf?language=de"));
        fetched("/preview").then().statusCode(409).body("code", equalTo("not-a-draft"));
    }

    @Test
    void aDraftHasAPreviewAndNoFiles() throws IOException {
        Response preview = fetched("/preview?language=en");

        preview.then().statusCode(200).contentType("application/pdf");
        assertThat(text(preview.asByteArray())).contains("DRAFT", "217.80 RON").doesNotContain("FS-2026");
        fetched("/xml").then().statusCode(409).body("code", equalTo("not-issued"));
        fetched("/pdf").then().statusCode(409).body("code", equalTo("not-issued"));

        get(Person.ANA, job.invoice()).then().body("delivery", nullValue());
    }

    @Test
    void whatTheRulesAreAgainstIsToldAsFieldsAndTakesNoNumber() {
        customer(3, buyer -> address(buyer).put("region", "RO-CJ").put("city", "C".repeat(60)));
        customer(4, buyer -> address(buyer).remove(List.of("region", "postalCode")));
        eventually(() -> get(Person.ANA, job.invoice()).then().body("buyer.billingAddress.region", nullValue()));

        post(Person.ANA, job.invoice() + "/issue")
                .then()
                .statusCode(422)
                .body("code", equalTo("against-the-rules"))
                .body("errors.pointer", contains("/buyer/billingAddress/region"))
                .body("errors.code", contains("br-ro-110"))
                .body(
                        "errors[0].detail",
                        equalTo("An address in Romania needs its county as a code, such as RO-CJ: enter it as the"
                                + " region."));
        get(Person.ANA, job.invoice()).then().body("state", equalTo("DRAFT")).body("number", nullValue());

        customer(5, buyer -> buyer.put("email", accounts.address()));
        eventually(() -> get(Person.ANA, job.invoice()).then().body("buyer.billingAddress.region", equalTo("RO-B")));
        var _ = issue();
    }

    @Test
    void itIsSentToTheBillingAddressWithBothFilesByItself() throws IOException {
        String number = issue().path("number");

        eventually(() -> assertThat(accounts.mails()).hasSize(1));
        Mailbox.Mail mail = accounts.mails().getFirst();
        assertThat(mail.subject()).startsWith("Factura " + number + ", Frigotehnica");
        assertThat(mail.text()).contains(number, "217.80 RON", "scadentă la");
        assertThat(mail.files().keySet()).containsExactly(number + "-ro.pdf", number + ".xml");
        assertThat(mail.files().get(number + "-ro.pdf")).isEqualTo(file("/pdf?language=ro"));
        assertThat(mail.files().get(number + ".xml")).isEqualTo(file("/xml"));
        eventually(() -> get(Person.ANA, job.invoice() + "/deliveries")
                .then()
                .body("items.recipient", contains(accounts.address()))
                .body("items.state", contains("HANDED_OVER"))
                .body("items[0].requestedBy", nullValue()));
        get(Person.ANA, job.invoice()).then().body("delivery", equalTo("SENT"));
    }

    @Test
    void aCreditNoteIsADocumentLikeItsInvoice() throws IOException {
        String invoice = issue().path("number");
        String note = post(Person.ANA, job.invoice() + "/credit-notes", Map.of("reason", "Greșit"))
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        fetchedFrom(note + "/xml").then().statusCode(409).body("code", equalTo("not-issued"));
        String number = post(Person.ANA, note + "/issue")
                .then()
                .statusCode(200)
                .extract()
                .path("number");

        eventually(() -> fetchedFrom(note + "/xml").then().statusCode(200));
        byte[] xml = fetchedFrom(note + "/xml").asByteArray();
        assertThat(new String(xml, StandardCharsets.UTF_8))
                .contains("<CreditNote", "CreditNoteTypeCode>381<", "<cbc:ID>" + number + "</cbc:ID>")
                .contains("BillingReference", "<cbc:ID>" + invoice + "</cbc:ID>")
                .contains("<cbc:PayableAmount currencyID=\"RON\">217.80</cbc:PayableAmount>");
        byte[] pdf = fetchedFrom(note + "/pdf?language=ro").asByteArray();
        assertThat(text(pdf)).contains(number, "Notă de creditare", "217,80 RON");
        eventually(() -> assertThat(accounts.mails()).hasSize(2));
        Mailbox.Mail mail = accounts.mails().stream()
                .filter(each -> each.files().containsKey(number + ".xml"))
                .findFirst()
                .orElseThrow();
        assertThat(mail.files().get(number + ".xml")).isEqualTo(xml);
        assertThat(mail.files().get(number + "-ro.pdf")).isEqualTo(pdf);
        eventually(() -> get(Person.ANA, note + "/deliveries")
                .then()
                .body("items.recipient", contains(accounts.address()))
                .body("items.state", contains("HANDED_OVER")));
        post(Person.ANA, note + "/send", Map.of("to", accounts.address(), "language", "de"))
                .then()
                .statusCode(200);
        eventually(() -> assertThat(accounts.mails()).hasSize(3));
        post(Person.SORIN, note + "/send", Map.of()).then().statusCode(403);
        String correction = post(Person.ANA, job.invoice() + "/correction", Map.of("reason", "Alt preț"))
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        post(Person.ANA, correction + "/issue").then().statusCode(200);
        eventually(() -> fetchedFrom(correction + "/xml").then().statusCode(200));
        assertThat(fetchedFrom(correction + "/xml").asString())
                .contains("InvoiceTypeCode>380<", "BillingReference", "<cbc:ID>" + invoice + "</cbc:ID>");
        fetchedFrom("/v1/credit-notes/" + UUID.randomUUID() + "/pdf").then().statusCode(404);
    }

    @Test
    void itIsSentAgainOncePerRequestInAnyLanguage() {
        var _ = issue();
        eventually(() -> assertThat(accounts.mails()).hasSize(1));
        Mailbox board = Mailbox.of("consiliu");
        String key = UUID.randomUUID().toString();

        send(key, Map.of("to", board.address(), "language", "de"))
                .then()
                .statusCode(200)
                .body("state", equalTo("QUEUED"));
        send(key, Map.of("to", board.address(), "language", "de"))
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true");
        send(UUID.randomUUID().toString(), Map.of())
                .then()
                .statusCode(200)
                .body("recipient", equalTo(accounts.address()));

        eventually(() -> assertThat(board.mails()).hasSize(1));
        eventually(() -> assertThat(accounts.mails()).hasSize(2));
        assertThat(board.mails().getFirst().subject()).startsWith("Rechnung");
        get(Person.ANA, job.invoice() + "/deliveries")
                .then()
                .body("items", hasSize(3))
                .body("items[1].requestedBy", equalTo("Ana Stan"));
    }

    @Test
    void whatHasFailedIsSentAgainOnCommandAndWhatHasArrivedIsNot() throws SQLException {
        var _ = issue();
        eventually(() ->
                get(Person.ANA, job.invoice() + "/deliveries").then().body("items.state", contains("HANDED_OVER")));
        String id = get(Person.ANA, job.invoice() + "/deliveries").path("items[0].id");
        String again = job.invoice() + "/deliveries/" + id + "/send-again";

        post(Person.ANA, again).then().statusCode(409).body("code", equalTo("delivery-not-failed"));
        change("update document_delivery set state = 'FAILED', failure = '550 no such user' where id = '" + id + "'");
        get(Person.ANA, job.invoice() + "/deliveries").then().body("items[0].failure", equalTo("550 no such user"));
        post(Person.ANA, again)
                .then()
                .statusCode(200)
                .body("state", equalTo("QUEUED"))
                .body("failure", nullValue());

        eventually(() -> assertThat(accounts.mails())
                .extracting(Mailbox.Mail::id)
                .hasSize(2)
                .containsOnly("<" + id + "@billing-service.fieldservice>"));
        post(Person.ANA, job.invoice() + "/deliveries/" + UUID.randomUUID() + "/send-again")
                .then()
                .statusCode(404);
    }

    @Test
    void whatReachedNobodyStandsInAListWithAgeAndSum() {
        customer(3, buyer -> buyer.remove("email"));
        eventually(() -> get(Person.ANA, job.invoice()).then().body("buyer.email", nullValue()));
        String id = issue().path("id");
        var _ = file("/xml");

        get(Person.ANA, job.invoice()).then().body("delivery", equalTo("NOT_SENT"));
        send(UUID.randomUUID().toString(), Map.of()).then().statusCode(422).body("code", equalTo("no-billing-address"));
        Response list = get(Person.ANA, "/v1/unsent-documents?limit=200");
        list.then()
                .statusCode(200)
                .body("items.find { it.id == '" + id + "' }.gross.amount", equalTo("217.80"))
                .body("items.find { it.id == '" + id + "' }.delivery", equalTo("NOT_SENT"))
                .body("items.find { it.id == '" + id + "' }.ageInDays", equalTo(0))
                .body("items.find { it.id == '" + id + "' }.issuedBy", equalTo("Ana Stan"))
                .body("count", equalTo(list.<List<Object>>path("items").size()));
        assertThat(list.<String>path("sums[0].currency")).isEqualTo("RON");

        send(UUID.randomUUID().toString(), Map.of("to", accounts.address()))
                .then()
                .statusCode(200);
        eventually(() -> get(Person.ANA, job.invoice()).then().body("delivery", equalTo("SENT")));
        assertThat(get(Person.ANA, "/v1/unsent-documents?limit=200").<List<String>>path("items.id"))
                .doesNotContain(id);
    }

    @Test
    void withinRomaniaTheTaxAuthorityGetsItAndElsewhereNot() {
        String id = issue().path("id");
        var _ = file("/xml");
        get(Person.ANA, "/v1/e-invoices/" + id).then().statusCode(200).body("state", equalTo("READY"));
        assertThat(get(Person.ANA, "/v1/e-invoices?state=READY&limit=200").<List<String>>path("items.id"))
                .contains(id);

        anHourWasWorked();
        customer(
                3,
                buyer -> address(buyer.put("taxId", "ATU12345675").put("email", accounts.address()))
                        .put("countryCode", "AT")
                        .put("city", "Wien")
                        .remove("region"));
        eventually(() -> get(Person.ANA, job.invoice()).then().body("buyer.taxId", equalTo("ATU12345675")));
        String abroad = issue().path("id");
        assertThat(new String(file("/xml"), StandardCharsets.UTF_8))
                .contains("<cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>", "VATEX-EU-AE");
        get(Person.ANA, "/v1/e-invoices/" + abroad).then().body("state", equalTo("NOT_REQUIRED"));
    }

    @Test
    void whatIsIssuedCannotEvenBeChangedInTheDatabase() {
        String id = issue().path("id");
        for (String sql : List.of(
                "update issued_document set number = 'FS-1' where id = '" + id + "'",
                "update issued_document set document = '{}' where id = '" + id + "'",
                "delete from issued_document where id = '" + id + "'")) {
            Assertions.assertThatThrownBy(() -> change(sql)).hasMessageContaining("is issued and never changes");
        }
    }

    private Response issue() {
        Response issued = post(Person.ANA, job.invoice() + "/issue");
        issued.then().statusCode(200);
        return issued;
    }

    private Response send(String key, Map<String, Object> to) {
        return as(Person.ANA)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(to)
                .post(job.invoice() + "/send");
    }

    private byte[] file(String which) {
        eventually(() -> fetched(which).then().statusCode(200));
        return fetched(which).asByteArray();
    }

    private Response fetched(String which) {
        return fetchedFrom(job.invoice() + which);
    }

    private static Response fetchedFrom(String path) {
        return given().auth().oauth2(Tokens.of(Person.ANA)).get(path);
    }

    private void customer(int version, Consumer<ObjectNode> what) {
        job.ticketSays(version, ticket -> what.accept((ObjectNode) ticket.get("customer")));
        job.isHeardOf(database, version);
    }

    private static ObjectNode address(ObjectNode customer) {
        return (ObjectNode) customer.get("billingAddress");
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().executeUpdate(sql);
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
