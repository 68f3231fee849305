package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A price, a rate or a tax that was entered wrongly is put right, drafts follow, and what is issued says so. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PutRightTest {

    private UUID part;
    private String price;

    @BeforeEach
    void aPriceIsTypedTenTimesTooHigh() {
        PriceList.isSet();
        part = PriceList.part("2145.50");
        price = "/v1/part-prices/"
                + get(Person.ANA, "/v1/part-prices?partId=" + part).path("items[0].id");
    }

    @Test
    void aPriceTypedTenTimesTooHighIsPutRightFromItsDayOnAndDraftsFollow() {
        Job job = job("2026-03-02T12:20:00Z");
        draft(job).body("totals.net.amount", equalTo("2145.50"));

        correct("214.55")
                .statusCode(200)
                .body("unitPrice.amount", equalTo("214.55"))
                .body("validFrom", equalTo(PriceList.FROM))
                .body("corrections.was", contains("2145.50"))
                .body("corrections.reason", contains("O virgulă uitată"))
                .body("corrections.name", contains("Ana Stan"));

        eventually(() -> draft(job).body("totals.net.amount", equalTo("214.55")));
        draft(job("2026-01-01T12:00:00Z")).body("totals.net.amount", equalTo("214.55"));
        get(Person.SORIN, "/v1/history?correlationId=" + job.ticket)
                .then()
                .body("items.action", hasItem("FOLLOW_PRICES"));
        issue(job).statusCode(200).body("totals.gross.amount", equalTo("259.61"));
    }

    @Test
    void whatIsIssuedStaysAndIsListedUntilThePriceAgrees() {
        Job job = job("2026-03-02T12:20:00Z");
        issue(job).statusCode(200).body("pricesCorrected", equalTo(false));
        String listed = "/v1/invoices?pricesCorrected=true&orderId=" + job.order;

        var _ = correct("214.55").statusCode(200);

        eventually(() -> get(Person.ANA, listed).then().body("items", hasSize(1)));
        draft(job)
                .body("state", equalTo("ISSUED"))
                .body("pricesCorrected", equalTo(true))
                .body("totals.net.amount", equalTo("2145.50"));
        var _ = correct("2145.50").statusCode(200).body("corrections.was", contains("2145.50", "214.55"));
        eventually(() -> get(Person.ANA, listed).then().body("items", hasSize(0)));
    }

    @Test
    void aPriceThatShouldNotBeThereIsWithdrawnAndWhatWasBeforeHoldsAgain() {
        PriceList.price(part, "99", "2026-02-01");
        String wrong = "/v1/part-prices/"
                + get(Person.ANA, "/v1/part-prices?partId=" + part).path("items[1].id");
        Job job = job("2026-03-02T12:20:00Z");
        draft(job).body("totals.net.amount", equalTo("99.00"));

        post(Person.ANA, wrong + "/withdraw", Map.of("reason", "Altă piesă"))
                .then()
                .statusCode(200)
                .body("withdrawal.reason", equalTo("Altă piesă"));

        eventually(() -> draft(job).body("totals.net.amount", equalTo("2145.50")));
        post(Person.ANA, wrong + "/withdraw", Map.of("reason", "Încă o dată"))
                .then()
                .statusCode(409)
                .body("code", equalTo("withdrawn"));
        PriceList.price(part, "101", "2026-02-01");
        eventually(() -> draft(job).body("totals.net.amount", equalTo("101.00")));
    }

    @Test
    void aPriceThatComesLateFillsDraftsByItself() {
        UUID unknown = UUID.randomUUID();
        Job job = Job.ofMarch();
        job.tell(job.uses(unknown, "2", "EA"));
        isDrafted(job);
        draft(job).body("unpricedLines", equalTo(1));

        PriceList.price(unknown, "12.50", "2026-03-02");

        eventually(() -> draft(job).body("unpricedLines", equalTo(0)).body("totals.net.amount", equalTo("25.00")));
    }

    @Test
    void hourlyRatesAndTaxesArePutRightAlike() {
        PriceList.set(
                "/v1/labour-rates",
                Map.of("kind", "LABOUR", "hourlyRate", PriceList.lei("1900"), "validFrom", "2032-01-01"));
        PriceList.set("/v1/tax-rates", Map.of("category", "S", "percent", "12", "validFrom", "2032-01-01"));
        Job job = new Job("2032-03-02T12:20:00Z").works("LABOUR", 60);
        isDrafted(job);
        draft(job).body("totals.gross.amount", equalTo("2128.00"));

        post(
                        Person.ANA,
                        last("/v1/labour-rates?kind=LABOUR") + "/correct",
                        Map.of("hourlyRate", PriceList.lei("190"), "reason", "Un zero în plus"))
                .then()
                .statusCode(200)
                .body("corrections.was", contains("1900.00"));
        eventually(() -> draft(job).body("totals.gross.amount", equalTo("212.80")));
        post(
                        Person.ANA,
                        last("/v1/tax-rates?category=S") + "/correct",
                        Map.of("percent", "21", "reason", "Cifrele inversate"))
                .then()
                .statusCode(200)
                .body("percent", equalTo("21.00"));
        eventually(() -> draft(job).body("totals.gross.amount", equalTo("229.90")));
    }

    @Test
    void aCorrectionSaysWhyAndSomethingElse() {
        var _ = correct("2145.5").statusCode(422).body("code", equalTo("unchanged"));
        post(Person.ANA, price + "/correct", Map.of("unitPrice", PriceList.lei("1"), "reason", " "))
                .then()
                .statusCode(400);
        post(
                        Person.ANA,
                        price + "/correct",
                        Map.of("unitPrice", Map.of("amount", "1", "currency", "EUR"), "reason", "Euro"))
                .then()
                .statusCode(422)
                .body("code", equalTo("other-currency"));
        get(Person.ANA, price).then().body("corrections", hasSize(0)).body("$", not(hasItem("withdrawal")));
        post(Person.TUDOR, price + "/correct", Map.of("unitPrice", PriceList.lei("1"), "reason", "Ieftin"))
                .then()
                .statusCode(403);
    }

    private Job job(String closedAt) {
        Job job = new Job(closedAt);
        job.tell(job.uses(part, "1", "EA"));
        isDrafted(job);
        return job;
    }

    private static void isDrafted(Job job) {
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));
    }

    private ValidatableResponse correct(String amount) {
        return post(
                        Person.ANA,
                        price + "/correct",
                        Map.of("unitPrice", PriceList.lei(amount), "reason", "O virgulă uitată"))
                .then();
    }

    private static ValidatableResponse draft(Job job) {
        return get(Person.ANA, job.invoice()).then().statusCode(200);
    }

    private static ValidatableResponse issue(Job job) {
        return post(Person.ANA, job.invoice() + "/issue").then();
    }

    private static String last(String list) {
        return list.substring(0, list.indexOf('?')) + "/"
                + get(Person.ANA, list + "&limit=200").path("items[-1].id");
    }
}
