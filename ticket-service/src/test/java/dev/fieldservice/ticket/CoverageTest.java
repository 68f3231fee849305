package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is covered of a job is decided by what was agreed when it was asked for, whatever is heard in which order. */
@QuarkusTest
@WithTestResource(RealServers.class)
class CoverageTest {

    private Supermarket supermarket;

    @BeforeEach
    void aCustomerIsKnown() {
        supermarket = Supermarket.register();
    }

    private String oneVisitAndHalfOfParts() {
        return Agreed.active(Agreed.contract(
                supermarket,
                Map.of(
                        "covered",
                        List.of(Agreed.HALF_OF_PARTS),
                        "allowances",
                        List.of(Agreed.allowance("VISIT", 1, 1)))));
    }

    @Test
    void theFirstRequestHasTheOnlyVisitWhicheverJobIsClosedFirst() {
        String contract = oneVisitAndHalfOfParts();
        String first = open();
        String second = open();
        assertThat(ledger(contract)).containsExactly("PROVISIONAL -1.000 " + first);
        Work late = Work.of(first);
        Work early = Work.of(second);

        early.isClosed();
        JsonNode without = Events.awaitOne(Topics.COVERAGE_DECIDED, early.order());
        late.isClosed();
        JsonNode with = Events.awaitOne(Topics.COVERAGE_DECIDED, late.order());

        assertThat(lines(without))
                .containsExactly(
                        "PART 50 CONTRACT",
                        "PART 50 CONTRACT",
                        "TRAVEL 0 NONE",
                        "LABOUR 0 NONE",
                        "CALL_OUT 0 NONE",
                        "FIXED_PRICE 0 NONE");
        assertThat(lines(with))
                .containsExactly(
                        "PART 50 CONTRACT",
                        "PART 50 CONTRACT",
                        "TRAVEL 100 ALLOWANCE",
                        "LABOUR 100 ALLOWANCE",
                        "CALL_OUT 100 ALLOWANCE",
                        "FIXED_PRICE 0 NONE");
        assertThat(with.path("lines").get(0).path("clause").asText()).isEqualTo("Art. 5.1: piese la jumătate");
        assertThat(ledger(contract))
                .containsExactly("PROVISIONAL -1.000 " + first, "REVERSAL 1.000 " + first, "DEBIT -1.000 " + first);
        get(Person.ANA, "/v1/coverage-decisions/" + late.order())
                .then()
                .statusCode(200)
                .body("lines.percent", contains("50", "50", "100", "100", "100", "0"));
        get(Person.ANA, "/v1/coverage-decisions?contractId=" + id(contract))
                .then()
                .body("items.ticketId", containsInAnyOrder(first, second));
    }

    @Test
    void theSameReportTwiceIsDecidedOnceAndANewerOneAnew() {
        String contract = oneVisitAndHalfOfParts();
        Work work = Work.of(open());
        work.isClosed();
        var _ = Events.awaitOne(Topics.COVERAGE_DECIDED, work.order());

        work.isClosed();
        work.isClosedAgainWithoutWork(2);

        List<JsonNode> decided = Events.await(Topics.COVERAGE_DECIDED, work.order(), 2);
        assertThat(decided)
                .extracting(event -> event.path("closureNumber").asInt())
                .containsExactly(1, 2);
        assertThat(lines(decided.getLast())).containsExactly("FIXED_PRICE 0 NONE");
        eventually(() -> assertThat(sum(contract)).isZero());
    }

    @Test
    void whatARequestGaveBackAndAnotherTookIsNotUsedTwice() {
        String contract = oneVisitAndHalfOfParts();
        Work work = Work.of(open());
        work.isClosed();
        var _ = Events.awaitOne(Topics.COVERAGE_DECIDED, work.order());
        work.isClosedAgainWithoutWork(2);
        eventually(() -> assertThat(sum(contract)).isZero());
        String second = open();
        assertThat(ledger(contract)).last().isEqualTo("PROVISIONAL -1.000 " + second);

        work.isClosedAgain(3);

        List<JsonNode> decided = Events.await(Topics.COVERAGE_DECIDED, work.order(), 3);
        assertThat(lines(decided.getLast())).contains("LABOUR 0 NONE", "TRAVEL 0 NONE");
        assertThat(sum(contract)).isEqualTo(-1);
    }

    @Test
    void whatWasKeptForARequestThatIsCalledOffIsLeftForTheNext() {
        String contract = oneVisitAndHalfOfParts();
        String first = open();

        post(Person.DANA, "/v1/tickets/" + first + "/cancel", Map.of("reason", "A sunat de două ori"))
                .then()
                .statusCode(200);

        String second = open();
        assertThat(ledger(contract))
                .containsExactly(
                        "PROVISIONAL -1.000 " + first, "REVERSAL 1.000 " + first, "PROVISIONAL -1.000 " + second);
    }

    @Test
    void aRequestThatTurnsOutToBeAboutAnotherMachineIsUnderWhatIsAgreedOfThat() {
        Map<String, Object> ofMachine =
                Agreed.contract(supermarket, Map.of("allowances", List.of(Agreed.allowance("VISIT", 1, 1))));
        ofMachine.put("assetIds", List.of(supermarket.assetId()));
        String contract = Agreed.active(ofMachine);
        String ticket = open();
        Response before = get(Person.DANA, "/v1/tickets/" + ticket);
        before.then().body("contractId", equalTo(id(contract)));
        Map<String, Object> details = new HashMap<>(supermarket.leakyChiller());
        details.remove("assetId");
        details.remove("channel");
        details.remove("customerId");

        put(Person.DANA, "/v1/tickets/" + ticket, before.header("ETag"), details)
                .then()
                .statusCode(200)
                .body("contractId", equalTo(null));

        assertThat(sum(contract)).isZero();
        JsonNode told = Events.awaitOne(Topics.TICKET_CHANGED, UUID.fromString(ticket));
        assertThat(told.has("coverage")).isFalse();
    }

    @Test
    void aRequestOfWhichAJobIsClosedStaysUnderWhatItIs() {
        Map<String, Object> ofMachine =
                Agreed.contract(supermarket, Map.of("allowances", List.of(Agreed.allowance("VISIT", 1, 1))));
        ofMachine.put("assetIds", List.of(supermarket.assetId()));
        String contract = Agreed.active(ofMachine);
        String ticket = open();
        Work next = Work.of(ticket);
        next.isOrdered();
        eventually(() -> get(Person.DANA, "/v1/tickets/" + ticket)
                .then()
                .body("orders.orderId", contains(next.order().toString())));
        Work done = Work.of(ticket);
        done.isClosed();
        var _ = Events.awaitOne(Topics.COVERAGE_DECIDED, done.order());
        Map<String, Object> details = new HashMap<>(supermarket.leakyChiller());
        details.keySet().removeAll(List.of("assetId", "channel", "customerId"));

        put(
                        Person.DANA,
                        "/v1/tickets/" + ticket,
                        get(Person.DANA, "/v1/tickets/" + ticket).header("ETag"),
                        details)
                .then()
                .statusCode(200)
                .body("assetId", equalTo(null))
                .body("contractId", equalTo(id(contract)));

        assertThat(ledger(contract))
                .containsExactly("PROVISIONAL -1.000 " + ticket, "REVERSAL 1.000 " + ticket, "DEBIT -1.000 " + ticket);
    }

    @Test
    void theOthersAreToldUnderWhatARequestIs() {
        String contract = oneVisitAndHalfOfParts();

        JsonNode told = Events.awaitOne(Topics.TICKET_CREATED, UUID.fromString(open()));

        assertThat(told.at("/coverage/contractId").asText()).isEqualTo(id(contract));
        assertThat(told.at("/coverage/contractName").asText()).isEqualTo("Mentenanță frig comercial");
    }

    @Test
    void nothingIsDecidedWhereNothingWasAgreed() {
        String ticket = open();
        Work work = Work.of(ticket);

        work.isClosed();

        eventually(() -> get(Person.DANA, "/v1/tickets/" + ticket).then().body("state", equalTo("RESOLVED")));
        get(Person.ANA, "/v1/coverage-decisions/" + work.order()).then().statusCode(404);
    }

    private String open() {
        return post(Person.DANA, "/v1/tickets", supermarket.leakyChiller())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static List<String> lines(JsonNode decided) {
        List<String> lines = new ArrayList<>();
        decided.path("lines")
                .forEach(line -> lines.add("%s %s %s"
                        .formatted(
                                line.path("kind").asText(),
                                line.path("percent").asText(),
                                line.path("basis").asText())));
        return lines;
    }

    private static List<String> ledger(String contract) {
        List<Map<String, Object>> entries =
                get(Person.ANA, contract + "/allowance-entries").path("items");
        return entries.stream()
                .map(entry -> entry.get("kind") + " " + entry.get("amount") + " " + entry.get("ticketId"))
                .toList();
    }

    private static double sum(String contract) {
        List<String> amounts = get(Person.ANA, contract + "/allowance-entries").path("items.amount");
        return amounts.stream().mapToDouble(Double::parseDouble).sum();
    }

    private static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
