package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A ticket that is over follows corrections as long as there may still be an invoice. */
@QuarkusTest
@WithTestResource(RealServers.class)
class MayStillBeBilledTest {

    private static final String RIGHT = "RO18547290";

    private Supermarket supermarket;

    @BeforeEach
    void aCustomerIsKnown() {
        supermarket = Supermarket.register();
    }

    @Test
    void whatHadNothingToBillFollowsAndWhatIsInvoicedDoesNot() {
        String free = open();
        String invoiced = open();
        Work warranty = Work.of(free);
        warranty.isClosed();
        warranty.hasNothingToBill();
        Work paid = Work.of(invoiced);
        paid.isClosed();
        paid.isInvoiced();
        isOver(free, "CLOSED");
        isOver(invoiced, "CLOSED");

        correct();

        assertThat(told(free).at("/customer/taxId").asText()).isEqualTo(RIGHT);
        see(free).body("state", equalTo("CLOSED"));
        assertThat(history(invoiced)).doesNotContain("CORRECTED");
    }

    @Test
    void whatWasCalledOffFollowsIfSomebodyHadSetOutAndNotOtherwise() {
        String rejected = open();
        String cancelled = open();
        String idle = open();
        for (String ticket : List.of(rejected, cancelled, idle)) {
            String command = ticket.equals(rejected) ? "reject" : "cancel";
            post(Person.DANA, "/v1/tickets/" + ticket + "/" + command, Map.of("reason", "Called twice"))
                    .then()
                    .statusCode(200);
        }
        for (String ticket : List.of(rejected, cancelled)) {
            Work offline = Work.of(ticket);
            offline.begins();
            offline.isClosed();
            offline.hasNothingToBill();
            eventually(() -> see(ticket).body("orders[0].settledAt", notNullValue()));
            eventually(() -> assertThat(history(ticket)).contains("WORK_BEGUN"));
        }

        correct();

        for (String ticket : List.of(rejected, cancelled)) {
            List<JsonNode> told = Events.await(Topics.TICKET_CHANGED, UUID.fromString(ticket), 2);
            assertThat(told.getLast().at("/customer/taxId").asText()).isEqualTo(RIGHT);
            assertThat(told.getLast().at("/work").asText()).isEqualTo("CALLED_OFF");
            assertThat(told.getLast().at("/reason").asText()).isEqualTo("Called twice");
        }
        assertThat(history(idle)).doesNotContain("CORRECTED");
    }

    /** The two are told on topics of their own. */
    @Test
    void anInvoiceStandsWhateverIsHeardAfterItOfNothingToBill() {
        String ticket = open();
        Work work = Work.of(ticket);
        work.isClosed();
        work.isInvoiced();
        isOver(ticket, "CLOSED");
        String settledAt = see(ticket).extract().path("orders[0].settledAt");

        work.hasNothingToBill();

        eventually(() -> assertThat(history(ticket)).contains("NOTHING_TO_BILL"));
        see(ticket)
                .body("state", equalTo("CLOSED"))
                .body("orders[0].invoiceId", notNullValue())
                .body("orders[0].settledAt", equalTo(settledAt));
    }

    @Test
    void whatHadNothingToBillIsInvoicedAfterAllAndItsTicketShowsIt() {
        String ticket = open();
        Work work = Work.of(ticket);
        work.isClosed();
        work.hasNothingToBill();
        isOver(ticket, "CLOSED");

        work.isInvoiced();

        eventually(() -> see(ticket).body("orders[0].invoiceNumber", notNullValue()));
        see(ticket).body("state", equalTo("CLOSED"));
        get(Person.ADMIN, "/v1/operations/ticket-service/parked-messages?limit=200")
                .then()
                .body("items.findAll { it.topic == '" + Topics.INVOICE_ISSUED + "' }.size()", equalTo(0));
    }

    private void correct() {
        String path = "/v1/customers/" + supermarket.customerId();
        Response before = get(Person.DANA, path);
        Map<String, Object> details = new HashMap<>(before.jsonPath().getMap("$"));
        details.remove("id");
        details.put("taxId", RIGHT);
        String witness = open();
        put(Person.DANA, path, before.header("ETag"), details).then().statusCode(200);
        eventually(() -> get(Person.DANA, "/v1/history?correlationId=" + witness)
                .then()
                .body("items.action", hasItem("CORRECTED")));
    }

    private static JsonNode told(String ticket) {
        return Events.await(Topics.TICKET_CHANGED, UUID.fromString(ticket), 1).getLast();
    }

    private static void isOver(String ticket, String state) {
        eventually(() -> see(ticket).body("state", equalTo(state)));
    }

    private static ValidatableResponse see(String ticket) {
        return get(Person.DANA, "/v1/tickets/" + ticket).then().statusCode(200);
    }

    private static List<String> history(String ticket) {
        return get(Person.DANA, "/v1/history?limit=200&correlationId=" + ticket).path("items.action");
    }

    private String open() {
        return post(Person.DANA, "/v1/tickets", supermarket.leakyChiller())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
