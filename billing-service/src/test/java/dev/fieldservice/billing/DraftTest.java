package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A draft is a draft: lines are added and split, it is taken apart, moved to another buyer, and somebody sees to it. */
@QuarkusTest
@WithTestResource(RealServers.class)
class DraftTest {

    private static final Map<String, Object> FEE = Map.of(
            "kind", "OTHER",
            "description", "Taxă de urgență",
            "quantity", "1",
            "unit", "C62",
            "unitPrice", PriceList.lei("150.00"),
            "reason", "Chemat noaptea");

    private Job job;
    private UUID part;

    @BeforeEach
    void threeFiltersAndAnHourAreDrafted() {
        PriceList.isSet();
        part = PriceList.part("33.335");
        job = Job.ofMarch().works("LABOUR", 60);
        job.tell(job.uses(part, "3", "EA"));
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));
    }

    @Test
    void aFeeIsAddedAndBilledAndSaysWhoAddedIt() {
        does("lines", FEE)
                .statusCode(200)
                .body("lines", hasSize(3))
                .body("lines[2].kind", equalTo("OTHER"))
                .body("lines[2].sourceId", nullValue())
                .body("lines[2].priceGiven", equalTo(true))
                .body("lines[2].taxPercent", equalTo("21.00"))
                .body("lines[2].changes.kind", contains("ADDED"))
                .body("lines[2].changes.name", contains("Ana Stan"))
                .body("lines[2].changes.reason", contains("Chemat noaptea"))
                .body("totals.net.amount", equalTo("430.01"));
        does("reprice").statusCode(200).body("totals.net.amount", equalTo("430.01"));
        does("issue").statusCode(200).body("totals.gross.amount", equalTo("520.31"));
        does("lines", FEE).statusCode(409).body("code", equalTo("illegal-transition"));
    }

    @Test
    void anAddedLineMayBeWorkOfAnotherDayAndSaysHowItIsTaxed() {
        Map<String, Object> line = with(
                FEE,
                Map.of(
                        "kind", "LABOUR",
                        "unit", "MIN",
                        "quantity", "20",
                        "performedOn", "2026-01-15",
                        "taxCategory", "E",
                        "exemptionReason", "Scutit, art. 292"));
        does("lines", line)
                .statusCode(200)
                .body("lines[2].net.amount", equalTo("50.00"))
                .body("lines[2].priceBaseQuantity", equalTo("60.000"))
                .body("lines[2].performedOn", equalTo("2026-01-15"))
                .body("lines[2].taxCategory", equalTo("E"));
        refused("/quantity", "whole-pieces", with(FEE, Map.of("quantity", "0.5")));
        refused("/unitPrice/currency", "other-currency", with(FEE, Map.of("unitPrice", euros())));
        refused("/exemptionReason", "missing", with(FEE, Map.of("taxCategory", "E")));
        does("lines", with(FEE, Map.of("unit", "PIECE"))).statusCode(400);
        does("lines", with(FEE, Map.of("quantity", "0"))).statusCode(400);
    }

    @Test
    void aLineIsSplitAndEachPartIsPricedForItself() {
        String line = id(0);
        does("lines/" + line + "/split", Map.of("quantity", "1", "reason", "Una pentru vecini"))
                .statusCode(200)
                .body("lines.quantity", contains("2.000", "60.000", "1.000"))
                .body("lines.net.amount", contains("66.67", "180.00", "33.34"))
                .body("lines[0].changes.kind", contains("SPLIT"))
                .body("lines[0].changes.quantity", contains("3.000"));
        refusedSplit(line, "2", "nothing-left");
        refusedSplit(line, "0.5", "whole-pieces");
        does("lines/" + line + "/split", Map.of("quantity", "1", "reason", "Și încă una"))
                .statusCode(200)
                .body("lines.quantity", contains("1.000", "60.000", "1.000", "1.000"));
        does("issue").statusCode(200);
        does("lines/" + line + "/split", Map.of("quantity", "1", "reason", "Prea târziu"))
                .statusCode(409);
    }

    @Test
    void someLinesGoToADraftOfTheirOwnAndItToAnotherBuyer() {
        UUID neighbour = heardOf("Vecinul SRL", "RO18547290");
        String split = does("split", Map.of("lineIds", List.of(id(0)), "reason", "Filtrele plătește vecinul"))
                .statusCode(201)
                .body("cause", equalTo("SPLIT"))
                .body("preceding.id", equalTo(job.invoices().getFirst()))
                .body("lines.position", contains(1))
                .body("lines[0].changes.kind", contains("MOVED"))
                .body("totals.net.amount", equalTo("100.01"))
                .extract()
                .header("Location");
        get(Person.ANA, job.invoice())
                .then()
                .body("lines.position", contains(1))
                .body("lines.kind", contains("LABOUR"))
                .body("totals.net.amount", equalTo("180.00"));
        job.billingCase().then().body("partsLeftOut", equalTo(false)).body("usages.state", contains("RECORDED"));

        eventually(() -> post(
                        Person.ANA, split + "/move", Map.of("customerId", neighbour, "reason", "Filtrele sunt ale lui"))
                .then()
                .statusCode(200)
                .body("buyer.name", equalTo("Vecinul SRL"))
                .body("buyerGiven", equalTo(true)));
        job.ticketSays(5, "RO12345674");
        heardOf(neighbour, "Vecinul Nou SRL", "RO18547290", "2026-03-05T10:00:00Z");
        eventually(() -> get(Person.ANA, split).then().body("buyer.name", equalTo("Vecinul Nou SRL")));
        eventually(
                () -> get(Person.ANA, job.invoice()).then().body("buyer.name", equalTo("Supermarket Cotroceni SRL")));

        post(Person.ANA, split + "/issue").then().statusCode(200).body("buyer.taxId", equalTo("RO18547290"));
        does("issue").statusCode(200).body("totals.gross.amount", equalTo("217.80"));
        get(Person.SORIN, "/v1/history?correlationId=" + job.ticket)
                .then()
                .body("items.action", hasItems("SPLIT", "MOVE"))
                .body("items.reason", hasItem("Vecinul SRL: Filtrele sunt ale lui"));
    }

    @Test
    void whatCannotBeSplitOrMovedIsRefused() {
        does("split", Map.of("lineIds", List.of(id(0), id(1)), "reason", "Toate"))
                .statusCode(422)
                .body("errors.code", contains("nothing-left"));
        does("split", Map.of("lineIds", List.of(UUID.randomUUID()), "reason", "Care?"))
                .statusCode(422)
                .body("errors.pointer", contains("/lineIds/0"));
        does("move", Map.of("customerId", UUID.randomUUID(), "reason", "Cine?"))
                .statusCode(422)
                .body("errors.code", contains("unknown-reference"));
        does("split", Map.of("lineIds", List.of(), "reason", "Nimic")).statusCode(400);
        post(Person.SORIN, job.invoice() + "/lines", FEE).then().statusCode(403);
    }

    @Test
    void somebodySeesToADraftAndWhatIsSplitOff() {
        Map<String, Object> ana = Map.of("ownerId", Person.ANA.id(), "ownerName", "Ana Stan");
        does("assign-owner", ana).statusCode(200).body("owner.name", equalTo("Ana Stan"));
        does("split", Map.of("lineIds", List.of(id(0)), "reason", "Separat"))
                .statusCode(201)
                .body("owner.id", equalTo(Person.ANA.id().toString()));
        does("assign-owner", Map.of("ownerName", "Nimeni")).statusCode(400);
        does("issue").statusCode(200);
        does("assign-owner", ana).statusCode(409);
    }

    @Test
    void whatADraftSaysToItsBuyerIsWrittenUntilItIsIssued() {
        does("note", Map.of("text", "Vă mulțumim.")).statusCode(200).body("noteForBuyer", equalTo("Vă mulțumim."));
        does("note", Map.of()).statusCode(200).body("noteForBuyer", nullValue());
        does("note", Map.of("text", "a".repeat(301))).statusCode(400);
        does("note", Map.of("text", "Plătiți în 15 zile.")).statusCode(200);
        does("issue").statusCode(200);
        does("note", Map.of("text", "Prea târziu.")).statusCode(409);
    }

    private static UUID heardOf(String name, String taxId) {
        UUID customer = UUID.randomUUID();
        heardOf(customer, name, taxId, "2026-03-02T10:00:00Z");
        return customer;
    }

    /** A ticket of another customer. */
    private static void heardOf(UUID customer, String name, String taxId, String at) {
        Job.ofMarch()
                .ticketSays(
                        2,
                        ticket -> ((ObjectNode) ticket.put("changedAt", at).get("customer"))
                                .put("id", customer.toString())
                                .put("name", name)
                                .put("taxId", taxId));
    }

    private static Map<String, Object> with(Map<String, Object> some, Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }

    private static Map<String, Object> euros() {
        return Map.of("amount", "1", "currency", "EUR");
    }

    private void refused(String pointer, String code, Map<String, Object> line) {
        does("lines", line)
                .statusCode(422)
                .body("errors.pointer", contains(pointer))
                .body("errors.code", contains(code));
    }

    private void refusedSplit(String line, String quantity, String code) {
        does("lines/" + line + "/split", Map.of("quantity", quantity, "reason", "Nu"))
                .statusCode(422)
                .body("errors.code", contains(code));
    }

    private String id(int line) {
        return get(Person.ANA, job.invoice()).path("lines[%d].id".formatted(line));
    }

    private ValidatableResponse does(String command, Map<String, Object> body) {
        return post(Person.ANA, job.invoice() + "/" + command, body).then();
    }

    private ValidatableResponse does(String command) {
        return post(Person.ANA, job.invoice() + "/" + command).then();
    }
}
