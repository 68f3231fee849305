package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Goods leave one shelf, are nowhere but in transit, and arrive on the other. */
@QuarkusTest
@WithTestResource(RealServers.class)
class TransfersTest {

    private Store store;

    @BeforeEach
    void tenKilogramsAreOnTheShelf() {
        store = Store.with("10");
    }

    @Test
    void loadingFourOfTenIntoTheVanLeavesSix() {
        String transfer = store.transfer(store.shelf(), store.van(), "4");
        Store.done(transfer, "request", Map.of());
        assertThat(store.level(store.shelf(), "onHand")).isEqualByComparingTo("10");

        Store.done(transfer, "pick", Map.of());
        assertThat(store.level(store.shelf(), "onHand")).isEqualByComparingTo("6");
        assertThat(store.level(Store.TRANSIT, "onHand")).isEqualByComparingTo("4");

        Store.done(transfer, "send", Map.of());
        Store.done(transfer, "receive", Map.of());
        assertThat(store.level(store.shelf(), "onHand")).isEqualByComparingTo("6");
        assertThat(store.level(store.van(), "onHand")).isEqualByComparingTo("4");
        assertThat(store.level(Store.TRANSIT, "onHand")).isEqualByComparingTo("0");
        assertThat(store.at(store.van()).discrepancies("OPEN")).isEmpty();
    }

    @Test
    void eachEntryHasItsCounterEntry() {
        store.moves(store.shelf(), store.van(), "4");

        List<Map<String, Object>> entries = get(
                        Person.STELA, "/v1/stock-movements?partId=" + store.part() + "&limit=200")
                .path("items");
        assertThat(entries).hasSize(5);
        assertThat(entries.stream().filter(entry -> entry.get("counterId") != null))
                .hasSize(4)
                .allSatisfy(entry -> assertThat(entries)
                        .filteredOn(other -> other.get("id").equals(entry.get("counterId")))
                        .singleElement()
                        .satisfies(other -> {
                            assertThat(other).containsEntry("counterId", entry.get("id"));
                            assertThat(amount(other))
                                    .isEqualByComparingTo(amount(entry).negate());
                            assertThat(other).containsEntry("documentId", entry.get("documentId"));
                        }));
    }

    private static BigDecimal amount(Map<String, Object> entry) {
        return new BigDecimal(((Map<?, ?>) entry.get("quantity")).get("amount").toString());
    }

    @Test
    void whatArrivesInPartsIsThereInPartsAndWhatDoesNotArriveIsSomebodysToClearUp() {
        String transfer = store.sent(store.shelf(), store.van(), "4");

        Store.done(transfer, "receive-part", Store.some("1.5"));
        assertThat(store.level(store.van(), "onHand")).isEqualByComparingTo("1.5");
        assertThat(store.level(Store.TRANSIT, "onHand")).isEqualByComparingTo("2.5");
        Store.done(transfer, "receive", Store.some("2"));

        get(Person.STELA, transfer)
                .then()
                .body("state", equalTo("RECEIVED"))
                .body("lines[0].picked.amount", equalTo("4.000"))
                .body("lines[0].received.amount", equalTo("3.500"))
                .body("lines[0].lost.amount", equalTo("0.500"))
                .body("allowedCommands", empty());
        assertThat(store.level(store.van(), "onHand")).isEqualByComparingTo("3.5");
        assertThat(store.level(Store.TRANSIT, "onHand")).isEqualByComparingTo("0");
        assertThat(store.at(store.van()).discrepancies("OPEN"))
                .singleElement()
                .satisfies(open -> assertThat(open)
                        .containsEntry("kind", "TRANSFER_DIFFERENCE")
                        .containsEntry("owner", "storekeeper"));
    }

    @Test
    void whereNothingArrivesAllIsMissingForAReason() {
        String transfer = store.sent(store.shelf(), store.van(), "4");
        Store.give(transfer, "receive", Map.of("lines", List.of()))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/reason"))
                .body("errors[0].code", equalTo("reason-missing"));
        Store.give(transfer, "receive-part", Map.of("lines", List.of())).then().statusCode(400);

        Store.give(transfer, "receive", Map.of("lines", List.of(), "reason", "Coletul s-a pierdut"))
                .then()
                .statusCode(200)
                .body("state", equalTo("RECEIVED"))
                .body("lines[0].lost.amount", equalTo("4.000"));

        assertThat(store.level(store.van(), "onHand")).isEqualByComparingTo("0");
        assertThat(store.level(Store.TRANSIT, "onHand")).isEqualByComparingTo("0");
        assertThat(store.at(Store.TRANSIT).movements().getLast())
                .containsEntry("kind", "TRANSFER_LOSS")
                .containsEntry("reason", "Coletul s-a pierdut");
        assertThat(store.at(store.van()).discrepancies("OPEN"))
                .singleElement()
                .satisfies(open -> assertThat(open).containsEntry("kind", "TRANSFER_DIFFERENCE"));
    }

    @Test
    void whatIsTooMuchIsThereAllTheSameAndEachTransferHasADiscrepancyOfItsOwn() {
        Store.done(store.sent(store.shelf(), store.van(), "2"), "receive", Store.some("2.25"));
        Store.done(store.sent(store.shelf(), store.van(), "2"), "receive", Store.some("1"));

        assertThat(store.level(store.van(), "onHand")).isEqualByComparingTo("3.25");
        assertThat(store.level(Store.TRANSIT, "onHand")).isEqualByComparingTo("0");
        assertThat(store.at(store.van()).discrepancies("OPEN"))
                .extracting(open -> open.get("kind"))
                .containsExactly("TRANSFER_DIFFERENCE", "TRANSFER_DIFFERENCE");
    }

    @Test
    void whatWasPickedGoesBackOntoItsShelfWhenItIsCalledOffAndNothingIsCalledOffThatHasLeft() {
        String transfer = store.transfer(store.shelf(), store.van(), "4");
        Store.done(transfer, "request", Map.of());
        Store.done(transfer, "pick", Store.some("3"));
        assertThat(store.level(store.shelf(), "onHand")).isEqualByComparingTo("7");

        Store.done(transfer, "cancel", Map.of("reason", "Duba e în service"));
        assertThat(store.level(store.shelf(), "onHand")).isEqualByComparingTo("10");
        assertThat(store.level(Store.TRANSIT, "onHand")).isEqualByComparingTo("0");

        Store.give(store.sent(store.shelf(), store.van(), "1"), "cancel", Map.of("reason", "Prea târziu"))
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-transition"))
                .body("allowedCommands", contains("receive-part", "receive"));
    }

    @Test
    void moreThanIsThereIsNotPickedAndMoreThanWasAskedForNeither() {
        String transfer = store.transfer(store.shelf(), store.van(), "10.5");
        Store.done(transfer, "request", Map.of());

        Store.give(transfer, "pick", Map.of()).then().statusCode(409).body("code", equalTo("not-in-stock"));
        Store.give(transfer, "pick", Store.some("11"))
                .then()
                .statusCode(422)
                .body("code", equalTo("more-than-requested"));
        assertThat(store.level(store.shelf(), "onHand")).isEqualByComparingTo("10");
        Store.done(transfer, "pick", Store.some("10"));
        assertThat(store.level(store.shelf(), "onHand")).isEqualByComparingTo("0");
    }

    @Test
    void ofTwoWhoPickTheLastOneGetsIt() throws Exception {
        List<String> transfers = List.of(
                store.transfer(store.shelf(), store.van(), "10"),
                store.transfer(store.shelf(), store.otherVan(), "10"));
        transfers.forEach(transfer -> Store.done(transfer, "request", Map.of()));

        assertThat(atOnce(transfers.stream()
                        .map(transfer -> (Callable<Integer>)
                                () -> Store.give(transfer, "pick", Map.of()).statusCode())
                        .toList()))
                .containsExactlyInAnyOrder(200, 409);
        assertThat(store.level(store.shelf(), "onHand")).isEqualByComparingTo("0");
        assertThat(store.level(Store.TRANSIT, "onHand")).isEqualByComparingTo("10");
    }

    @Test
    void whatIsReceivedTwiceAtOnceIsThereOnce() throws Exception {
        String transfer = store.sent(store.shelf(), store.van(), "4");

        assertThat(atOnce(List.of(
                        () -> Store.give(transfer, "receive", Map.of()).statusCode(),
                        () -> Store.give(transfer, "receive", Map.of()).statusCode(),
                        () -> Store.give(transfer, "receive", Map.of()).statusCode())))
                .containsExactlyInAnyOrder(200, 409, 409);
        assertThat(store.level(store.van(), "onHand")).isEqualByComparingTo("4");
    }

    private static List<Integer> atOnce(List<Callable<Integer>> calls) throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            return threads.invokeAll(calls).stream()
                    .map(call -> call.resultNow())
                    .toList();
        }
    }

    @Test
    void aDraftOfWhatWeDoNotKnowIsRefused() {
        refused(store.wanted(UUID.randomUUID(), store.van(), "1"), "/fromLocationId");
        refused(store.wanted(store.shelf(), UUID.randomUUID(), "1"), "/toLocationId");
        refused(store.wanted(store.shelf(), store.shelf(), "1"), "/toLocationId");
        refused(
                new Store(UUID.randomUUID(), store.shelf(), store.van(), null, null)
                        .wanted(store.shelf(), store.van(), "1"),
                "/lines/0/partId");
    }

    private static void refused(Map<String, Object> wanted, String pointer) {
        post(Person.STELA, "/v1/stock-transfers", wanted)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void aTechnicianSeesAndReceivesWhatGoesToTheOwnVanAndNothingElse() {
        UUID tudors = tudorsVan();
        String his = store.sent(store.shelf(), tudors, "1");
        String others = store.sent(store.shelf(), store.otherVan(), "1");

        get(Person.TUDOR, his).then().statusCode(200);
        get(Person.TUDOR, others).then().statusCode(404);
        post(Person.TUDOR, others + "/receive", Map.of()).then().statusCode(404);
        List<String> seen =
                get(Person.TUDOR, "/v1/stock-transfers?partId=" + store.part()).path("items.id");
        assertThat(seen).containsExactly(his.substring(his.lastIndexOf('/') + 1));
        post(Person.TUDOR, his + "/receive", Map.of()).then().statusCode(200).body("state", equalTo("RECEIVED"));
        assertThat(store.level(tudors, "onHand")).isEqualByComparingTo("1");
    }

    /** There is one for all tests. */
    static UUID tudorsVan() {
        List<String> known = get(Person.STELA, "/v1/stock-locations?technicianId=" + Person.TUDOR.id())
                .path("items.id");
        return known.isEmpty()
                ? Store.location(Map.of("kind", "VEHICLE", "name", "Duba lui Tudor", "technicianId", Person.TUDOR.id()))
                : UUID.fromString(known.getFirst());
    }

    @Test
    void levelsCanBeAskedAsTheyWere() throws InterruptedException {
        Thread.sleep(5);
        String before = Instant.now().toString();
        Thread.sleep(5);
        store.moves(store.shelf(), store.van(), "4");

        String levels = "/v1/stock-levels?partId=" + store.part() + "&locationId=" + store.shelf();
        eventually(() -> get(Person.STELA, levels).then().body("items[0].onHand.amount", equalTo("6.000")));
        get(Person.STELA, levels + "&asOf=" + before)
                .then()
                .statusCode(200)
                .body("items[0].onHand.amount", equalTo("10.000"))
                .body("items[0].available.amount", equalTo("10.000"));
        get(Person.STELA, levels + "&asOf=2026-01-01T00:00:00Z")
                .then()
                .body("items[0].onHand.amount", equalTo("0.000"));
        get(Person.STELA, levels + "&asOf=0999-01-01T00:00:00Z").then().statusCode(400);
    }
}
