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

    private void has(String onHand, String onOrder) {
        levels().then()
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
