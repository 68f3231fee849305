package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which price counts, and what happens where there is none. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PricingTest {

    @BeforeEach
    void pricesAreKnown() {
        PriceList.isSet();
    }

    @Test
    void theNewestPriceOfTheDayCountsByTheClockOfTheSite() {
        UUID part = PriceList.part("100");
        PriceList.price(part, "110", "2026-04-01");
        PriceList.price(part, "120", "2026-05-01");

        assertThat(net(part, "2026-03-31T20:59:59Z")).isEqualTo("100.00");
        assertThat(net(part, "2026-03-31T21:00:00Z"))
                .as("midnight in Bucharest")
                .isEqualTo("110.00");
        assertThat(net(part, "2026-04-30T20:59:59Z")).isEqualTo("110.00");
        assertThat(net(part, "2027-01-01T12:00:00Z")).isEqualTo("120.00");
    }

    @Test
    void aLineWithoutPriceIsDraftedCannotBeIssuedAndIsFilledInLater() {
        UUID part = UUID.randomUUID();
        Job job = Job.ofMarch().works("LABOUR", 60);
        job.tell(job.uses(part, "2", "EA"));
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));

        get(Person.ANA, job.invoice())
                .then()
                .body("lines.unpriced", contains(true, false))
                .body("lines[0].net", nullValue())
                .body("unpricedLines", equalTo(1))
                .body("totals.net.amount", equalTo("180.00"));
        post(Person.ANA, job.invoice() + "/issue")
                .then()
                .statusCode(422)
                .body("code", equalTo("unpriced-lines"))
                .body("errors.pointer", contains("/lines/0"));
        post(Person.ANA, job.invoice() + "/reprice").then().statusCode(200).body("unpricedLines", equalTo(1));

        PriceList.price(part, "0.0125", "2026-03-02");
        post(Person.ANA, job.invoice() + "/reprice")
                .then()
                .statusCode(200)
                .body("unpricedLines", equalTo(0))
                .body("lines[0].unitPrice.amount", equalTo("0.0125"))
                .body("lines[0].net.amount", equalTo("0.03"));
        post(Person.ANA, job.invoice() + "/issue").then().statusCode(200);
        post(Person.ANA, job.invoice() + "/reprice").then().statusCode(409).body("code", equalTo("illegal-transition"));
    }

    @Test
    void anAmountThatCannotBeTrueWaitsForAPersonInsteadOfStoppingTheJob() {
        UUID part = PriceList.part("9999999.9999");
        Job job = Job.ofMarch().works("LABOUR", 60);
        job.tell(job.uses(part, "1000000", "KGM"));
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));

        get(Person.ANA, job.invoice())
                .then()
                .body("lines.unpriced", contains(true, false))
                .body("lines[0].unitPrice.amount", equalTo("9999999.9999"))
                .body("totals.net.amount", equalTo("180.00"));
        post(Person.ANA, job.invoice() + "/issue")
                .then()
                .statusCode(422)
                .body("errors[0].detail", startsWith("More than 100000000: "));
        PriceList.price(part, "99", "2026-03-02");
        post(Person.ANA, job.invoice() + "/reprice")
                .then()
                .statusCode(200)
                .body("totals.net.amount", equalTo("99000180.00"));
        post(Person.ANA, job.invoice() + "/issue").then().statusCode(200);
    }

    @Test
    void ratesThatAreMissingAreMissedToo() {
        Job job = new Job("2019-07-01T12:00:00Z").works("LABOUR", 30).works("TRAVEL", 30);
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));
        get(Person.ANA, job.invoice()).then().body("unpricedLines", equalTo(2));

        String from = "2019-01-01";
        PriceList.set(
                "/v1/labour-rates", Map.of("kind", "LABOUR", "hourlyRate", PriceList.lei("100"), "validFrom", from));
        PriceList.set(
                "/v1/labour-rates", Map.of("kind", "TRAVEL", "hourlyRate", PriceList.lei("50"), "validFrom", from));
        post(Person.ANA, job.invoice() + "/reprice").then().body("unpricedLines", equalTo(2));
        PriceList.set("/v1/tax-rates", Map.of("category", "S", "percent", "19", "validFrom", from));
        post(Person.ANA, job.invoice() + "/reprice")
                .then()
                .body("unpricedLines", equalTo(0))
                .body("totals.gross.amount", equalTo("89.25"));
    }

    @Test
    void aPriceListCanBeReadByPartsNames() {
        UUID part = PriceList.part("12.5");
        Map<String, Object> told = new HashMap<>(Map.of(
                "partId",
                part,
                "partVersion",
                3,
                "number",
                "FD-163",
                "name",
                "Filtru deshidrator 3/8\"",
                "unit",
                "EA"));
        told.put("serialised", false);
        Events.publish(Topics.PART_REGISTERED, part, told);
        eventually(() ->
                get(Person.ANA, "/v1/part-prices?partId=" + part).then().body("items.partNumber", contains("FD-163")));

        told.put("partVersion", 2);
        told.put("name", "Nume vechi");
        Events.publish(Topics.PART_REGISTERED, part, told);
        told.put("partVersion", 4);
        told.put("number", "FD-164");
        told.put("name", "Filtru");
        Events.publish(Topics.PART_REGISTERED, part, told);
        eventually(() -> get(Person.ANA, "/v1/part-prices?partId=" + part)
                .then()
                .body("items.partNumber", contains("FD-164"))
                .body("items.partName", contains("Filtru"))
                .body("items[0].unitPrice.amount", equalTo("12.50")));
    }

    @Test
    void aMessageThatLacksWhatHasToBeStoredIsParkedWithoutASecondTry() {
        UUID key = UUID.randomUUID();
        byte[] withoutPart = "{\"number\": \"FD-165\"}".getBytes(StandardCharsets.UTF_8);
        Events.publishRaw(
                Topics.PART_REGISTERED,
                key.toString(),
                UUID.randomUUID().toString(),
                "dev.fieldservice.part-registered.v1",
                withoutPart);

        eventually(() -> get(Person.ADMIN, "/v1/operations/billing-service/parked-messages?limit=200")
                .then()
                .body("items.findAll { it.key == '%s' }.reason".formatted(key), contains(containsString("23502"))));
        assertThat(RestAssured.get("/q/metrics").asString().lines())
                .filteredOn(line -> line.startsWith("fieldservice_inbox_messages_total"))
                .filteredOn(line -> line.contains("topic=\"%s\"".formatted(Topics.PART_REGISTERED)))
                .isNotEmpty()
                .noneMatch(line -> line.contains("outcome=\"retried\""));
    }

    @Test
    void onlyAPartThatIsRegisteredHasAPrice() {
        post(
                        Person.ANA,
                        "/v1/part-prices",
                        Map.of(
                                "partId",
                                UUID.randomUUID(),
                                "unitPrice",
                                PriceList.lei("11"),
                                "validFrom",
                                PriceList.FROM))
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-reference"))
                .body("errors.pointer", hasItem("/partId"));
    }

    @Test
    void onlyOnePriceCanBeInForceFromADayOn() {
        UUID part = PriceList.part("10");
        post(
                        Person.ANA,
                        "/v1/part-prices",
                        Map.of("partId", part, "unitPrice", PriceList.lei("11"), "validFrom", PriceList.FROM))
                .then()
                .statusCode(409)
                .body("code", equalTo("already-set-for-this-day"));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, RON, 2026-01-01, 400, /unitPrice/amount",
        "0.00001, RON, 2026-01-01, 400, /unitPrice/amount",
        "12345678, RON, 2026-01-01, 400, /unitPrice/amount",
        "1e999999999, RON, 2026-01-01, 400, /unitPrice/amount",
        "1, EUR, 2026-01-01, 422, /unitPrice/currency",
        "1, RON, 1999-12-31, 400, /validFrom",
        "1, RON, +999999999-12-31, 400, /validFrom",
        "1, RON, 2026-02-30, 400, /validFrom"
    })
    void aPriceThatCannotBeIsRefused(String amount, String currency, String from, int status, String pointer) {
        post(
                        Person.ANA,
                        "/v1/part-prices",
                        Map.of(
                                "partId",
                                UUID.randomUUID(),
                                "unitPrice",
                                Map.of("amount", amount, "currency", currency),
                                "validFrom",
                                from))
                .then()
                .statusCode(status)
                .body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource({"S, 0, 422", "E, 5, 422", "S, 101, 400", "S, 19.555, 400", "X, 5, 400"})
    void aTaxRateThatCannotBeIsRefused(String category, String percent, int status) {
        post(Person.ANA, "/v1/tax-rates", Map.of("category", category, "percent", percent, "validFrom", "2001-01-01"))
                .then()
                .statusCode(status);
    }

    private static String net(UUID part, String closedAt) {
        Job job = new Job(closedAt);
        job.tell(job.uses(part, "1", "EA"));
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));
        return get(Person.ANA, job.invoice()).path("totals.net.amount");
    }
}
