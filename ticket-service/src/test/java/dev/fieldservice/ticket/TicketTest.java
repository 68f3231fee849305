package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Contracts;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class TicketTest {

    private Supermarket supermarket;

    @BeforeEach
    void aCustomerIsKnown() {
        supermarket = Supermarket.register();
    }

    @Test
    void aCallBecomesATicketAndTellsDispatchEverythingItNeeds() {
        String id = openTicket();

        get(Person.DANA, "/v1/tickets/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("state", equalTo("NEW"))
                .body("number", matchesPattern("T-\\d{4}-\\d{6}"))
                .body("allowedCommands", hasItems("qualify", "cancel"));
        JsonNode event = Events.awaitOne(Topics.TICKET_CREATED, UUID.fromString(id));
        assertThat(event.at("/contact/name").asText()).isEqualTo("Maria Ionescu");
        assertThat(event.at("/location/position/latitude").asDouble()).isEqualTo(44.4269);
        assertThat(event.at("/asset/manufacturer").asText()).isEqualTo("Frigomont");
        assertThat(event.at("/instructions").asText()).contains("rampa");
    }

    @Test
    void aTicketGoesItsWayByEventsInWhateverOrderTheyCome() {
        String ticket = openTicket();
        UUID order = Ids.next();
        UUID invoice = Ids.next();

        Events.publish(Topics.INVOICE_ISSUED, invoice, invoiceIssued(invoice, order, ticket));
        Events.publish(Topics.JOB_CLOSED, order, jobClosed(order, ticket));
        Events.publish(Topics.ORDER_CREATED, order, orderCreated(order, ticket));

        eventually(() -> get(Person.ANA, "/v1/tickets/" + ticket)
                .then()
                .statusCode(200)
                .body("state", equalTo("CLOSED"))
                .body("orders.size()", equalTo(1))
                .body("orders[0].invoiceNumber", equalTo("FS-2026-000007"))
                .body("orders[0].number", equalTo("SO-2026-000001")));
        get(Person.SORIN, "/v1/history?correlationId=" + ticket)
                .then()
                .statusCode(200)
                .body("items.action", hasItems("CREATE", "RESOLVE", "CLOSE", "INVOICED"))
                .body("items.service", hasItem("ticket-service"));
    }

    @Test
    void anEventThatComesTwiceIsToldOnce() {
        String ticket = openTicket();
        UUID order = Ids.next();
        UUID eventId = UUID.randomUUID();

        Events.publish(Topics.ORDER_CREATED, order, eventId, orderCreated(order, ticket));
        Events.publish(Topics.ORDER_CREATED, order, eventId, orderCreated(order, ticket));
        Events.publish(Topics.NOTHING_TO_BILL, order, nothingToBill(order, ticket));

        eventually(() -> get(Person.DANA, "/v1/history?correlationId=" + ticket)
                .then()
                .body("items.action", hasItem("NOTHING_TO_BILL")));
        List<String> actions =
                get(Person.DANA, "/v1/history?correlationId=" + ticket).path("items.action");
        assertThat(actions).containsOnlyOnce("START_WORK");
    }

    @Test
    void aCancelledTicketTellsDispatchWhy() {
        String ticket = openTicket();

        post(Person.DANA, "/v1/tickets/" + ticket + "/cancel", Map.of("reason", "Client has repaired it himself"))
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"));

        JsonNode event = Events.awaitOne(Topics.TICKET_CANCELLED, UUID.fromString(ticket));
        assertThat(event.at("/reason").asText()).isEqualTo("Client has repaired it himself");
        post(Person.DANA, "/v1/tickets/" + ticket + "/qualify")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("illegal-transition"));
    }

    @Test
    void aTicketForAnotherCustomersMachineIsRefused() {
        Map<String, Object> request = supermarket.leakyChiller();
        request.put("assetId", Supermarket.register().assetId());

        post(Person.DANA, "/v1/tickets", request).then().statusCode(422).body("errors[0].pointer", equalTo("/assetId"));
    }

    private String openTicket() {
        return post(Person.DANA, "/v1/tickets", supermarket.leakyChiller())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, Object> orderCreated(UUID order, String ticket) {
        return Map.of(
                "orderId", order, "number", "SO-2026-000001", "ticketId", ticket, "createdAt", "2026-03-02T07:12:01Z");
    }

    private static Object jobClosed(UUID order, String ticket) {
        return Contracts.sample(Topics.JOB_CLOSED, Map.of("orderId", order, "ticketId", ticket));
    }

    private static Map<String, Object> nothingToBill(UUID order, String ticket) {
        return Map.of("orderId", order, "ticketId", ticket, "reason", "Warranty", "recordedAt", "2026-03-02T12:00:00Z");
    }

    private static Map<String, Object> invoiceIssued(UUID invoice, UUID order, String ticket) {
        return Map.of(
                "invoiceId",
                invoice,
                "number",
                "FS-2026-000007",
                "orderIds",
                List.of(order),
                "ticketIds",
                List.of(ticket),
                "total",
                Map.of("amount", "1210.00", "currency", "RON"),
                "issuedAt",
                "2026-03-02T12:00:00Z");
    }
}
