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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pieces with serial numbers go along with their transfer. */
@QuarkusTest
@WithTestResource(RealServers.class)
class TransferredPiecesTest {

    private Store store;

    @BeforeEach
    void aWarehouseAndAVan() {
        store = Store.with("1");
    }

    @Test
    void aPieceIsWhereItsTransferIs() {
        Response compressor = post(
                Person.STELA,
                "/v1/parts",
                Map.of("number", "CMP-" + UUID.randomUUID(), "name", "Compresor", "unit", "EA", "serialised", true));
        UUID part = UUID.fromString(compressor.path("id"));
        Store serials = new Store(part, store.shelf(), store.van(), store.otherVan(), store.driver());
        post(
                        Person.STELA,
                        "/v1/stock-receipts",
                        Map.of(
                                "locationId",
                                store.shelf(),
                                "partId",
                                part,
                                "quantity",
                                pieces(2),
                                "serials",
                                List.of("SN-1", "SN-2")))
                .then()
                .statusCode(201);
        Response draft = post(
                Person.STELA,
                "/v1/stock-transfers",
                Map.of(
                        "fromLocationId",
                        store.shelf(),
                        "toLocationId",
                        store.van(),
                        "lines",
                        List.of(Map.of("partId", part, "quantity", pieces(2)))));
        String transfer = draft.header("Location");
        Store.done(transfer, "request", Map.of());

        Store.give(transfer, "pick", Map.of()).then().statusCode(422).body("code", equalTo("serial-number-missing"));
        Store.give(transfer, "pick", serials("SN-1", "SN-9"))
                .then()
                .statusCode(409)
                .body("code", equalTo("serial-number-not-in-stock"));
        Store.done(transfer, "pick", serials("SN-1", "SN-2"));
        piece(part, "SN-1").then().body("items[0].locationName", equalTo("In transit"));
        Store.done(transfer, "send", Map.of());
        Store.give(transfer, "receive", serials("SN-3")).then().statusCode(422).body("code", equalTo("not-sent"));
        Store.done(transfer, "receive", serials("sn-1"));

        piece(part, "SN-1")
                .then()
                .body("items[0].locationId", equalTo(store.van().toString()));
        piece(part, "SN-2").then().body("items[0].state", equalTo("OUT"));
        assertThat(serials.level(store.van(), "onHand")).isEqualByComparingTo("1");
        assertThat(serials.level(Store.TRANSIT, "onHand")).isEqualByComparingTo("0");
        String lost = piece(part, "SN-2").path("items[0].id");
        Store.done("/v1/pieces/" + lost, "dispose", Map.of("disposition", "SCRAP", "reason", "Pierdut"));
        piece(part, "SN-2").then().body("items[0].disposition", equalTo("SCRAP"));
        Store.give("/v1/pieces/" + piece(part, "SN-1").path("items[0].id"), "dispose", Map.of("disposition", "REPAIR"))
                .then()
                .statusCode(409)
                .body("code", equalTo("not-removed"));
    }

    @Test
    void morePiecesThanALineTakesAreNamedInSeveralAndMoveAtOnce() {
        Compressors compressors = Compressors.serialised();
        UUID part = compressors.stock().part();
        List<String> all =
                IntStream.rangeClosed(1, 45).mapToObj(at -> "SN-" + at).toList();
        compressors.receives("45", all).statusCode(201);
        Store serials = new Store(part, compressors.stock().location(), store.van(), store.otherVan(), store.driver());
        String transfer = post(
                        Person.STELA,
                        "/v1/stock-transfers",
                        Map.of(
                                "fromLocationId",
                                serials.shelf(),
                                "toLocationId",
                                serials.van(),
                                "lines",
                                List.of(Map.of("partId", part, "quantity", pieces(44)))))
                .header("Location");
        Store.done(transfer, "request", Map.of());

        Store.give(transfer, "pick", inTwenties(all))
                .then()
                .statusCode(422)
                .body("code", equalTo("more-than-requested"))
                .body("errors[0].pointer", equalTo("/lines/2/quantity"));
        List<String> twice = new ArrayList<>(all.subList(0, 40));
        twice.add("sn-1");
        Store.give(transfer, "pick", inTwenties(twice))
                .then()
                .statusCode(422)
                .body("code", equalTo("same-serial-number"))
                .body("errors[0].pointer", equalTo("/lines/2/serials"));
        Store.done(transfer, "pick", inTwenties(all.subList(0, 44)));
        Store.done(transfer, "send", Map.of());
        assertThat(serials.level(serials.shelf(), "onHand")).isEqualByComparingTo("1");
        Store.done(transfer, "receive-part", inTwenties(all.subList(0, 41)));
        assertThat(serials.level(serials.van(), "onHand")).isEqualByComparingTo("41");
        Store.done(transfer, "receive", Map.of());

        assertThat(serials.level(serials.van(), "onHand")).isEqualByComparingTo("44");
        assertThat(get(Person.STELA, transfer).<List<String>>path("lines[0].receivedSerials"))
                .containsExactlyInAnyOrderElementsOf(all.subList(0, 44));
    }

    private static Map<String, Object> inTwenties(List<String> serials) {
        return Map.of(
                "lines",
                IntStream.iterate(0, from -> from < serials.size(), from -> from + 20)
                        .mapToObj(from -> serials.subList(from, Math.min(from + 20, serials.size())))
                        .map(some -> Map.of("line", 1, "quantity", pieces(some.size()), "serials", some))
                        .toList());
    }

    private static Response piece(UUID part, String serial) {
        return get(Person.STELA, "/v1/pieces?partId=" + part + "&serial=" + serial);
    }

    private static Map<String, Object> pieces(int count) {
        return Map.of("amount", String.valueOf(count), "unit", "EA");
    }

    private static Map<String, Object> serials(String... serials) {
        return Map.of(
                "lines", List.of(Map.of("line", 1, "quantity", pieces(serials.length), "serials", List.of(serials))));
    }
}
