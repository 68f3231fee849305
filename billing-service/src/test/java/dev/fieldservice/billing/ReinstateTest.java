package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who voided the wrong draft loses nothing by it. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ReinstateTest {

    private static final Map<String, Object> MISTAKE = Map.of("reason", "Ciorna greșită");

    @Inject
    AgroalDataSource database;

    private Job job;
    private UUID part;

    @BeforeEach
    void aDraftIsVoided() {
        PriceList.isSet();
        part = PriceList.part("100.00");
        job = Job.ofMarch().works("LABOUR", 60);
        job.tell(job.uses(part, "2", "EA"));
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));
        does("void").statusCode(200);
        job.billingCase().then().body("state", equalTo("NOTHING_TO_BILL"));
    }

    @Test
    void itsJobIsBilledAfterAllAndItsTicketIsToldOfTheInvoice() {
        does("reinstate")
                .statusCode(200)
                .body("state", equalTo("DRAFT"))
                .body("voided", nullValue())
                .body(
                        "allowedCommands",
                        contains("reprice", "split", "move", "assign-owner", "note", "issue", "void", "lines"))
                .body("totals.net.amount", equalTo("380.00"));
        job.billingCase()
                .then()
                .body("state", equalTo("INVOICED"))
                .body("partsLeftOut", equalTo(false))
                .body("usages.state", contains("RECORDED"));
        get(Person.SORIN, "/v1/history?correlationId=" + job.ticket)
                .then()
                .body("items.action", hasItems("REINSTATE", "REINSTATE_DRAFT"))
                .body("items.findAll { it.action == 'REINSTATE' }.reason", contains("Ciorna greșită"));

        post(Person.ANA, job.invoice() + "/issue").then().statusCode(200).body("state", equalTo("ISSUED"));
        assertThat(Events.awaitOne(
                                Topics.INVOICE_ISSUED,
                                UUID.fromString(job.invoices().getFirst()))
                        .at("/ticketIds/0")
                        .asText())
                .isEqualTo(job.ticket.toString());
    }

    @Test
    void itTakesUpWhatWasCorrectedMeanwhile() {
        job.ticketSays(3, "RO18547290");
        job.isHeardOf(database, 3);
        PriceList.price(part, "90.00", "2026-03-01");

        does("reinstate")
                .statusCode(200)
                .body("buyer.taxId", equalTo("RO18547290"))
                .body("totals.net.amount", equalTo("360.00"));

        job.ticketSays(4, "RO12345674");
        eventually(() -> get(Person.ANA, job.invoice()).then().body("buyer.taxId", equalTo("RO12345674")));
    }

    @Test
    void itCanBeVoidedAgainAndReinstatedAgain() {
        does("reinstate").statusCode(200);
        does("void").statusCode(200).body("state", equalTo("VOIDED"));
        job.billingCase().then().body("state", equalTo("NOTHING_TO_BILL"));
        assertThat(Events.await(Topics.NOTHING_TO_BILL, job.order, 2)).hasSize(2);

        does("reinstate").statusCode(200);
        job.billingCase().then().body("state", equalTo("INVOICED"));
        assertThat(job.invoices()).hasSize(1);
    }

    @Test
    void onlyFinanceReinstatesOnlyWhatIsVoidedAndSaysWhy() {
        post(Person.ANA, job.invoice() + "/reinstate", Map.of()).then().statusCode(400);
        post(Person.SORIN, job.invoice() + "/reinstate", MISTAKE).then().statusCode(403);
        post(Person.ANA, "/v1/invoices/" + UUID.randomUUID() + "/reinstate", MISTAKE)
                .then()
                .statusCode(404);
        does("reinstate").statusCode(200);
        does("reinstate").statusCode(409).body("code", equalTo("illegal-transition"));
        post(Person.ANA, job.invoice() + "/issue").then().statusCode(200);
        does("reinstate").statusCode(409).body("code", equalTo("illegal-transition"));
        job.billingCase().then().body("state", equalTo("INVOICED"));
    }

    private ValidatableResponse does(String command) {
        return post(Person.ANA, job.invoice() + "/" + command, MISTAKE).then();
    }
}
