package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Contracts;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
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
                .header("ETag", matchesPattern("\"0-[0-9a-f]+\""))
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
    void aCreditNoteIsInTheHistoryAndWhatIsSettledStaysSo() {
        String ticket = openTicket();
        UUID order = Ids.next();
        UUID invoice = Ids.next();
        UUID note = Ids.next();
        Events.publish(Topics.ORDER_CREATED, order, orderCreated(order, ticket));
        Events.publish(Topics.JOB_CLOSED, order, jobClosed(order, ticket));
        Events.publish(Topics.INVOICE_ISSUED, invoice, invoiceIssued(invoice, order, ticket));

        ObjectNode credited = (ObjectNode) Contracts.sample(Topics.CREDIT_NOTE_ISSUED, Map.of("creditNoteId", note));
        credited.putArray("ticketIds").add(ticket);
        credited.putArray("orderIds").add(order.toString());
        Events.publish(Topics.CREDIT_NOTE_ISSUED, note, credited);

        eventually(() -> get(Person.SORIN, "/v1/history?correlationId=" + ticket)
                .then()
                .body("items.action", hasItems("CREDITED", "CLOSE"))
                .body("items.reason", hasItem("CN-2026-000007")));
        get(Person.ANA, "/v1/tickets/" + ticket)
                .then()
                .body("state", equalTo("CLOSED"))
                .body("orders[0].invoiceNumber", equalTo("FS-2026-000007"));
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
        assertThat(actions).containsOnlyOnce("ORDER_CREATED");
    }

    @Test
    void aCancelledTicketTellsDispatchWhy() {
        String ticket = openTicket();

        post(Person.DANA, "/v1/tickets/" + ticket + "/cancel", Map.of("reason", "Client has repaired it himself"))
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"));

        JsonNode event = Events.awaitOne(Topics.TICKET_CHANGED, UUID.fromString(ticket));
        assertThat(event.at("/reason").asText()).isEqualTo("Client has repaired it himself");
        assertThat(event.at("/work").asText()).isEqualTo("CALLED_OFF");
        assertThat(event.at("/state").asText()).isEqualTo("CANCELLED");
        post(Person.DANA, "/v1/tickets/" + ticket + "/qualify")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("illegal-transition"));
    }

    @Test
    void aRequestIsQualifiedOrRejectedUntilSomebodySetsOutWhetherItHasAnOrderOrNot() {
        String qualified = openTicket();
        String rejected = openTicket();
        String begun = openTicket();
        for (String ticket : List.of(qualified, rejected, begun)) {
            UUID order = Ids.next();
            Events.publish(Topics.ORDER_CREATED, order, orderCreated(order, ticket));
            eventually(() -> see(ticket).body("orders.size()", equalTo(1)));
        }
        setsOut(begun);
        eventually(() -> see(begun).body("state", equalTo("IN_PROGRESS")));

        post(Person.DANA, "/v1/tickets/" + qualified + "/qualify")
                .then()
                .statusCode(200)
                .body("state", equalTo("QUALIFIED"));
        reject(rejected).statusCode(200).body("state", equalTo("REJECTED")).body("reason", equalTo("Not our machine"));
        reject(begun).statusCode(409).body("allowedCommands", not(hasItem("reject")));

        JsonNode told = Events.awaitOne(Topics.TICKET_CHANGED, UUID.fromString(rejected));
        assertThat(told.at("/work").asText()).isEqualTo("CALLED_OFF");
        assertThat(told.at("/state").asText()).isEqualTo("REJECTED");
    }

    @Test
    void whatWaitsForTheCustomerGoesOnWhereItStood() {
        String planned = openTicket();
        String begun = openTicket();
        setsOut(begun);
        eventually(() -> see(begun).body("state", equalTo("IN_PROGRESS")));

        for (String ticket : List.of(planned, begun)) {
            post(Person.DANA, "/v1/tickets/" + ticket + "/wait-for-customer", Map.of("reason", "Which chiller?"))
                    .then()
                    .statusCode(200);
            post(Person.DANA, "/v1/tickets/" + ticket + "/qualify")
                    .then()
                    .statusCode(409)
                    .body("allowedCommands", equalTo(see(ticket).extract().path("allowedCommands")));
            post(Person.DANA, "/v1/tickets/" + ticket + "/resume").then().statusCode(200);
        }

        see(planned).body("state", equalTo("NEW")).body("reason", nullValue());
        see(begun).body("state", equalTo("IN_PROGRESS"));
        assertThat(Events.await(Topics.TICKET_CHANGED, UUID.fromString(planned), 2))
                .extracting(event -> event.at("/work").asText())
                .containsExactly("ON_HOLD", "WANTED");
    }

    @Test
    void whatWasCalledOffByMistakeIsOpenedAnew() {
        String cancelled = openTicket();
        String path = "/v1/tickets/" + cancelled + "/follow-up";
        Map<String, Object> why = Map.of("reason", "Wrong ticket");
        post(Person.DANA, path, why).then().statusCode(409).body("code", equalTo("illegal-transition"));
        post(Person.DANA, "/v1/tickets/" + cancelled + "/cancel", why).then().statusCode(200);
        see(cancelled).body("allowedCommands", equalTo(List.of("follow-up")));

        String next = post(Person.DANA, path, why)
                .then()
                .statusCode(201)
                .body("state", equalTo("NEW"))
                .body("followUpOf", equalTo(cancelled))
                .body("summary", equalTo(see(cancelled).extract().path("summary")))
                .header("Location", matchesPattern(".*/v1/tickets/[0-9a-f-]{36}"))
                .extract()
                .path("id");

        assertThat(Events.awaitOne(Topics.TICKET_CREATED, UUID.fromString(next))
                        .at("/asset/manufacturer")
                        .asText())
                .isEqualTo("Frigomont");
        see(cancelled).body("state", equalTo("CANCELLED")).body("reason", equalTo("Wrong ticket"));
    }

    @Test
    void aTicketForAnotherCustomersMachineIsRefused() {
        Map<String, Object> request = supermarket.leakyChiller();
        request.put("assetId", Supermarket.register().assetId());

        post(Person.DANA, "/v1/tickets", request).then().statusCode(422).body("errors[0].pointer", equalTo("/assetId"));
    }

    private static ValidatableResponse see(String ticket) {
        return get(Person.DANA, "/v1/tickets/" + ticket).then().statusCode(200);
    }

    private static ValidatableResponse reject(String ticket) {
        return post(Person.DANA, "/v1/tickets/" + ticket + "/reject", Map.of("reason", "Not our machine"))
                .then();
    }

    private static void setsOut(String ticket) {
        UUID order = Ids.next();
        Events.publish(
                Topics.VISIT_PROGRESSED,
                order,
                Contracts.sample(
                        Topics.VISIT_PROGRESSED, Map.of("orderId", order, "ticketId", ticket, "state", "TRAVELLING")));
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
