package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is issued never changes: it is credited, whole or in part, and billed anew. */
@QuarkusTest
@WithTestResource(RealServers.class)
class CreditTest {

    private static final String WHY = "Piesa a fost returnată";

    @Inject
    AgroalDataSource database;

    private Job job;

    /** 3 × 33.335 = 100.005 → 100.01; 20 minutes at 180.00 = 60.00; tax 21 % of 160.01 = 33.60. */
    @BeforeEach
    void threeFiltersAndTwentyMinutesAreInvoiced() {
        PriceList.isSet();
        UUID filter = PriceList.part("33.335");
        job = Job.ofMarch().works("LABOUR", 20);
        job.tell(job.uses(filter, "3", "EA"));
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));
        post(Person.ANA, job.invoice() + "/issue")
                .then()
                .statusCode(200)
                .body("totals.net.amount", equalTo("160.01"))
                .body("totals.gross.amount", equalTo("193.61"))
                .body("allowedCommands", contains("credit-notes"));
    }

    @Test
    void aWholeInvoiceIsCreditedAndNothingIsLeftOfIt() {
        String note = drafted(Map.of("reason", WHY));
        get(Person.ANA, note)
                .then()
                .body("state", equalTo("DRAFT"))
                .body("number", nullValue())
                .body("invoiceNumber", startsWith("FS-"))
                .body("buyer.name", equalTo("Supermarket Cotroceni SRL"))
                .body("lines.returnedQuantity", contains("3.000", "20.000"))
                .body("allowedCommands", contains("issue", "assign-owner", "discard"));
        get(Person.ANA, job.invoice()).then().body("credited", nullValue());

        issue(note)
                .statusCode(200)
                .body("number", startsWith("CN-"))
                .body("totals.net.amount", equalTo("160.01"))
                .body("totals.tax.amount", equalTo("33.60"))
                .body("allowedCommands", contains("reverse"));
        get(Person.ANA, job.invoice())
                .then()
                .body("state", equalTo("ISSUED"))
                .body("totals.gross.amount", equalTo("193.61"))
                .body("credited.gross.amount", equalTo("193.61"))
                .body("lines.creditedQuantity", contains("3.000", "20.000"))
                .body("lines.creditedNet.amount", contains("100.01", "60.00"))
                .body("allowedCommands", contains("correction"));
        JsonNode told = Events.awaitOne(Topics.CREDIT_NOTE_ISSUED, id(note));
        assertThat(told.at("/total/amount").asText()).isEqualTo("193.61");
        assertThat(told.at("/invoiceId").asText()).isEqualTo(job.invoices().getFirst());
        credit(Map.of("reason", WHY)).statusCode(409).body("code", equalTo("nothing-left"));
    }

    @Test
    void partsOfItAreCreditedUntilNoCentIsLeft() {
        // one filter 33.335 → 33.34, and again; the last is what is left: 33.33
        credited(quantity(0, "1"))
                .body("totals.net.amount", equalTo("33.34"))
                .body("totals.tax.amount", equalTo("7.00"));
        credited(quantity(0, "1"))
                .body("totals.net.amount", equalTo("33.34"))
                .body("totals.tax.amount", equalTo("7.00"));
        // a third of the time less, by hand: 19.99 of 60.00
        credited(amount(1, "19.99"))
                .body("totals.tax.amount", equalTo("4.20"))
                .body("lines.unit", contains("C62"))
                .body("lines.returnedQuantity", contains("0.000"));
        // left are 33.33 and 40.01, of which 21 % would be 15.40; 33.60 − 7.00 − 7.00 − 4.20 are the same here
        credited(Map.of("reason", WHY))
                .body("totals.net.amount", equalTo("73.34"))
                .body("totals.tax.amount", equalTo("15.40"))
                .body("lines.net.amount", contains("33.33", "40.01"));

        get(Person.ANA, job.invoice())
                .then()
                .body("credited.net.amount", equalTo("160.01"))
                .body("credited.tax.amount", equalTo("33.60"))
                .body("credited.gross.amount", equalTo("193.61"));
    }

    @Test
    void theTaxOfTheLastCreditIsWhatIsLeftOfIt() {
        credited(amount(0, "0.12")).body("totals.tax.amount", equalTo("0.03")); // 0.0252
        credited(amount(0, "0.12")).body("totals.tax.amount", equalTo("0.03"));
        credited(amount(0, "0.12")).body("totals.tax.amount", equalTo("0.03"));
        // 21 % of 159.65 would be 33.53, and a cent would be missing: 33.60 − 0.09
        credited(Map.of("reason", WHY)).body("totals.tax.amount", equalTo("33.51"));

        get(Person.ANA, job.invoice()).then().body("credited.gross.amount", equalTo("193.61"));
    }

    @Test
    void moreThanIsLeftIsNeverCredited() {
        refused(quantity(0, "3.001"), "whole-pieces", "/lines/0/quantity");
        refused(quantity(0, "4"), "more-than-is-left", "/lines/0/quantity");
        refused(amount(1, "60.01"), "more-than-is-left", "/lines/0/amount/amount");
        refused(amount(1, "-1"), "not-positive", "/lines/0/amount/amount");
        credit(Map.of(
                        "reason",
                        WHY,
                        "lines",
                        List.of(Map.of("invoiceLineId", line(0)), Map.of("invoiceLineId", line(0)))))
                .statusCode(422)
                .body("errors.code", contains("named-twice"));
        credit(Map.of("reason", WHY, "lines", List.of(Map.of("invoiceLineId", UUID.randomUUID()))))
                .statusCode(422)
                .body("errors.code", contains("unknown-reference"));
        credit(Map.of("reason", " ")).statusCode(400);

        var _ = credited(quantity(0, "2"));
        refused(quantity(0, "2"), "more-than-is-left", "/lines/0/quantity");
    }

    @Test
    void ofManyDraftsOfTheSameOnlyOneIsIssuedAndTheNumbersHaveNoGap() throws Exception {
        List<String> notes =
                Stream.generate(() -> drafted(Map.of("reason", WHY))).limit(8).toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> calls = notes.stream()
                    .<Callable<Integer>>map(
                            note -> () -> post(Person.ANA, note + "/issue").statusCode())
                    .toList();
            List<Integer> answers =
                    threads.invokeAll(calls).stream().map(Future::resultNow).toList();
            assertThat(answers).containsOnlyOnce(200).containsOnly(200, 409);
        }
        get(Person.ANA, job.invoice()).then().body("credited.gross.amount", equalTo("193.61"));
        String winner = get(
                        Person.ANA,
                        "/v1/credit-notes?state=ISSUED&invoiceId="
                                + job.invoices().getFirst())
                .path("items[0].number");

        String loser = notes.stream()
                .filter(note -> get(Person.ANA, note).path("state").equals("DRAFT"))
                .findFirst()
                .orElseThrow();
        issue(loser).statusCode(409).body("code", equalTo("credited-meanwhile"));
        post(Person.ANA, loser + "/discard", Map.of("reason", "Dublat"))
                .then()
                .statusCode(200)
                .body("state", equalTo("DISCARDED"))
                .body("discarded.reason", equalTo("Dublat"))
                .body("allowedCommands", empty());
        issue(loser).statusCode(409).body("code", equalTo("illegal-transition"));

        job = Job.ofMarch().works("LABOUR", 60);
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));
        post(Person.ANA, job.invoice() + "/issue").then().statusCode(200);
        String next = issue(drafted(Map.of("reason", WHY))).extract().path("number");
        assertThat(count(next)).isEqualTo(count(winner) + 1);
    }

    @Test
    void whatWasCreditedIsBilledAnewOnceByThePricesOfNow() {
        var _ = credited(quantity(0, "1"));
        post(Person.ANA, job.invoice() + "/lines/" + line(1) + "/correct", Map.of("quantity", "1", "reason", "Nu"))
                .then()
                .statusCode(409);

        String correction = post(Person.ANA, job.invoice() + "/correction", Map.of("reason", "Alt preț"))
                .then()
                .statusCode(201)
                .body("state", equalTo("DRAFT"))
                .body("cause", equalTo("CORRECTION"))
                .body("preceding.id", equalTo(job.invoices().getFirst()))
                .body("preceding.number", startsWith("FS-"))
                .body("lines", hasSize(1))
                .body("lines[0].quantity", equalTo("1.000"))
                .body("lines[0].net.amount", equalTo("33.34"))
                .extract()
                .header("Location");
        post(Person.ANA, job.invoice() + "/correction", Map.of("reason", "Încă o dată"))
                .then()
                .statusCode(409)
                .body("code", equalTo("nothing-credited"));
        String line = get(Person.ANA, correction).path("lines[0].id");
        post(
                        Person.ANA,
                        correction + "/lines/" + line + "/correct",
                        Map.of("unitPrice", PriceList.lei("30"), "reason", "Preț convenit"))
                .then()
                .statusCode(200)
                .body("totals.gross.amount", equalTo("36.30"));
        post(Person.ANA, correction + "/issue").then().statusCode(200).body("state", equalTo("ISSUED"));
        job.billingCase().then().body("state", equalTo("INVOICED"));
    }

    @Test
    void aCreditNoteThatWasWrongIsReversedToTheCent() {
        var _ = credited(amount(0, "0.12"));
        String note = credited(Map.of("reason", WHY)).extract().path("id");

        String reversal = post(Person.ANA, "/v1/credit-notes/" + note + "/reverse", Map.of("reason", "Greșit"))
                .then()
                .statusCode(201)
                .body("cause", equalTo("CREDIT_REVERSED"))
                .body("preceding.id", equalTo(note))
                .body("preceding.number", startsWith("CN-"))
                .body("totals.net.amount", equalTo("159.89"))
                .body("totals.tax.amount", equalTo("33.57")) // as credited: 33.60 − 0.03, and not 33.58
                .extract()
                .header("Location");
        post(Person.ANA, "/v1/credit-notes/" + note + "/reverse", Map.of("reason", "Iar"))
                .then()
                .statusCode(409)
                .body("code", equalTo("nothing-credited"));
        post(Person.ANA, reversal + "/reprice").then().statusCode(200).body("totals.net.amount", equalTo("159.89"));
        post(Person.ANA, reversal + "/issue").then().statusCode(200).body("totals.net.amount", equalTo("159.89"));

        // and that is an invoice like any other: a credit of a credit can be credited
        String again = post(Person.ANA, reversal + "/credit-notes", Map.of("reason", "Totuși"))
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        issue(again).statusCode(200).body("totals.net.amount", equalTo("159.89"));
    }

    /** No list has a price for it: only the credit note says what it was. */
    @Test
    void aSumThatIsBilledAgainKeepsItsPriceWhateverComesOfIt() {
        String note = credited(amount(0, "0.12")).extract().path("id");
        String reversal = post(Person.ANA, "/v1/credit-notes/" + note + "/reverse", Map.of("reason", "Greșit"))
                .then()
                .statusCode(201)
                .body("lines[0].kind", equalTo("OTHER"))
                .extract()
                .header("Location");
        String line = get(Person.ANA, reversal).path("lines[0].id");
        post(
                        Person.ANA,
                        reversal + "/lines/" + line + "/correct",
                        Map.of("description", "Filtru, diferență de preț", "reason", "Mai clar"))
                .then()
                .statusCode(200)
                .body("totals.net.amount", equalTo("0.12"));
        post(Person.ANA, reversal + "/issue").then().statusCode(200);
        issue(post(Person.ANA, reversal + "/credit-notes", Map.of("reason", WHY))
                        .then()
                        .statusCode(201)
                        .extract()
                        .header("Location"))
                .statusCode(200);

        post(Person.ANA, reversal + "/correction", Map.of("reason", "Din nou"))
                .then()
                .statusCode(201)
                .body("unpricedLines", equalTo(0))
                .body("lines[0].unitPrice.amount", equalTo("0.12"))
                .body("totals.net.amount", equalTo("0.12"));
    }

    /** The invoice: 4111 = 707 100.01 + 704 60.00 + 4427 33.60. */
    @Test
    void whatIsCreditedIsTheCustomersAndBookedTheOtherWay() {
        String note = credited(quantity(0, "1")).extract().path("id");
        get(Person.ANA, "/v1/receivables/" + note)
                .then()
                .statusCode(200)
                .body("number", startsWith("CN-"))
                .body("customerName", equalTo("Supermarket Cotroceni SRL"))
                .body("total.amount", equalTo("-40.34"))
                .body("open.amount", equalTo("-40.34"))
                .body("settledOn", nullValue());
        get(Person.ANA, "/v1/journal-entries?from=2026-01-01&to=2030-12-31&documentId=" + note)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("CREDIT_NOTE"))
                .body("items[0].orderId", equalTo(job.order.toString()))
                .body("items[0].postings.purpose", contains("RECEIVABLE", "PARTS", "TAX"))
                .body("items[0].postings.account", contains("4111", "707", "4427"))
                .body("items[0].postings[0].credit.amount", equalTo("40.34"))
                .body("items[0].postings[1].debit.amount", equalTo("33.34"))
                .body("items[0].postings[2].debit.amount", equalTo("7.00"));
        String draft = drafted(Map.of("reason", WHY));
        get(Person.ANA, "/v1/receivables/" + id(draft)).then().statusCode(404);
    }

    @Test
    void aDraftIsNotCreditedNorReversed() {
        String note = drafted(Map.of("reason", WHY));
        post(Person.ANA, note + "/reverse", Map.of("reason", "Greșit"))
                .then()
                .statusCode(409)
                .body("code", equalTo("not-issued"));
        post(Person.ANA, note + "/discard", Map.of()).then().statusCode(400);

        job = Job.ofMarch().works("LABOUR", 60);
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));
        credit(Map.of("reason", WHY)).statusCode(409).body("code", equalTo("illegal-transition"));
        get(Person.ANA, job.invoice()).then().body("allowedCommands", not(hasItem("credit-notes")));
    }

    @Test
    void onlyFinanceCreditsAndSeesCredits() {
        String note = drafted(Map.of("reason", WHY));
        for (Person other : List.of(Person.TUDOR, Person.DANA, Person.SORIN)) {
            get(other, note).then().statusCode(403);
            get(other, "/v1/credit-notes").then().statusCode(403);
            post(other, note + "/issue").then().statusCode(403);
            post(other, job.invoice() + "/credit-notes", Map.of("reason", WHY))
                    .then()
                    .statusCode(403);
        }
        get(Person.ANA, "/v1/credit-notes?invoiceId=" + job.invoices().getFirst())
                .then()
                .body("items.id", contains(id(note).toString()))
                .body("items.proposed", contains(false));
    }

    @Test
    void evenTheDatabaseChangesNoIssuedCreditNote() throws Exception {
        String note = credited(Map.of("reason", WHY)).extract().path("id");
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("update credit_note set reason = 'x' where id = '" + note + "'"))
                    .hasMessageContaining("never changes");
            assertThatThrownBy(() -> statement.execute("update invoice_line set credited_quantity = quantity + 1"
                            + " where invoice_id = '" + job.invoices().getFirst() + "'"))
                    .hasMessageContaining("invoice_line_credited");
        }
    }

    private Map<String, Object> quantity(int line, String quantity) {
        return of(Map.of("invoiceLineId", line(line), "quantity", quantity));
    }

    private Map<String, Object> amount(int line, String amount) {
        return of(Map.of("invoiceLineId", line(line), "amount", PriceList.lei(amount)));
    }

    private static Map<String, Object> of(Map<String, Object> line) {
        return Map.of("reason", WHY, "lines", List.of(line));
    }

    private String line(int index) {
        return get(Person.ANA, job.invoice()).path("lines[%d].id".formatted(index));
    }

    private void refused(Map<String, Object> details, String code, String pointer) {
        credit(details).statusCode(422).body("errors.code", contains(code)).body("errors.pointer", contains(pointer));
    }

    private ValidatableResponse credit(Map<String, Object> details) {
        return post(Person.ANA, job.invoice() + "/credit-notes", details).then();
    }

    private String drafted(Map<String, Object> details) {
        Response answer = post(Person.ANA, job.invoice() + "/credit-notes", details);
        answer.then().statusCode(201).header("Location", endsWith(answer.path("id")));
        return "/v1/credit-notes/" + answer.path("id");
    }

    private ValidatableResponse credited(Map<String, Object> details) {
        return issue(drafted(details)).statusCode(200);
    }

    private static ValidatableResponse issue(String note) {
        return post(Person.ANA, note + "/issue").then();
    }

    private static UUID id(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    private static long count(String number) {
        return Long.parseLong(number.substring(number.lastIndexOf('-') + 1));
    }
}
