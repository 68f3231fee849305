package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
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

/** A draft of which nothing is to be billed is voided, and its job is done with. */
@QuarkusTest
@WithTestResource(RealServers.class)
class VoidTest {

    private static final Map<String, Object> GOODWILL = Map.of("reason", "Din bunăvoință");

    @Inject
    AgroalDataSource database;

    private Job job;
    private UUID part;

    @BeforeEach
    void aValveAndAnHourAreDrafted() {
        PriceList.isSet();
        part = PriceList.part("100.00");
        job = Job.ofMarch().works("LABOUR", 60);
        job.tell(job.uses(part, "2", "EA"));
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));
    }

    @Test
    void aDraftWhoseLinesAreAllTakenOutIsVoidedAndItsTicketCanClose() {
        for (int line = 0; line < 2; line++) {
            String id = get(Person.ANA, job.invoice()).path("lines[%d].id".formatted(line));
            does("lines/" + id + "/take-out").statusCode(200);
        }
        does("issue").statusCode(422).body("code", equalTo("no-lines"));

        does("void")
                .statusCode(200)
                .body("state", equalTo("VOIDED"))
                .body("voided.reason", equalTo("Din bunăvoință"))
                .body("voided.name", equalTo("Ana Stan"))
                .body("number", nullValue())
                .body("allowedCommands", contains("reinstate"));
        assertThat(Events.awaitOne(Topics.NOTHING_TO_BILL, job.order)
                        .at("/reason")
                        .asText())
                .isEqualTo("Din bunăvoință");
        job.billingCase()
                .then()
                .body("state", equalTo("NOTHING_TO_BILL"))
                .body("partsLeftOut", equalTo(true))
                .body("usages.state", contains("LEFT_OUT"));
        get(Person.SORIN, "/v1/history?correlationId=" + job.ticket)
                .then()
                .body("items.findAll { it.action == 'VOID' }.reason", hasItem("Din bunăvoință"));
    }

    @Test
    void aDraftIsVoidedAsAWholeTooAndNothingOfItIsBilled() {
        get(Person.ANA, job.invoice()).then().body("allowedCommands", hasItem("void"));
        does("void").statusCode(200).body("lines.allowedCommands", contains(empty(), empty()));

        job.billingCase().then().body("usages.state", contains("LEFT_OUT"));
        get(Person.ANA, "/v1/invoices?state=VOIDED&orderId=" + job.order)
                .then()
                .body("items.id", contains(job.invoices().toArray()));
        does("void").statusCode(409).body("code", equalTo("illegal-transition"));
        does("issue").statusCode(409).body("code", equalTo("illegal-transition"));
        job.close(2);
        eventually(() -> get(Person.SORIN, "/v1/history?correlationId=" + job.ticket)
                .then()
                .body("items.action", hasItem("CLOSED_AGAIN")));
        assertThat(job.invoices()).hasSize(1);
    }

    @Test
    void whatIsVoidedFollowsNothingAnyMore() {
        does("void").statusCode(200);

        job.ticketSays(3, "RO12345674");
        PriceList.price(part, "90.00", "2026-03-01");
        job.isHeardOf(database, 3);
        does("reprice").statusCode(409);

        get(Person.ANA, job.invoice())
                .then()
                .body("totals.net.amount", equalTo("380.00"))
                .body("pricesCorrected", equalTo(false));
    }

    @Test
    void whatIsIssuedIsNotVoidedAndWhoeverVoidsSaysWhy() {
        post(Person.ANA, job.invoice() + "/void", Map.of()).then().statusCode(400);
        post(Person.ANA, "/v1/invoices/" + UUID.randomUUID() + "/void", GOODWILL)
                .then()
                .statusCode(404);
        does("issue").statusCode(200);

        does("void").statusCode(409).body("code", equalTo("illegal-transition"));
        job.billingCase().then().body("state", equalTo("INVOICED"));
    }

    private ValidatableResponse does(String command) {
        boolean saysWhy = !command.equals("issue") && !command.equals("reprice");
        String path = job.invoice() + "/" + command;
        return (saysWhy ? post(Person.ANA, path, GOODWILL) : post(Person.ANA, path)).then();
    }
}
