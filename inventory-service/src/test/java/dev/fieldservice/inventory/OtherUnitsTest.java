package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes, goes and is bought by the box is booked by the piece, exactly. */
@QuarkusTest
@WithTestResource(RealServers.class)
class OtherUnitsTest {

    private Filter filter;
    private UUID shelf;

    @BeforeEach
    void thereIsAFilterInBoxes() {
        filter = Filter.inBoxes();
        shelf = Store.location(Map.of("kind", "WAREHOUSE", "name", "Depozit"));
    }

    @Test
    void aUnitIsNamedOnceAndNotItsOwn() {
        Map<String, Object> box = Map.of("unit", "XBX", "numerator", 12, "denominator", 1);
        filter.becomes(Map.of("otherUnits", List.of(box, box)))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/otherUnits/1/unit"))
                .body("code", equalTo("unit-twice"));
        filter.becomes(Map.of("otherUnits", List.of(Map.of("unit", "EA", "numerator", 1, "denominator", 1))))
                .then()
                .statusCode(422)
                .body("code", equalTo("same-unit"));
        filter.becomes(Map.of("otherUnits", List.of(Map.of("unit", "XBX", "numerator", 0, "denominator", 1))))
                .then()
                .statusCode(400);
    }

    @Test
    void boxesAreReceivedAsPieces() {
        receive("2", "XBX")
                .then()
                .statusCode(201)
                .body("quantity.amount", equalTo("24.000"))
                .body("quantity.unit", equalTo("EA"));
        receive("3", "XBE").then().statusCode(201).body("quantity.amount", equalTo("5.000"));
        assertThat(onHand()).isEqualTo("29.000");

        receive("2", "XBE")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/quantity/amount"))
                .body("code", equalTo("no-exact-quantity"));
        receive("2", "XPK")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/quantity/unit"))
                .body("code", equalTo("other-unit"));
        receive("100000", "XBX").then().statusCode(422).body("code", equalTo("too-much"));
        assertThat(onHand()).isEqualTo("29.000");
    }

    @Test
    void boxesAreMovedAsPieces() {
        receive("3", "XBX").then().statusCode(201);
        UUID van = Van.spareVan();
        Response draft = post(
                Person.STELA,
                "/v1/stock-transfers",
                Map.of(
                        "fromLocationId",
                        shelf,
                        "toLocationId",
                        van,
                        "lines",
                        List.of(Map.of("partId", filter.id(), "quantity", Filter.quantity("2", "XBX")))));
        draft.then().statusCode(201).body("lines[0].requested.amount", equalTo("24.000"));
        String transfer = draft.header("Location");
        Store.done(transfer, "request", Map.of());
        Store.give(transfer, "pick", line("1", "XBE"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/lines/0/quantity/amount"));
        Store.done(transfer, "pick", line("1", "XBX"));
        Store.done(transfer, "send", Map.of());
        Store.done(transfer, "receive-part", line("3", "XBE"));
        Store.done(transfer, "receive", line("7", "EA"));

        assertThat(onHand()).isEqualTo("24.000");
        assertThat(new Van(filter.id(), van).onHand()).isEqualByComparingTo("12");
    }

    @Test
    void boxesAreBoughtAndComeAsPieces() {
        Buying buying = Buying.inLei();
        buying.offers(filter.id(), "41.00", "12", true).then().statusCode(201);
        UUID order = Buying.id(post(Person.BOGDAN, "/v1/purchase-orders", wanted(buying, "2", "XBX")));
        Buying.read(order)
                .then()
                .body("lines[0].quantity.amount", equalTo("24.000"))
                .body("lines[0].quantity.unit", equalTo("EA"))
                .body("total.amount", equalTo("984.00"));
        post(Person.BOGDAN, "/v1/purchase-orders", wanted(buying, "3", "XBE"))
                .then()
                .statusCode(422)
                .body("code", equalTo("no-whole-packs"));
        post(Person.BOGDAN, "/v1/purchase-orders", wanted(buying, "1", "XPK"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/lines/0/quantity/unit"));

        Buying.place(order);
        comes(order, "AV 1", "1", "XBX").then().statusCode(200).body("state", equalTo("PARTIALLY_RECEIVED"));
        comes(order, "AV 2", "1", "XBE")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/lines/0/quantity/amount"));
        comes(order, "AV 2", "1", "XBX")
                .then()
                .statusCode(200)
                .body("state", equalTo("RECEIVED"))
                .body("receipts.quantity", equalTo(List.of("12.000", "12.000")));
        assertThat(onHand()).isEqualTo("24.000");
        get(Person.STELA, "/v1/stock-movements?partId=" + filter.id())
                .then()
                .body("items.unitCost.amount", equalTo(List.of("41.00", "41.00")));
    }

    private Response receive(String amount, String unit) {
        return post(
                Person.STELA,
                "/v1/stock-receipts",
                Map.of("locationId", shelf, "partId", filter.id(), "quantity", Filter.quantity(amount, unit)));
    }

    private static Map<String, Object> line(String amount, String unit) {
        return Map.of("lines", List.of(Map.of("line", 1, "quantity", Filter.quantity(amount, unit))));
    }

    private Map<String, Object> wanted(Buying buying, String amount, String unit) {
        return Map.of(
                "supplierId",
                buying.supplier(),
                "locationId",
                shelf,
                "lines",
                List.of(Map.of("partId", filter.id(), "quantity", Filter.quantity(amount, unit))));
    }

    private static Response comes(UUID order, String note, String amount, String unit) {
        return post(
                Person.STELA,
                "/v1/purchase-orders/" + order + "/receive",
                Map.of(
                        "deliveryNote",
                        note,
                        "lines",
                        List.of(Map.of("lineId", Buying.lineOf(order), "quantity", Filter.quantity(amount, unit)))));
    }

    private String onHand() {
        return get(Person.STELA, "/v1/stock-levels?partId=" + filter.id() + "&locationId=" + shelf)
                .path("items[0].onHand.amount");
    }
}
