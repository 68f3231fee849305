package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.fieldservice.platform.testing.MovableClock;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order ends when a person says so, and comes on the day that the supplier says. */
@QuarkusTest
@WithTestResource(RealServers.class)
class OtherDaysTest {

    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");

    private Store store;
    private Buying buying;

    @BeforeEach
    void thereIsASupplier() {
        Buying known = Buying.inLei();
        store = Store.empty(Van.refrigerant());
        buying = new Buying(store.at(store.shelf()), known.supplier(), known.name());
    }

    @AfterEach
    void itIsNow() {
        MovableClock.reset();
    }

    @Test
    void whatTheSupplierSaysIsWhatIsExpected() {
        Visit visit = Visit.of(store.driver());
        visit.isPlanned(1, store.part(), "2");
        assertThat(visit.told(1)).containsExactly("MISSING");
        UUID order = Buying.id(post(Person.BOGDAN, "/v1/purchase-orders", buying.wanted("10", "10.00")));
        LocalDate day = LocalDate.now(BUCHAREST).plusDays(1100);
        rescheduled(order, day).then().statusCode(409);
        Buying.place(order).then().body("allowedCommands", hasItem("reschedule"));
        MovableClock.set(Instant.now().plus(Duration.ofDays(1000)));
        Buying.read(order).then().body("late", notNullValue());

        rescheduled(order, day)
                .then()
                .statusCode(200)
                .body("expectedOn", equalTo(day.toString()))
                .body("state", equalTo("ORDERED"))
                .body("late", nullValue());

        String late = "/v1/purchase-orders?supplierId=" + buying.supplier() + "&late=";
        get(Person.BOGDAN, late + true).then().body("items", empty());
        eventually(() -> get(Person.STELA, "/v1/part-reservations?orderId=" + visit.order())
                .then()
                .body("items[0].detail", endsWith("the first of it expected on " + day)));
        rescheduled(order, LocalDate.now(BUCHAREST))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/expectedOn"))
                .body("code", equalTo("in-the-past"));
        Buying.receives(order, "AV 1", "4").then().statusCode(200);
        rescheduled(order, day.plusDays(1)).then().body("state", equalTo("PARTIALLY_RECEIVED"));
        Buying.receives(order, "AV 2", "6").then().statusCode(200);
        rescheduled(order, day).then().statusCode(409);
        post(Person.STELA, "/v1/purchase-orders/" + order + "/reschedule", Map.of())
                .then()
                .statusCode(403);
    }

    @Test
    void whatAPersonClosedStaysSoWhenAReceiptIsTakenBack() {
        UUID order = buying.ordered("10", "200.00");
        String receipt = Buying.receives(order, "AV 1", "4").path("receipts[0].receiptId");
        post(Person.BOGDAN, "/v1/purchase-orders/" + order + "/close", Map.of("reason", "Furnizorul nu mai are"))
                .then()
                .statusCode(200);

        buying.van().takeBack(UUID.fromString(receipt));

        Buying.read(order)
                .then()
                .body("state", equalTo("RECEIVED"))
                .body("endedBecause", equalTo("Furnizorul nu mai are"))
                .body("receipts.takenBack", contains(true))
                .body("lines[0].received.amount", equalTo("0.000"));
    }

    private static Response rescheduled(UUID order, LocalDate day) {
        return post(
                Person.BOGDAN,
                "/v1/purchase-orders/" + order + "/reschedule",
                Map.of("expectedOn", day.toString(), "reason", "Confirmat de furnizor"));
    }
}
