package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is bought comes as it comes: in parts, more, less, at another price; and what was entered wrongly is taken back. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PurchaseOrdersTest {

    private Buying buying;

    @BeforeEach
    void thereIsASupplier() {
        buying = Buying.inLei();
    }

    @Test
    void anOrderIsDraftedAtTheOfferedPriceChangedAndPlaced() {
        buying.offers(buying.van().part(), "214.55", "10", true).then().statusCode(201);
        Response draft = post(Person.BOGDAN, "/v1/purchase-orders", buying.wanted("20", null));
        draft.then()
                .statusCode(201)
                .body("number", matchesPattern("PO-20\\d\\d-\\d{6}"))
                .body("state", equalTo("DRAFT"))
                .body("allowedCommands", contains("order", "cancel"))
                .body("lines[0].supplierNumber", equalTo("FT-449"))
                .body("lines[0].received.amount", equalTo("0.000"))
                .body("total.amount", equalTo("4291.00"));
        UUID order = Buying.id(draft);

        put(Person.BOGDAN, "/v1/purchase-orders/" + order, draft.header("ETag"), buying.wanted("30", "200.5555"))
                .then()
                .statusCode(200)
                .body("lines", hasSize(1))
                .body("lines[0].quantity.amount", equalTo("30.000"))
                .body("total.amount", equalTo("6016.67"));

        Buying.place(order).then().body("state", equalTo("ORDERED"));
        get(
                        Person.BOGDAN,
                        "/v1/purchase-orders?state=ORDERED&expectedBefore=2999-01-01&supplierId=" + buying.supplier())
                .then()
                .body("items.id", contains(order.toString()));
        get(
                        Person.BOGDAN,
                        "/v1/purchase-orders?state=ORDERED&expectedBefore=2026-01-01&supplierId=" + buying.supplier())
                .then()
                .body("items", empty());
        String etag = Buying.read(order).header("ETag");
        put(Person.BOGDAN, "/v1/purchase-orders/" + order, etag, buying.wanted("40", "1.00"))
                .then()
                .statusCode(409);
    }

    @Test
    void whatCannotBeOrderedIsRefusedAtItsPlace() {
        buying.offers(buying.van().part(), "214.55", "10", true).then().statusCode(201);
        refused(buying.wanted("15", null), "no-whole-packs", "/lines/0/quantity/amount");
        refused(
                buying.order(List.of(Buying.line(Van.refrigerant(), "1", null))),
                "price-missing",
                "/lines/0/unitPrice");
        refused(
                buying.order(List.of(
                        Buying.line(buying.van().part(), "10", "1.00"),
                        Buying.line(buying.van().part(), "10", "1.00"))),
                "part-twice",
                "/lines/1/partId");
        Map<String, Object> rated = buying.wanted("10", null);
        rated.put("exchangeRate", "4.9755");
        refused(rated, "same-currency", "/exchangeRate");
        Buying abroad = Buying.in("EUR");
        refused(
                abroad.order(List.of(Map.of(
                        "partId",
                        abroad.van().part(),
                        "quantity",
                        Van.kilograms("1"),
                        "unitPrice",
                        Map.of("amount", "40.00", "currency", "EUR")))),
                "exchange-rate-missing",
                "/exchangeRate");
    }

    private static void refused(Map<String, Object> order, String code, String pointer) {
        post(Person.BOGDAN, "/v1/purchase-orders", order)
                .then()
                .statusCode(422)
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void goodsComeInPartsAndTheLastOfThemEndsTheOrder() {
        UUID order = buying.ordered("20", "214.55");
        Buying.receives(order, "AV 1", "8")
                .then()
                .statusCode(200)
                .body("state", equalTo("PARTIALLY_RECEIVED"))
                .body("lines[0].received.amount", equalTo("8.000"))
                .body("receipts", hasSize(1));
        assertThat(buying.van().onHand()).isEqualByComparingTo("8");
        Buying.receives(order, "AV 2", "12")
                .then()
                .statusCode(200)
                .body("state", equalTo("RECEIVED"))
                .body("receipts.deliveryNote", contains("AV 1", "AV 2"));

        assertThat(buying.van().onHand()).isEqualByComparingTo("20");
        assertThat(buying.van().movements())
                .allSatisfy(each -> assertThat(each)
                        .containsEntry("supplier", buying.name())
                        .containsEntry("unitCost", Map.of("amount", "214.55", "currency", "RON")));
        post(Person.BOGDAN, "/v1/purchase-orders/" + order + "/cancel", Map.of("reason", "Prea târziu"))
                .then()
                .statusCode(409);
    }

    @Test
    void moreThanOrderedIsTakenWithAReasonAndLessIsClosed() {
        UUID order = buying.ordered("10", "200.00");
        Buying.receives(order, "AV 1", "11")
                .then()
                .statusCode(422)
                .body("code", equalTo("more-than-ordered"))
                .body("errors[0].pointer", equalTo("/lines/0/quantity/amount"));
        Buying.receives(order, "AV 1", "11", Map.of("overDeliveryReason", "Butelie mai mare"), Map.of())
                .then()
                .statusCode(200)
                .body("state", equalTo("RECEIVED"));

        UUID less = buying.ordered("10", "200.00");
        Buying.receives(less, "AV 3", "4").then().statusCode(200);
        post(Person.BOGDAN, "/v1/purchase-orders/" + less + "/close", Map.of("reason", "Furnizorul nu mai are"))
                .then()
                .statusCode(200)
                .body("state", equalTo("RECEIVED"))
                .body("endedBecause", equalTo("Furnizorul nu mai are"))
                .body("lines[0].received.amount", equalTo("4.000"));
    }

    @Test
    void theSameDeliveryNoteTwiceIsRefusedUnlessItIsMeant() {
        UUID order = buying.ordered("10", "200.00");
        Buying.receives(order, "AV 1", "2").then().statusCode(200);
        Buying.receives(order, "av1", "2").then().statusCode(409).body("code", equalTo("already-received"));
        UUID another = buying.ordered("10", "200.00");
        Buying.receives(another, "AV 1", "2").then().statusCode(409);

        assertThat(buying.van().onHand()).isEqualByComparingTo("2");
        Buying.read(order).then().body("lines[0].received.amount", equalTo("2.000"));
        Buying.receives(order, "AV 1", "2", Map.of("repeatReason", "A doua pagină"), Map.of())
                .then()
                .statusCode(200)
                .body("lines[0].received.amount", equalTo("4.000"));
    }

    @Test
    void ofManyWhoReceiveTheSameAtOnceOneDoes() throws Exception {
        UUID order = buying.ordered("10", "200.00");
        String line = Buying.lineOf(order);
        Map<String, Object> goods = Map.of(
                "deliveryNote", "AV 9", "lines", List.of(Map.of("lineId", line, "quantity", Van.kilograms("10"))));
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Callable<Integer>> calls = Stream.generate(() -> (Callable<Integer>)
                            () -> post(Person.STELA, "/v1/purchase-orders/" + order + "/receive", goods)
                                    .statusCode())
                    .limit(6)
                    .toList();

            assertThat(threads.invokeAll(calls))
                    .extracting(call -> call.resultNow())
                    .containsOnlyOnce(200);
        }
        assertThat(buying.van().onHand()).isEqualByComparingTo("10");
    }

    @Test
    void aReceiptThatIsTakenBackOpensTheOrderAgain() {
        UUID order = buying.ordered("10", "200.00");
        String first = Buying.receives(order, "AV 1", "4").path("receipts[0].receiptId");
        String second = Buying.receives(order, "AV 2", "6").path("receipts[1].receiptId");

        buying.van().takeBack(UUID.fromString(second));
        Buying.read(order)
                .then()
                .body("state", equalTo("PARTIALLY_RECEIVED"))
                .body("receipts.takenBack", contains(false, true))
                .body("lines[0].received.amount", equalTo("4.000"));
        post(Person.STELA, "/v1/stock-receipts/" + second + "/reverse", Map.of("reason", "Din nou"))
                .then()
                .statusCode(409);
        buying.van().takeBack(UUID.fromString(first));
        Buying.read(order).then().body("state", equalTo("ORDERED")).body("lines[0].received.amount", equalTo("0.000"));

        Buying.receives(order, "AV 2", "10").then().statusCode(200).body("state", equalTo("RECEIVED"));
        assertThat(buying.van().onHand()).isEqualByComparingTo("10");
    }

    @Test
    void whatComesAtAnotherPriceOrInAnotherCurrencyHasItsCost() {
        UUID order = buying.ordered("10", "200.00");
        Buying.receives(order, "AV 1", "5", Map.of(), Map.of("unitPrice", Buying.lei("210.10")))
                .then()
                .statusCode(200)
                .body("receipts[0].unitPrice.amount", equalTo("210.10"));
        assertThat(buying.van().movements().getFirst()).containsEntry("unitCost", Buying.lei("210.10"));

        Buying abroad = Buying.in("EUR");
        Map<String, Object> wanted = abroad.order(List.of(Map.of(
                "partId",
                abroad.van().part(),
                "quantity",
                Van.kilograms("2"),
                "unitPrice",
                Map.of("amount", "40.05", "currency", "EUR"))));
        wanted.put("exchangeRate", "4.9755");
        UUID foreign = Buying.id(post(Person.BOGDAN, "/v1/purchase-orders", wanted));
        Buying.place(foreign);
        Buying.receives(foreign, "AV 1", "2").then().statusCode(200);
        // 40.05 × 4.9755 = 199.268775
        assertThat(abroad.van().movements().getFirst()).containsEntry("unitCost", Buying.lei("199.2688"));
    }

    @Test
    void aDraftReceivesNothingAndOnlyItsOwnLinesCome() {
        UUID draft = Buying.id(post(Person.BOGDAN, "/v1/purchase-orders", buying.wanted("10", "200.00")));
        Buying.receives(draft, "AV 1", "1").then().statusCode(409);
        UUID order = buying.ordered("10", "200.00");
        Map<String, Object> foreign = new HashMap<>(Map.of(
                "deliveryNote",
                "AV 1",
                "lines",
                List.of(Map.of("lineId", Buying.lineOf(draft), "quantity", Van.kilograms("1")))));
        post(Person.STELA, "/v1/purchase-orders/" + order + "/receive", foreign)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/lines/0/lineId"));
        post(Person.BOGDAN, "/v1/purchase-orders/" + order + "/receive", foreign)
                .then()
                .statusCode(403);
        Buying.receives(order, "AV 1", "1", Map.of(), Map.of("serials", List.of("A1")))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/lines/0/serials"));
        assertThat(buying.van().onHand()).isZero();
    }
}
