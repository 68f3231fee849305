package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From what was used and reported to exactly one invoice. */
@QuarkusTest
@WithTestResource(RealServers.class)
class BillingTest {

    private UUID refrigerant;
    private UUID valve;

    @BeforeEach
    void pricesAreKnown() {
        PriceList.isSet();
        refrigerant = PriceList.part("214.55");
        valve = PriceList.part("389.90");
    }

    @Test
    void partsLabourAndTravelOfAClosedJobBecomeOnePricedDraft() {
        Job job = Job.ofMarch().works("TRAVEL", 40).works("LABOUR", 105);
        Job.Used newValve = job.uses(valve, "1", "EA");
        Job.Used refill = job.uses(refrigerant, "2.5", "KGM");

        job.tell(newValve);
        job.tell(refill);
        job.close();

        eventually(() -> job.billingCase().then().statusCode(200).body("state", equalTo("INVOICED")));
        get(Person.ANA, job.invoice())
                .then()
                .statusCode(200)
                .body("state", equalTo("DRAFT"))
                .body(
                        "allowedCommands",
                        contains("reprice", "split", "move", "assign-owner", "note", "issue", "void", "lines"))
                .body("buyer.name", equalTo("Supermarket Cotroceni SRL"))
                .body("buyer.taxId", equalTo("RO12345674"))
                .body("performedOn", equalTo("2026-03-02"))
                .body("lines.kind", contains("PART", "PART", "LABOUR", "TRAVEL"))
                .body("lines.position", contains(1, 2, 3, 4))
                .body("lines.quantity", contains("1.000", "2.500", "105.000", "40.000"))
                .body("lines.unit", contains("EA", "KGM", "MIN", "MIN"))
                .body("lines.unitPrice.amount", contains("389.90", "214.55", "180.00", "90.00"))
                .body("lines.priceBaseQuantity", contains("1.000", "1.000", "60.000", "60.000"))
                .body("lines.performedOn", everyItem(equalTo("2026-03-02")))
                .body("lines.net.amount", contains("389.90", "536.38", "315.00", "60.00"))
                .body("lines[0].sourceId", equalTo(newValve.id().toString()))
                .body("lines[2].description", equalTo("Manoperă, Tudor Ionescu, 02.03.2026 10:20–12:05"))
                .body("totals.taxes[0].taxable.amount", equalTo("1301.28"))
                .body("totals.taxes[0].percent", equalTo("21.00"))
                .body("totals.net.amount", equalTo("1301.28"))
                .body("totals.tax.amount", equalTo("273.27"))
                .body("totals.gross.amount", equalTo("1574.55"))
                .body("unpricedLines", equalTo(0));
        get(Person.SORIN, "/v1/history?correlationId=" + job.ticket)
                .then()
                .body("items.action", hasItems("OPEN_BILLING", "INVOICE_DRAFTED", "DRAFT_INVOICE"));
    }

    @Test
    void aJobThatIsClosedBeforeItsPartsAreHeardOfWaitsAndSaysForWhat() {
        Job job = Job.ofMarch();
        Job.Used first = job.uses(valve, "1", "EA");
        Job.Used second = job.uses(refrigerant, "2", "KGM");

        job.close();
        eventually(() -> job.billingCase()
                .then()
                .body("state", equalTo("WAITING"))
                .body("differences.kind", contains("USAGE_NOT_SEEN", "USAGE_NOT_SEEN")));
        job.tell(second);
        eventually(() -> job.billingCase()
                .then()
                .body("differences.usageId", contains(first.id().toString())));
        get(Person.ANA, "/v1/billing-cases?state=WAITING&ticketId=" + job.ticket)
                .then()
                .body("items.id", contains(job.order.toString()))
                .body("items[0].customerName", equalTo("Supermarket Cotroceni SRL"));
        assertThat(job.invoices()).isEmpty();

        job.tell(first);
        eventually(() -> assertThat(job.invoices()).hasSize(1));
        get(Person.ANA, job.invoice()).then().body("totals.net.amount", equalTo("819.00"));
    }

    @Test
    void eventsThatComeAgainBillNothingAgain() {
        Job job = Job.ofMarch();
        Job.Used used = job.uses(valve, "1", "EA");
        job.tell(used);
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));

        job.tell(used);
        job.close();
        job.close(2);
        eventually(() -> get(Person.SORIN, "/v1/history?correlationId=" + job.ticket)
                .then()
                .body("items.action", hasItem("CLOSED_AGAIN")));

        assertThat(job.invoices()).hasSize(1);
        get(Person.ANA, job.invoice()).then().body("lines", hasSize(1));
        job.billingCase().then().body("unexpected", equalTo(false)).body("usages", hasSize(1));
    }

    @Test
    void aUsageThatWasTakenBackIsNotBilledWhicheverOfTheTwoCameFirst() {
        Job job = Job.ofMarch();
        Job.Used kept = job.uses(valve, "1", "EA");
        Job.Used wrong = job.unreported(refrigerant, "5", "KGM");
        Job.Used wrongToo = job.unreported(refrigerant, "6", "KGM");
        Job.Used reversalStillUnderWay = job.unreported(refrigerant, "7", "KGM");
        job.reportsReversed(wrong);
        job.reportsReversed(wrongToo);
        job.reportsReversed(reversalStillUnderWay);

        job.tellReversed(wrong);
        job.tell(wrong);
        job.tell(wrongToo);
        job.tellReversed(wrongToo);
        job.tell(reversalStillUnderWay);
        job.tell(kept);
        job.close();

        eventually(() -> assertThat(job.invoices()).hasSize(1));
        get(Person.ANA, job.invoice())
                .then()
                .body("lines.sourceId", contains(kept.id().toString()));
        job.tellReversed(reversalStillUnderWay);
        eventually(() -> job.billingCase()
                .then()
                .body("usages.findAll { it.state == 'REVERSED' }", hasSize(3))
                .body("unexpected", equalTo(false)));
    }

    @Test
    void aUsageThatTheReportForgotHoldsTheInvoiceBackUntilItIsTakenBack() {
        Job job = Job.ofMarch();
        Job.Used reported = job.uses(valve, "1", "EA");
        Job.Used forgotten = job.unreported(refrigerant, "1", "KGM");
        job.tell(forgotten);
        job.tell(reported);
        job.close();
        eventually(() -> job.billingCase().then().body("differences.kind", contains("USAGE_NOT_LISTED")));
        assertThat(job.invoices()).isEmpty();

        job.tellReversed(forgotten);

        eventually(() -> assertThat(job.invoices()).hasSize(1));
    }

    @Test
    void aUsageThatComesAfterTheDraftIsShownAndNotSilentlyBilled() {
        Job job = Job.ofMarch().works("LABOUR", 60);
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));

        Job.Used late = job.unreported(refrigerant, "1", "KGM");
        job.tell(late);

        eventually(() -> job.billingCase()
                .then()
                .body("state", equalTo("INVOICED"))
                .body("unexpected", equalTo(true))
                .body("usages.state", contains("UNEXPECTED"))
                .body("differences.usageId", contains(late.id().toString())));
        get(Person.ANA, job.invoice()).then().body("lines", hasSize(1));
        get(Person.ANA, "/v1/billing-cases?unexpected=true&limit=200")
                .then()
                .body("items.id", hasItem(job.order.toString()));
        get(Person.SORIN, "/v1/history?correlationId=" + job.ticket)
                .then()
                .body("items.action", hasItem("UNEXPECTED_USAGE"));

        job.tellReversed(late);
        eventually(() -> job.billingCase().then().body("unexpected", equalTo(false)));
    }

    @Test
    void aReportThatContradictsWhatWasUsedWaits() {
        Job job = Job.ofMarch();
        Job.Used used = job.uses(refrigerant, "1", "KGM");
        job.tell(new Job.Used(used.id(), used.part(), "2", "KGM"));
        Job.Used takenBack = job.uses(valve, "1", "EA");
        job.tellReversed(takenBack);
        job.close();

        eventually(() -> job.billingCase()
                .then()
                .body("differences.kind", contains("LISTED_DIFFERENTLY", "REVERSED_BUT_LISTED")));
        assertThat(job.invoices()).isEmpty();
    }

    @Test
    void aJobWithoutPartsOrTimeHasNothingToBill() {
        Job job = Job.ofMarch().works("TRAVEL", 0);
        job.close();

        JsonNode told = Events.awaitOne(Topics.NOTHING_TO_BILL, job.order);
        assertThat(told.get("ticketId").asText()).isEqualTo(job.ticket.toString());
        job.billingCase().then().body("state", equalTo("NOTHING_TO_BILL"));
        assertThat(job.invoices()).isEmpty();

        job.close();
        job.close(2);
        eventually(() -> get(Person.SORIN, "/v1/history?correlationId=" + job.ticket)
                .then()
                .body("items.action", hasItem("CLOSED_AGAIN")));
        assertThat(Events.await(Topics.NOTHING_TO_BILL, job.order, 1)).hasSize(1);
    }

    @Test
    void partsThatAreUsedBeforeTheJobIsClosedAreCollected() {
        Job job = Job.ofMarch();
        job.tell(job.uses(valve, "1", "EA"));

        eventually(() -> job.billingCase()
                .then()
                .statusCode(200)
                .body("state", equalTo("COLLECTING"))
                .body("differences.kind", contains("JOB_NOT_CLOSED"))
                .body("usages.state", contains("RECORDED")));
        get(Person.SORIN, "/v1/history?correlationId=" + job.ticket)
                .then()
                .body("items.action", not(hasItem("OPEN_BILLING")));
    }

    @Test
    void onlyFinanceSeesPricesAndInvoices() {
        for (String path : new String[] {
            "/v1/invoices", "/v1/billing-cases", "/v1/part-prices", "/v1/labour-rates", "/v1/tax-rates"
        }) {
            get(Person.TUDOR, path).then().statusCode(403);
            get(Person.DANA, path).then().statusCode(403);
            get(Person.STELA, path).then().statusCode(403);
            get(Person.ANA, path).then().statusCode(200);
        }
        String anyone = "/v1/invoices/" + UUID.randomUUID();
        post(Person.SORIN, anyone + "/issue").then().statusCode(403);
        post(Person.SORIN, anyone + "/reprice").then().statusCode(403);
        post(Person.ANA, anyone + "/issue").then().statusCode(404);
        get(Person.ANA, anyone).then().statusCode(404);
    }
}
