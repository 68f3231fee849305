package dev.fieldservice.inventory;

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
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A technician asks for what goes into the own van, by what stands on it, and for nothing else. */
@QuarkusTest
@WithTestResource(RealServers.class)
class TechnicianTransfersTest {

    private Store store;
    private UUID own;

    @BeforeEach
    void tenKilogramsAreOnTheShelf() {
        store = Store.with("10");
        own = TransfersTest.tudorsVan();
    }

    @Test
    void whatATechnicianAsksForIsPickedByTheStoreAndReceivedByTheTechnician() {
        String transfer = drafted(Person.TUDOR, store.wanted(store.shelf(), own, "4"));
        gives(Person.TUDOR, transfer, "request", Map.of()).then().statusCode(200);
        gives(Person.TUDOR, transfer, "pick", Map.of()).then().statusCode(403);
        Store.done(transfer, "pick", Map.of());
        gives(Person.TUDOR, transfer, "cancel", Map.of("reason", "Nu mai trebuie"))
                .then()
                .statusCode(409)
                .body("code", equalTo("already-picked"));
        Store.done(transfer, "send", Map.of());
        gives(Person.TUDOR, transfer, "receive", Map.of()).then().statusCode(200);

        assertThat(store.level(own, "onHand")).isEqualByComparingTo("4");
        assertThat(store.level(store.shelf(), "onHand")).isEqualByComparingTo("6");
    }

    @Test
    void whatIsNotPickedIsCalledOffByWhoAskedForIt() {
        String transfer = drafted(Person.TUDOR, store.wanted(store.shelf(), own, "4"));
        gives(Person.TUDOR, transfer, "request", Map.of()).then().statusCode(200);

        gives(Person.TUDOR, transfer, "cancel", Map.of("reason", "Nu mai trebuie"))
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"));
    }

    @Test
    void unusedPartsGoBackOutOfTheOwnVanAndTheWarehouseReceivesThem() {
        store.moves(store.shelf(), own, "4");
        String back = drafted(Person.TUDOR, store.wanted(own, store.shelf(), "3"));
        gives(Person.TUDOR, back, "request", Map.of()).then().statusCode(200);
        gives(Person.TUDOR, back, "cancel", Map.of("reason", "Totuși nu"))
                .then()
                .statusCode(200);

        String again = drafted(Person.TUDOR, store.wanted(own, store.shelf(), "3"));
        gives(Person.TUDOR, again, "request", Map.of()).then().statusCode(200);
        Store.done(again, "pick", Map.of());
        Store.done(again, "send", Map.of());
        gives(Person.TUDOR, again, "receive", Map.of()).then().statusCode(403);
        Store.done(again, "receive", Map.of());

        assertThat(store.level(own, "onHand")).isEqualByComparingTo("1");
        assertThat(store.level(store.shelf(), "onHand")).isEqualByComparingTo("9");
    }

    @Test
    void nothingGoesAnywhereButIntoTheOwnVanAndOthersVansAreNotThere() {
        refused(Person.TUDOR, store.wanted(store.shelf(), store.van(), "1"), "/toLocationId", "unknown-reference");
        refused(Person.TUDOR, store.wanted(store.van(), own, "1"), "/fromLocationId", "unknown-reference");
        refused(Person.TUDOR, store.wanted(own, store.van(), "1"), "/toLocationId", "unknown-reference");
        UUID otherShelf = Store.with("1").shelf();
        refused(Person.TUDOR, store.wanted(store.shelf(), otherShelf, "1"), "/toLocationId", "only-own-vehicle");
        refused(Person.TEODORA, store.wanted(store.shelf(), own, "1"), "/toLocationId", "unknown-reference");

        String away = store.transfer(own, store.van(), "1");
        gives(Person.TUDOR, away, "request", Map.of()).then().statusCode(403);
        gives(Person.TUDOR, away, "cancel", Map.of("reason", "Nu")).then().statusCode(403);
        String others = store.transfer(store.shelf(), store.van(), "1");
        gives(Person.TUDOR, others, "request", Map.of()).then().statusCode(404);
        gives(Person.TEODORA, store.transfer(store.shelf(), own, "1"), "request", Map.of())
                .then()
                .statusCode(404);
        get(Person.STELA, away).then().body("state", equalTo("DRAFT"));
    }

    @Test
    void aPartIsNamedByItsNumberItsBarcodeOrTheSerialNumberOfAPiece() {
        String digits = digits();
        UUID part = Buying.id(post(
                Person.STELA,
                "/v1/parts",
                Map.of(
                        "number",
                        "KX-" + digits,
                        "name",
                        "Compresor",
                        "unit",
                        "EA",
                        "serialised",
                        true,
                        "gtin",
                        digits)));
        String serial = "ZB " + digits;
        post(
                        Person.STELA,
                        "/v1/stock-receipts",
                        Map.of(
                                "locationId", store.shelf(),
                                "partId", part,
                                "quantity", Map.of("amount", "1", "unit", "EA"),
                                "serials", List.of(serial)))
                .then()
                .statusCode(201);

        for (String code : List.of("kx-" + digits, digits, "zb" + digits)) {
            String transfer = drafted(Person.TUDOR, coded(code, null));
            get(Person.TUDOR, transfer).then().body("lines.partId", contains(part.toString()));
            assertThat(get(Person.TUDOR, "/v1/stock-transfers?limit=200&code=" + code)
                            .<List<String>>path("items.id"))
                    .contains(transfer.substring(transfer.lastIndexOf('/') + 1));
        }
        get(Person.TUDOR, "/v1/stock-transfers?code=nimic" + digits).then().body("items", empty());
        refused(Person.TUDOR, coded("nimic" + digits, null), "/lines/0/code", "unknown-reference");
        refused(Person.TUDOR, coded(digits, part), "/lines/0/code", "part-named-twice");
        refused(Person.TUDOR, coded(null, null), "/lines/0/partId", "part-missing");
        var _ = Buying.id(post(
                Person.STELA,
                "/v1/parts",
                Map.of("number", "zb " + digits, "name", "Alt compresor", "unit", "EA", "serialised", false)));
        refused(Person.TUDOR, coded("ZB" + digits, null), "/lines/0/code", "ambiguous-code");
    }

    /** A GTIN that no other test has. */
    private static String digits() {
        long twelve = 590_000_000_000L + Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 1_000_000_000L);
        int sum = 0;
        String text = Long.toString(twelve);
        for (int at = 0; at < text.length(); at++) {
            sum += (text.charAt(at) - '0') * (at % 2 == 0 ? 1 : 3);
        }
        return text + (10 - sum % 10) % 10;
    }

    private Map<String, Object> coded(String code, UUID part) {
        Map<String, Object> line = new HashMap<>(Map.of("quantity", Map.of("amount", "1", "unit", "EA")));
        line.put("code", code);
        line.put("partId", part);
        return Map.of("fromLocationId", store.shelf(), "toLocationId", own, "lines", List.of(line));
    }

    private static String drafted(Person who, Map<String, Object> wanted) {
        Response answer = post(who, "/v1/stock-transfers", wanted);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.header("Location");
    }

    private static Response gives(Person who, String transfer, String command, Object body) {
        return post(who, transfer + "/" + command, body);
    }

    private static void refused(Person who, Map<String, Object> wanted, String pointer, String code) {
        post(who, "/v1/stock-transfers", wanted)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }
}
