package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Contracts;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.testing.Seeds;
import dev.fieldservice.platform.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A job under a contract: a part for 10.00 of which the contract pays a half, an hour of labour at 180.00 of which it pays all, and
 * half an hour of travel at 90.00 of which it pays nothing. 2 parts and the travel are left: 10.00 + 0.00 + 45.00 = 55.00.
 */
@QuarkusTest
@WithTestResource(RealServers.class)
class CoverageTest {

    private final UUID contract = UUID.randomUUID();
    private UUID part;
    private Job job;
    private Job.Used used;

    @BeforeEach
    void aJobUnderAContract() {
        PriceList.isSet();
        part = PriceList.part("10");
        start();
    }

    private void start() {
        job = new Job("2032-03-02T12:20:00Z").works("LABOUR", 60).works("TRAVEL", 30);
        used = job.uses(part, "2", "EA");
    }

    @Test
    void theDraftWaitsForTheDecisionAndCannotBeIssuedBefore() {
        asked(job);
        job.tell(used);
        job.close();
        eventually(
                () -> draft(job).body("coverageAwaited", equalTo(true)).body("totals.net.amount", equalTo("245.00")));
        get(Person.ANA, "/v1/billing-backlog?limit=200&ticketId=" + job.ticket)
                .then()
                .body("items.kind", contains("COVERAGE_UNDECIDED"))
                .body("items.ageDays", contains(0));
        post(Person.ANA, job.invoice() + "/issue").then().statusCode(409).body("code", equalTo("coverage-undecided"));

        decided(job, 1);

        eventually(() -> draft(job)
                .body("coverageAwaited", equalTo(false))
                .body("lines.kind", contains("PART", "LABOUR", "TRAVEL"))
                .body("lines.unitPrice.amount", contains("5.00", "0.00", "90.00"))
                .body("lines.net.amount", contains("10.00", "0.00", "45.00"))
                .body("totals.net.amount", equalTo("55.00"))
                .body("lines[1].provenance.price.rules[0].basis", equalTo("CONTRACT"))
                .body("lines[1].provenance.price.rules[0].clause", equalTo("Art. 5.2"))
                .body(
                        "lines[1].provenance.words",
                        hasItem("Covered as agreed on 2032-03-01, 100 % by the contract C-2032-000007: Art. 5.2")));
        get(Person.ANA, "/v1/billing-backlog?limit=200&ticketId=" + job.ticket)
                .then()
                .body("items.kind", contains("DRAFTED_NOT_ISSUED"));
        post(Person.ANA, job.invoice() + "/issue").then().statusCode(200);
        eventually(() -> given().auth()
                .oauth2(Tokens.of(Person.ANA))
                .get(job.invoice() + "/xml")
                .then()
                .statusCode(200)
                .body(containsString("<cbc:Note>Acoperit 100 % prin contract, Art. 5.2</cbc:Note>")));
    }

    /** Of each job one invoice, and always the same. */
    @Test
    void inWhateverOrderTheEventsComeTheInvoiceIsTheSame() {
        long seed = Seeds.one(55);
        Random random = new Random(seed);
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            start();
            Job one = job;
            Job.Used its = used;
            List<Runnable> events = new ArrayList<>(List.of(
                    () -> asked(one),
                    () -> one.tell(its),
                    one::close,
                    () -> decided(one, 1),
                    () -> one.ticketSays(2, this::under)));
            Collections.shuffle(events, random);
            events.forEach(Runnable::run);
            jobs.add(one);
        }

        for (Job one : jobs) {
            eventually(() -> assertThat(one.invoices()).as("seed %d", seed).hasSize(1));
            eventually(() -> draft(one)
                    .body("coverageAwaited", equalTo(false))
                    .body("lines.net.amount", contains("10.00", "0.00", "45.00"))
                    .body("totals.net.amount", equalTo("55.00")));
            eventually(() -> post(Person.ANA, one.invoice() + "/issue").then().statusCode(200));
        }
    }

    @Test
    void aJobThatIsClosedAgainWaitsAgainAndAnOlderDecisionCountsNoMore() {
        asked(job);
        job.tell(used);
        job.close();
        decided(job, 1);
        eventually(() -> draft(job).body("totals.net.amount", equalTo("55.00")));
        var _ = job.works("LABOUR", "Tudor Ionescu", "2032-03-02T13:00:00Z", "2032-03-02T14:00:00Z");

        job.close(2);

        eventually(
                () -> draft(job).body("coverageAwaited", equalTo(true)).body("totals.net.amount", equalTo("235.00")));
        decided(job, 1);
        decided(job, 2);
        eventually(
                () -> draft(job).body("coverageAwaited", equalTo(false)).body("totals.net.amount", equalTo("55.00")));
    }

    @Test
    void nothingWaitsWhereNothingWasAgreed() {
        job.tell(used);
        job.close();

        eventually(
                () -> draft(job).body("coverageAwaited", equalTo(false)).body("totals.net.amount", equalTo("245.00")));
    }

    @Test
    void whatIsIssuedStaysAndIsMarkedIfADecisionComesAfterIt() {
        job.tell(used);
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));
        post(Person.ANA, job.invoice() + "/issue").then().statusCode(200);

        decided(job, 1);

        eventually(() -> draft(job).body("pricesCorrected", equalTo(true)));
        draft(job).body("totals.net.amount", equalTo("245.00"));
    }

    /** Half an hour at 90.00 and 18.5 km at 2.35: 45.00 + 43.48. A half is covered: 22.50, and 18.5 km at 1.175, which is 21.74. */
    @Test
    void whatSomebodyDroveIsCoveredAsTheJourneyIs() {
        Buyer buyer = new Buyer();
        var _ = buyer.rule("Deplasare", Map.of("visit", Map.of("pricePerKilometre", PriceList.lei("2.35"))));
        job = new Job("2032-03-02T12:20:00Z").works("TRAVEL", 30).of(buyer.id(), "RO12345674");
        job.drove("18.5");
        job.close();
        eventually(() -> draft(job)
                .body("lines.kind", contains("TRAVEL", "KILOMETRES"))
                .body("totals.net.amount", equalTo("88.48")));

        ObjectNode event = decision(job, 1);
        covered(event.putArray("lines").addObject(), "TRAVEL", job.entry(0), "50", "Art. 5.3");
        Events.publish(Topics.COVERAGE_DECIDED, job.order, event);

        eventually(() -> draft(job)
                .body("lines.unitPrice.amount", contains("45.00", "1.175"))
                .body("lines.net.amount", contains("22.50", "21.74"))
                .body("lines[1].provenance.price.rules[0].clause", equalTo("Art. 5.3"))
                .body("totals.net.amount", equalTo("44.24")));
    }

    /**
     * 2 parts at 8.00, an hour at 210.00 for this type of work (150.00 for any other), half an hour of travel at 90.00 with 10 % off:
     * 16.00 + 210.00 + 40.50 = 266.50.
     */
    @Test
    void thePricesOfTheContractGoBeforeEverybodysOnceItIsDecidedOfWhichTheJobIs() {
        PriceList.set("/v1/part-prices", ofContract(Map.of("partId", part, "unitPrice", PriceList.lei("8.00"))));
        PriceList.set("/v1/labour-rates", ofContract(Map.of("kind", "LABOUR", "hourlyRate", PriceList.lei("150.00"))));
        PriceList.set(
                "/v1/labour-rates",
                ofContract(Map.of(
                        "kind",
                        "LABOUR",
                        "hourlyRate",
                        PriceList.lei("210.00"),
                        "workTypeId",
                        "019bb138-1000-7c11-8f42-6d1c0a5e7b21",
                        "validFrom",
                        "2031-01-01")));
        PriceList.set(
                "/v1/price-rules",
                ofContract(Map.of(
                        "name",
                        "Deplasări",
                        "discount",
                        Map.of("percent", "10"),
                        "kinds",
                        List.of("TRAVEL"),
                        "reason",
                        "Cum s-a convenit")));
        asked(job);
        job.tell(used);
        job.close();
        eventually(
                () -> draft(job).body("coverageAwaited", equalTo(true)).body("totals.net.amount", equalTo("245.00")));

        nothingIsCovered(job);

        eventually(() -> draft(job)
                .body("coverageAwaited", equalTo(false))
                .body("lines.unitPrice.amount", contains("8.00", "210.00", "81.00"))
                .body("lines.provenance.price.scope", contains("CONTRACT", "CONTRACT", "GENERAL"))
                .body("totals.net.amount", equalTo("266.50")));
        get(Person.ANA, "/v1/part-prices?contractId=" + contract)
                .then()
                .body("items.unitPrice.amount", contains("8.00"))
                .body("items.contractId", contains(contract.toString()));
    }

    private Map<String, Object> ofContract(Map<String, Object> details) {
        Map<String, Object> all = new HashMap<>(details);
        all.put("contractId", contract);
        all.putIfAbsent("validFrom", "2032-01-01");
        return all;
    }

    private void nothingIsCovered(Job one) {
        ObjectNode event = decision(one, 1);
        event.putArray("lines")
                .addObject()
                .put("kind", "TRAVEL")
                .put("sourceId", one.entry(1))
                .put("percent", "0")
                .put("basis", "NONE")
                .put("reason", "Nothing that was agreed covers it");
        Events.publish(Topics.COVERAGE_DECIDED, one.order, event);
    }

    @Test
    void aPriceIsOfACustomerOrOfAContract() {
        Map<String, Object> price = ofContract(Map.of("partId", part, "unitPrice", PriceList.lei("8.00")));
        price.put("customerId", UUID.randomUUID());

        post(Person.ANA, "/v1/part-prices", price)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/customerId"));
    }

    @Test
    void marginsAddUpByContract() {
        job = new Job("2033-03-02T12:20:00Z").works("LABOUR", 60).works("TRAVEL", 30);
        used = job.uses(part, "2", "EA");
        job.tell(used);
        job.close();
        decided(job, 1);
        asked(job);
        eventually(() -> draft(job).body("totals.net.amount", equalTo("55.00")));
        post(Person.ANA, job.invoice() + "/issue").then().statusCode(200);

        get(Person.ANA, "/v1/margins?by=CONTRACT&from=2033-03-02&to=2033-03-02")
                .then()
                .statusCode(200)
                .body("items.key", hasItems(contract.toString()))
                .body("items[0].name", equalTo("Mentenanță frig comercial"))
                .body("items[0].jobs", equalTo(1))
                .body("items[0].revenue.amount", equalTo("55.00"));
    }

    private ValidatableResponse draft(Job one) {
        assertThat(one.invoices()).hasSize(1);
        return get(Person.ANA, one.invoice()).then().statusCode(200);
    }

    private void asked(Job one) {
        ObjectNode event = (ObjectNode) Contracts.sample(Topics.TICKET_CREATED, Map.of("ticketId", one.ticket));
        under(event);
        Events.publish(Topics.TICKET_CREATED, one.ticket, event);
    }

    private void under(ObjectNode ticket) {
        ticket.putObject("coverage")
                .put("contractId", contract.toString())
                .put("contractNumber", "C-2032-000007")
                .put("contractName", "Mentenanță frig comercial");
    }

    /** All labour is covered; of travel nothing is. */
    private void decided(Job one, int closureNumber) {
        ObjectNode event = decision(one, closureNumber);
        ArrayNode lines = event.putArray("lines");
        one.usageIds().forEach(id -> covered(lines.addObject(), "PART", id, "50", "Art. 5.1"));
        one.labourIds().forEach(id -> covered(lines.addObject(), "LABOUR", id, "100", "Art. 5.2"));
        lines.addObject()
                .put("kind", "TRAVEL")
                .put("sourceId", one.entry(1))
                .put("percent", "0")
                .put("basis", "NONE")
                .put("reason", "Nothing that was agreed covers it");
        Events.publish(Topics.COVERAGE_DECIDED, one.order, event);
    }

    private ObjectNode decision(Job one, int closureNumber) {
        return (ObjectNode) Contracts.sample(
                Topics.COVERAGE_DECIDED,
                Map.of(
                        "orderId",
                        one.order,
                        "ticketId",
                        one.ticket,
                        "contractId",
                        contract,
                        "closureNumber",
                        closureNumber,
                        "askedOn",
                        "2032-03-01"));
    }

    private void covered(ObjectNode line, String kind, String id, String percent, String clause) {
        line.put("kind", kind)
                .put("sourceId", id)
                .put("percent", percent)
                .put("basis", "CONTRACT")
                .put("agreementId", contract.toString())
                .put("clause", clause)
                .put("reason", percent + " % by the contract C-2032-000007");
    }
}
