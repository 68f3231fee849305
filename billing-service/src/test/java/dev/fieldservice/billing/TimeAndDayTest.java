package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hours are billed by the minute, and everything at the price and tax rate of the day on which it was used or done. */
@QuarkusTest
@WithTestResource(RealServers.class)
class TimeAndDayTest {

    @BeforeEach
    void pricesAreKnown() {
        PriceList.isSet();
    }

    @Test
    void twentyMinutesAtAHundredAndEightyAnHourAreSixty() {
        invoice(Job.ofMarch().works("LABOUR", 20))
                .body("lines.quantity", contains("20.000"))
                .body("lines.unit", contains("MIN"))
                .body("lines.unitPrice.amount", contains("180.00"))
                .body("lines.priceBaseQuantity", contains("60.000"))
                .body("totals.net.amount", equalTo("60.00"));
    }

    @Test
    void fiveEntriesOfFourHundredMinutesAreTwelveHundred() {
        Job job = Job.ofMarch();
        for (int minutes : new int[] {20, 50, 80, 110, 140}) {
            var _ = job.works("LABOUR", minutes);
        }

        invoice(job)
                .body("lines.net.amount", contains("60.00", "150.00", "240.00", "330.00", "420.00"))
                .body("totals.net.amount", equalTo("1200.00"));
    }

    @Test
    void manyShortEntriesCostWhatTheirSecondsComeTo() {
        Job job = Job.ofMarch();
        Instant eight = Instant.parse("2026-03-02T08:00:00Z");
        for (int call = 0; call < 5; call++) {
            Instant from = eight.plusSeconds(call * 600L);
            var _ = job.works(
                    "LABOUR", "Ana", from.toString(), from.plusSeconds(80).toString());
        }

        invoice(job)
                .body("lines.quantity", everyItem(equalTo("1.333")))
                .body("lines.net.amount", contains("4.00", "4.00", "4.00", "4.00", "4.00"))
                .body("totals.net.amount", equalTo("20.00"));
    }

    @Test
    void aPartCostsWhatItCostOnTheDayOfItsUse() {
        UUID part = PriceList.part("100");
        PriceList.price(part, "110", "2026-03-01");
        PriceList.price(part, "120", "2026-03-02");
        Job job = Job.ofMarch();
        job.tell(job.uses(part, "1", "EA", "2026-02-28T21:59:59Z"));
        job.tell(job.uses(part, "1", "EA", "2026-02-28T22:00:00Z"));

        invoice(job)
                .body("performedOn", equalTo("2026-03-02"))
                .body("lines.performedOn", contains("2026-02-28", "2026-03-01"))
                .body("lines.unitPrice.amount", contains("100.00", "110.00"))
                .body("totals.net.amount", equalTo("210.00"));
    }

    @Test
    void aNightOverWhichRatesAndTaxChangeIsBilledAtBoth() {
        set("/v1/labour-rates", "kind", "LABOUR", "100.00", "2031-01-01");
        set("/v1/labour-rates", "kind", "LABOUR", "130.00", "2031-07-01");
        PriceList.set("/v1/tax-rates", Map.of("category", "S", "percent", "24", "validFrom", "2031-01-01"));
        PriceList.set("/v1/tax-rates", Map.of("category", "S", "percent", "20", "validFrom", "2031-07-01"));
        Job job =
                new Job("2031-07-03T12:00:00Z").works("LABOUR", "Ana", "2031-06-30T20:15:00Z", "2031-06-30T21:20:00Z");

        invoice(job)
                .body(
                        "lines.description",
                        contains("Manoperă, Ana, 30.06.2031 23:15–24:00", "Manoperă, Ana, 01.07.2031 00:00–00:20"))
                .body("lines.quantity", contains("45.000", "20.000"))
                .body("lines.unitPrice.amount", contains("100.00", "130.00"))
                .body("lines.net.amount", contains("75.00", "43.33"))
                .body("lines.taxPercent", contains("24.00", "20.00"))
                .body("totals.taxes.percent", contains("20.00", "24.00"))
                .body("totals.taxes.tax.amount", contains("8.67", "18.00"))
                .body("totals.gross.amount", equalTo("145.00"));
    }

    @Test
    void theDayIsThatOfTheSitesClock() {
        UUID part = PriceList.part("100");
        PriceList.price(part, "110", "2026-03-02");
        Job job = Job.ofMarch().at("America/New_York");
        job.tell(job.uses(part, "1", "EA", "2026-03-02T04:59:00Z"));

        invoice(job).body("lines.performedOn", contains("2026-03-01")).body("lines.net.amount", contains("100.00"));
    }

    @Test
    void theClockOfASiteThatIsCorrectedCountsUntilThereIsADraftWhoseDaysStay() {
        String night = "2026-03-02T04:30:00Z";
        String hourLater = "2026-03-02T05:30:00Z";
        UUID part = PriceList.part("100");
        Job waiting = Job.ofMarch().works("LABOUR", "Ana", night, hourLater);
        Job.Used late = waiting.uses(part, "1", "EA", night);
        waiting.close();
        eventually(() -> waiting.billingCase().then().body("state", equalTo("WAITING")));
        Job drafted = Job.ofMarch().works("LABOUR", "Ana", night, hourLater);
        invoice(drafted).body("lines.description", contains("Manoperă, Ana, 02.03.2026 06:30–07:30"));

        for (Job job : new Job[] {waiting, drafted}) {
            job.ticketSays(3, ticket -> ((ObjectNode) ticket.get("location")).put("timeZone", "America/New_York"));
            eventually(() -> get(Person.SORIN, "/v1/history?correlationId=" + job.ticket)
                    .then()
                    .body("items.action", hasItem("SITE_CORRECTED")));
        }
        waiting.tell(late);

        eventually(() -> assertThat(waiting.invoices()).hasSize(1));
        get(Person.ANA, waiting.invoice())
                .then()
                .body("lines.performedOn", contains("2026-03-01", "2026-03-01", "2026-03-02"))
                .body("lines[1].description", equalTo("Manoperă, Ana, 01.03.2026 23:30–24:00"));
        get(Person.ANA, drafted.invoice())
                .then()
                .body("lines.description", contains("Manoperă, Ana, 02.03.2026 06:30–07:30"))
                .body("lines.performedOn", contains("2026-03-02"));
    }

    @Test
    void eachOfACrewIsNamedWithTheDay() {
        Job job = Job.ofMarch()
                .works("LABOUR", "Tudor Ionescu", "2026-03-01T08:00:00Z", "2026-03-01T09:00:00Z")
                .works("LABOUR", "Teodora Pop", "2026-03-02T08:00:00Z", "2026-03-02T09:00:00Z");

        invoice(job)
                .body(
                        "lines.description",
                        contains(
                                "Manoperă, Tudor Ionescu, 01.03.2026 10:00–11:00",
                                "Manoperă, Teodora Pop, 02.03.2026 10:00–11:00"));
    }

    @Test
    void whenTheClocksChangeAnHourThatComesTwiceIsToldApart() {
        Job job = new Job("2026-10-25T12:00:00Z")
                .works("LABOUR", "Tudor Ionescu", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z");

        invoice(job)
                .body("lines.description", contains("Manoperă, Tudor Ionescu, 25.10.2026 03:30+03:00–03:30+02:00"))
                .body("lines.quantity", contains("60.000"));
    }

    private static void set(String path, String name, String kind, String amount, String from) {
        PriceList.set(path, Map.of(name, kind, "hourlyRate", PriceList.lei(amount), "validFrom", from));
    }

    private static ValidatableResponse invoice(Job job) {
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));
        return get(Person.ANA, job.invoice()).then();
    }
}
