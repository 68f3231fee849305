package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
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

/** What comes in on a delivery note comes in once, and a receipt that was wrong is taken back. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ReceiptsTest {

    private static final Map<String, Object> WRONG = Map.of("reason", "Altă marfă pe aviz");

    private Van van;

    @BeforeEach
    void theVanIsLoaded() {
        van = Van.loaded("10");
    }

    @Test
    void aPartOfOneDeliveryNoteIsReceivedOnceAndTheProblemNamesTheEarlierReceipt() {
        String first = receives("Frigotehnica SA", "AV 4471", null)
                .statusCode(201)
                .body("supplier", equalTo("Frigotehnica SA"))
                .extract()
                .path("id");

        receives("Frigotehnica SA", "AV 4471", null)
                .statusCode(409)
                .body("code", equalTo("already-received"))
                .body("detail", containsString(first));
        receives("FRIGOTEHNICA  sa", "av4471", null).statusCode(409);
        receives("Alt Furnizor SRL", "AV 4471", null).statusCode(201);
        receives("Frigotehnica SA", "AV 4472", null).statusCode(201);
        assertThat(van.onHand()).isEqualByComparingTo("16");
    }

    @Test
    void aNumberWithoutASupplierIsReceivedOnceToo() {
        receives(null, "AV 4471", null).statusCode(201);

        receives(null, "AV 4471", null).statusCode(409).body("code", equalTo("already-received"));
    }

    @Test
    void theSameNoteIsReceivedAgainWhereSomebodySaysWhy() {
        receives("Frigotehnica SA", "AV 4471", null).statusCode(201);

        receives("Frigotehnica SA", "AV 4471", "A doua linie de pe aviz")
                .statusCode(201)
                .body("repeatReason", equalTo("A doua linie de pe aviz"));
        receives(null, null, "De ce?").statusCode(422).body("code", equalTo("no-delivery-note"));
        assertThat(van.onHand()).isEqualByComparingTo("14");
    }

    @Test
    void ofManyWhoReceiveFromTheSameNoteAtOnceOneDoes() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> calls = Stream.generate(
                            () -> (Callable<Integer>) () -> receives("Frigotehnica SA", "AV 4471", null)
                                    .extract()
                                    .statusCode())
                    .limit(8)
                    .toList();
            List<Integer> answers = threads.invokeAll(calls).stream()
                    .map(call -> call.resultNow())
                    .toList();

            assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
        }
        assertThat(van.onHand()).isEqualByComparingTo("12");
    }

    @Test
    void aWrongReceiptIsTakenBackOnceByACounterEntryAndCanBeBookedAnew() {
        String receipt = receives("Frigotehnica SA", "AV 4471", null)
                .statusCode(201)
                .body("reversal", nullValue())
                .extract()
                .path("id");

        takenBack(receipt)
                .statusCode(200)
                .body("reversal.reason", equalTo("Altă marfă pe aviz"))
                .body("reversal.by", equalTo(Person.STELA.id().toString()));

        assertThat(van.onHand()).isEqualByComparingTo("10");
        assertThat(van.movements())
                .extracting(each -> each.get("kind"))
                .containsExactly("RECEIPT", "RECEIPT", "RECEIPT_REVERSAL");
        assertThat(van.movements().getLast())
                .containsEntry("reversalOf", receipt)
                .containsEntry("reason", "Altă marfă pe aviz");
        get(Person.BOGDAN, "/v1/stock-receipts/" + receipt)
                .then()
                .body("reversal.movementId", equalTo(van.movements().getLast().get("id")));
        takenBack(receipt).statusCode(409).body("code", equalTo("already-reversed"));
        receives("Frigotehnica SA", "AV 4471", null).statusCode(201);
        assertThat(van.discrepancies("OPEN")).isEmpty();
    }

    @Test
    void ofManyWhoTakeAReceiptBackAtOnceOneDoes() throws Exception {
        String receipt = receives("Frigotehnica SA", "AV 4471", null).extract().path("id");
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Callable<Integer>> calls = Stream.generate(() -> (Callable<Integer>)
                            () -> takenBack(receipt).extract().statusCode())
                    .limit(6)
                    .toList();

            assertThat(threads.invokeAll(calls))
                    .extracting(call -> call.resultNow())
                    .containsOnlyOnce(200);
        }
        assertThat(van.onHand()).isEqualByComparingTo("10");
    }

    @Test
    void whatWasUsedOfAReceiptThatIsTakenBackIsSomebodysToClearUp() {
        String receipt = receives("Frigotehnica SA", "AV 4471", null).extract().path("id");
        van.uses("11").happens();
        eventually(() -> assertThat(van.onHand()).isEqualByComparingTo("1"));

        takenBack(receipt).statusCode(200);

        assertThat(van.onHand()).isEqualByComparingTo("-1");
        assertThat(van.discrepancies("OPEN"))
                .singleElement()
                .satisfies(open -> assertThat(open)
                        .containsEntry("kind", "NEGATIVE_STOCK")
                        .containsEntry("owner", "storekeeper")
                        .doesNotContainKey("orderId"));
    }

    @Test
    void onlyAReceiptIsTakenBackHere() {
        Usage usage = van.uses("1");
        usage.happens();
        eventually(() -> assertThat(van.movements()).hasSize(2));
        String movement = (String) van.movements().getLast().get("id");

        takenBack(movement).statusCode(404);
        takenBack(UUID.randomUUID().toString()).statusCode(404);
        post(Person.STELA, "/v1/stock-receipts/" + van.movements().getFirst().get("id") + "/reverse", Map.of())
                .then()
                .statusCode(400);
        post(Person.BOGDAN, "/v1/stock-receipts/" + van.movements().getFirst().get("id") + "/reverse", WRONG)
                .then()
                .statusCode(403);
    }

    private ValidatableResponse takenBack(String receipt) {
        return post(Person.STELA, "/v1/stock-receipts/" + receipt + "/reverse", WRONG)
                .then();
    }

    private ValidatableResponse receives(String supplier, String note, String repeatReason) {
        Map<String, Object> receipt = new HashMap<>(
                Map.of("locationId", van.location(), "partId", van.part(), "quantity", Van.kilograms("2")));
        if (supplier != null) {
            receipt.put("supplier", supplier);
        }
        if (note != null) {
            receipt.put("reference", note);
        }
        if (repeatReason != null) {
            receipt.put("repeatReason", repeatReason);
        }
        return post(Person.STELA, "/v1/stock-receipts", receipt).then();
    }
}
