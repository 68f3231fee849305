package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What has been ordered for a place and has not come stands beside what is there. */
@QuarkusTest
@WithTestResource(RealServers.class)
class OnOrderTest {

    private Buying buying;

    @BeforeEach
    void somebodySells() {
        buying = Buying.inLei();
    }

    @Test
    void whatIsOrderedIsOnOrderUntilItComes() {
        UUID order = Buying.id(post(Person.BOGDAN, "/v1/purchase-orders", buying.wanted("20", "214.55")));
        levels().then().body("items", empty());

        Buying.place(order);
        has("0.000", "20.000");
        Response first = Buying.receives(order, "AV 1", "8");
        has("8.000", "12.000");
        buying.van().takeBack(UUID.fromString(first.path("receipts[0].receiptId")));
        has("0.000", "20.000");

        Buying.receives(order, "AV 2", "15").then().statusCode(200);
        has("15.000", "5.000");
        post(Person.BOGDAN, "/v1/purchase-orders/" + order + "/close", Map.of("reason", "Nu mai au"))
                .then()
                .statusCode(200);
        has("15.000", "0.000");
    }

    @Test
    void whatCameBeyondOneOrderIsStillOwedByAnother() {
        UUID order = buying.ordered("10", "214.55");
        UUID other = buying.ordered("5", "214.55");
        has("0.000", "15.000");

        Buying.receives(order, "AV 1", "12", Map.of("overDeliveryReason", "Butelii mai mari"), Map.of())
                .then()
                .statusCode(200);

        has("12.000", "5.000");
        Buying.receives(other, "AV 2", "5").then().statusCode(200);
        has("17.000", "0.000");
    }

    @Test
    void whatIsCalledOffIsNotOnOrder() {
        UUID order = buying.ordered("10", "214.55");
        post(Person.BOGDAN, "/v1/purchase-orders/" + order + "/cancel", Map.of("reason", "Altundeva"))
                .then()
                .statusCode(200);

        has("0.000", "0.000");
    }

    /** By what had been recorded: no later delivery, return or end of an order changes it. */
    @Test
    void whatWasOnOrderIsToldOfThePast() throws InterruptedException {
        Instant before = moment();
        UUID order = buying.ordered("20", "214.55");
        UUID other = buying.ordered("5", "214.55");
        Instant ordered = moment();
        Response first = Buying.receives(order, "AV 1", "8");
        first.then().statusCode(200);
        Instant received = moment();
        buying.van().takeBack(UUID.fromString(first.path("receipts[0].receiptId")));
        Instant takenBack = moment();
        Buying.receives(order, "AV 2", "25", Map.of("overDeliveryReason", "Butelii mai mari"), Map.of())
                .then()
                .statusCode(200);
        Instant more = moment();
        post(Person.BOGDAN, "/v1/purchase-orders/" + other + "/cancel", Map.of("reason", "Altundeva"))
                .then()
                .statusCode(200);
        Instant calledOff = moment();

        had(before, "0.000", "0.000");
        had(ordered, "0.000", "25.000");
        had(received, "8.000", "17.000");
        had(takenBack, "0.000", "25.000");
        had(more, "25.000", "5.000");
        had(calledOff, "25.000", "0.000");
    }

    @Test
    void whatWasClosedWasOnOrderUntilThen() throws InterruptedException {
        UUID order = buying.ordered("20", "214.55");
        Buying.receives(order, "AV 1", "8").then().statusCode(200);
        Instant open = moment();
        post(Person.BOGDAN, "/v1/purchase-orders/" + order + "/close", Map.of("reason", "Nu mai au"))
                .then()
                .statusCode(200);

        had(open, "8.000", "12.000");
        had(moment(), "8.000", "0.000");
    }

    /** After what was done before it, and before what is done after it. */
    private static Instant moment() throws InterruptedException {
        Thread.sleep(5);
        Instant moment = Instant.now();
        Thread.sleep(5);
        return moment;
    }

    private void had(Instant moment, String onHand, String onOrder) {
        has(get(Person.STELA, "/v1/stock-levels?partId=" + buying.van().part() + "&asOf=" + moment), onHand, onOrder);
    }

    private void has(String onHand, String onOrder) {
        has(levels(), onHand, onOrder);
    }

    private static void has(Response levels, String onHand, String onOrder) {
        levels.then()
                .body("items.size()", equalTo(1))
                .body("items[0].onHand.amount", equalTo(onHand))
                .body("items[0].available.amount", equalTo(onHand))
                .body("items[0].onOrder.amount", equalTo(onOrder))
                .body("items[0].onOrder.unit", equalTo("KGM"));
    }

    private Response levels() {
        return get(Person.STELA, "/v1/stock-levels?partId=" + buying.van().part());
    }
}
