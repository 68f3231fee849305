package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lines say what they are for in the language in which one writes to the buyer, until they are issued. */
@QuarkusTest
@WithTestResource(RealServers.class)
class LanguageTest {

    private static final String IN_ROMANIAN = "Manoperă, Tudor Ionescu, 02.03.2026 10:00–11:00";
    private static final String IN_GERMAN = "Arbeitszeit, Tudor Ionescu, 02.03.2026 10:00–11:00";
    private static final String TRAVEL_IN_GERMAN = "Fahrzeit, Tudor Ionescu, 02.03.2026 09:30–10:00";

    private final Buyer buyer = new Buyer();
    private Job job;

    @BeforeEach
    void anHourWasWorked() {
        PriceList.isSet();
        Company.isEntered();
        job = Job.ofMarch()
                .of(buyer.id(), "RO12345674")
                .works("LABOUR", "Tudor Ionescu", "2026-03-02T08:00:00Z", "2026-03-02T09:00:00Z", null)
                .works("TRAVEL", "Tudor Ionescu", "2026-03-02T07:30:00Z", "2026-03-02T08:00:00Z", null);
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));
    }

    @Test
    void aDraftIsInTheCompanysFirstLanguageUntilAnotherIsAgreed() throws IOException {
        get(Person.ANA, job.invoice())
                .then()
                .body("language", equalTo("ro"))
                .body("lines[0].description", equalTo(IN_ROMANIAN));
        assertThat(text(fetched(job.invoice() + "/preview?language=de"))).contains(IN_GERMAN);

        oneWritesIn("de");

        eventually(() -> get(Person.ANA, job.invoice())
                .then()
                .body("language", equalTo("de"))
                .body("lines.description", contains(IN_GERMAN, TRAVEL_IN_GERMAN)));
        assertThat(text(fetched(job.invoice() + "/preview"))).contains("Rechnung", IN_GERMAN);
    }

    @Test
    void whatIsIssuedKeepsItsWordsWhateverIsAgreedLater() throws IOException {
        oneWritesIn("de");
        eventually(() -> get(Person.ANA, job.invoice()).then().body("language", equalTo("de")));
        post(Person.ANA, job.invoice() + "/issue").then().statusCode(200);

        oneWritesIn("en");

        assertThat(made(job.invoice() + "/xml").asString())
                .contains("<cbc:Name>" + IN_GERMAN + "</cbc:Name>", "<cbc:Name>" + TRAVEL_IN_GERMAN + "</cbc:Name>");
        assertThat(text(made(job.invoice() + "/pdf"))).contains("Rechnung", IN_GERMAN);
        assertThat(text(made(job.invoice() + "/pdf?language=ro"))).contains("Factură", IN_ROMANIAN);
        get(Person.ANA, job.invoice())
                .then()
                .body("language", equalTo("de"))
                .body("lines[0].description", equalTo(IN_GERMAN));
    }

    @Test
    void aCreditNoteSaysItAsItsInvoiceDoes() throws IOException {
        oneWritesIn("de");
        eventually(() -> get(Person.ANA, job.invoice()).then().body("language", equalTo("de")));
        post(Person.ANA, job.invoice() + "/issue").then().statusCode(200);

        Response note = post(Person.ANA, job.invoice() + "/credit-notes", Map.of("reason", "Client greșit"));
        note.then().statusCode(201).body("lines.description", contains(IN_GERMAN, TRAVEL_IN_GERMAN));
        String path = "/v1/credit-notes/" + note.path("id");
        post(Person.ANA, path + "/issue").then().statusCode(200);

        assertThat(text(made(path + "/pdf"))).contains("Rechnungskorrektur", IN_GERMAN);
        assertThat(text(made(path + "/pdf?language=ro"))).contains("Notă de creditare", IN_ROMANIAN);
    }

    @Test
    void whatAPersonWroteStaysInEveryLanguage() throws IOException {
        String written = "Reparație la chiller, după înțelegere";
        String line = get(Person.ANA, job.invoice()).path("lines[0].id");
        post(
                        Person.ANA,
                        job.invoice() + "/lines/" + line + "/correct",
                        Map.of("description", written, "reason", "Așa a cerut clientul"))
                .then()
                .statusCode(200);

        oneWritesIn("de");

        eventually(() ->
                get(Person.ANA, job.invoice()).then().body("lines.description", contains(written, TRAVEL_IN_GERMAN)));
        assertThat(text(fetched(job.invoice() + "/preview?language=ro"))).contains(written);
    }

    @Test
    void aLanguageThatThereIsNotIsRefused() {
        agreed("fr").then().statusCode(400).body("errors.pointer", equalTo(List.of("/language")));
    }

    private void oneWritesIn(String language) {
        agreed(language).then().statusCode(200).body("language", equalTo(language));
    }

    private Response agreed(String language) {
        String path = "/v1/customer-accounts/" + buyer.id();
        Map<String, Object> terms = new HashMap<>(Map.of("language", language));
        return put(Person.ANA, path, get(Person.ANA, path).header("ETag"), terms);
    }

    /** A moment after it is issued. */
    private static Response made(String path) {
        eventually(() -> assertThat(fetched(path).statusCode()).isEqualTo(200));
        return fetched(path);
    }

    private static Response fetched(String path) {
        return RestAssured.given().auth().oauth2(Tokens.of(Person.ANA)).get(path);
    }

    private static String text(Response pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.asByteArray())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
