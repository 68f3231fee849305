package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An invoice in euro to a buyer in Romania says its VAT in lei, by the rate of the day of supply. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ExchangeRateTest {

    private static final Map<String, Object> WRONG = Map.of("reason", "Cifre inversate");

    @AfterEach
    void theCompanyReckonsInLeiAgain() {
        Company.says(company -> {});
    }

    @Test
    void withoutARateNothingIsIssuedAndWithItTheVatIsToldInLei() throws IOException {
        String invoice = twentyEuroOfTheSecondOfMarch();

        issue(invoice)
                .then()
                .statusCode(422)
                .body("code", equalTo("exchange-rate-missing"))
                .body("errors.pointer", contains("/currency"))
                .body(
                        "errors[0].detail",
                        equalTo("Enter what 1 EUR is in lei on 2026-03-02, or on one of the six days before: the VAT"
                                + " has to be told in lei."));
        set("EUR", "2026-02-23", "5.01").then().statusCode(201);
        set("EUR", "2026-03-03", "5.03").then().statusCode(201);
        issue(invoice).then().statusCode(422).body("code", equalTo("exchange-rate-missing"));
        get(Person.ANA, invoice).then().body("state", equalTo("DRAFT")).body("number", nullValue());
        String rate = set("EUR", "2026-02-27", "5.0921")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(text(fetched(invoice + "/preview?language=ro"))).contains("21,39 RON");

        issue(invoice).then().statusCode(200).body("totals.tax.amount", equalTo("4.20"));

        // 21 % of 20.00 is 4.20 euro; 4.20 × 5.0921 = 21.38682 lei
        assertThat(xml(invoice))
                .contains("<cbc:TaxCurrencyCode>RON</cbc:TaxCurrencyCode>")
                .contains("<cbc:TaxAmount currencyID=\"EUR\">4.20</cbc:TaxAmount>")
                .contains("<cbc:TaxAmount currencyID=\"RON\">21.39</cbc:TaxAmount>");
        post(Person.ANA, "/v1/exchange-rates/" + rate + "/withdraw", WRONG)
                .then()
                .statusCode(200);
        assertThat(text(file(invoice + "/pdf?language=ro")))
                .contains("21,39 RON", "Total TVA în lei 1 EUR = 5,0921 RON BNR, 27.02.2026");
        String credit = "/v1/credit-notes/"
                + post(Person.ANA, invoice + "/credit-notes", Map.of("reason", "Returnat"))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        post(Person.ANA, credit + "/issue").then().statusCode(200);
        assertThat(xml(credit)).contains("<cbc:TaxAmount currencyID=\"RON\">21.39</cbc:TaxAmount>");
    }

    @Test
    void oneRateIsInForceOnADayAndAWrongOneIsReplaced() {
        String wrong = set("CHF", "2026-03-02", "4.5")
                .then()
                .statusCode(201)
                .body("lei", equalTo("4.500000"))
                .extract()
                .path("id");
        set("CHF", "2026-03-02", "5.4").then().statusCode(409).body("code", equalTo("already-set-for-this-day"));
        set("RON", "2026-03-02", "1")
                .then()
                .statusCode(422)
                .body("code", equalTo("own-currency"))
                .body("errors.pointer", contains("/currency"));
        set("CHF", "2026-03-04", "0").then().statusCode(400);

        post(Person.ANA, "/v1/exchange-rates/" + wrong + "/withdraw", WRONG)
                .then()
                .statusCode(200)
                .body("withdrawal.reason", equalTo("Cifre inversate"));
        post(Person.ANA, "/v1/exchange-rates/" + wrong + "/withdraw", WRONG)
                .then()
                .statusCode(409)
                .body("code", equalTo("withdrawn"));
        set("CHF", "2026-03-02", "5.4").then().statusCode(201);

        get(Person.ANA, "/v1/exchange-rates?currency=CHF&day=2026-03-02")
                .then()
                .body("items.lei", contains("4.500000", "5.400000"));
        get(Person.SORIN, "/v1/exchange-rates").then().statusCode(403);
    }

    private static String twentyEuroOfTheSecondOfMarch() {
        PriceList.isSet();
        Company.says(company -> company.put("currency", "EUR"));
        UUID part = UUID.randomUUID();
        PriceList.isRegistered(part);
        eventually(() -> post(
                        Person.ANA,
                        "/v1/part-prices",
                        Map.of(
                                "partId",
                                part,
                                "unitPrice",
                                Map.of("amount", "20", "currency", "EUR"),
                                "validFrom",
                                PriceList.FROM))
                .then()
                .statusCode(201));
        Job job = Job.ofMarch();
        job.tell(job.uses(part, "1", "EA"));
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));
        return job.invoice();
    }

    private static Response set(String currency, String day, String lei) {
        return post(Person.ANA, "/v1/exchange-rates", Map.of("currency", currency, "day", day, "lei", lei));
    }

    private static Response issue(String invoice) {
        return post(Person.ANA, invoice + "/issue");
    }

    private static String xml(String document) {
        return new String(file(document + "/xml").asByteArray(), StandardCharsets.UTF_8);
    }

    private static Response file(String path) {
        eventually(() -> fetched(path).then().statusCode(200));
        return fetched(path);
    }

    private static Response fetched(String path) {
        return given().auth().oauth2(Tokens.of(Person.ANA)).get(path);
    }

    private static String text(Response pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.asByteArray())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
