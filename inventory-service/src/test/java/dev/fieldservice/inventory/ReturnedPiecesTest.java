package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Compressors go back to their supplier: those that came out of machines, and those that nobody needs. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ReturnedPiecesTest {

    private static final Instant LATER = Instant.parse("2026-03-02T09:50:00Z");

    private Buying buying;
    private Compressors van;
    private String receipt;

    @BeforeEach
    void threeCompressorsCame() {
        buying = Buying.inLei();
        van = Compressors.serialised();
        buying.offers(van.stock().part(), "500.00", "1", true).then().statusCode(201);
        receipt = van.receives("3", List.of("ZB-1", "ZB-2", "ZB-3"), Map.of("supplierId", buying.supplier()))
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void whatCameOutOfAMachineAndIsToBeReturnedIsGatheredOnce() {
        String piece = cameOut();
        drafted(Map.of()).statusCode(409).body("code", equalTo("nothing-to-return"));
        drafted(line(Map.of("pieceId", piece))).statusCode(409).body("code", equalTo("not-to-return"));
        disposed(piece);

        String id = drafted(Map.of())
                .statusCode(201)
                .body("lines.pieceId", equalTo(List.of(piece)))
                .body("lines[0].serials", equalTo(List.of("ZB-1")))
                .body("total.amount", equalTo("500.00"))
                .extract()
                .path("id");
        drafted(Map.of()).statusCode(409).body("code", equalTo("nothing-to-return"));
        drafted(line(Map.of("pieceId", piece))).statusCode(409).body("code", equalTo("in-another-return"));
        given(id, "send", null).statusCode(200).body("lines[0].movementId", nullValue());

        van.is("ZB-1", "OUT").body("items[0].disposition", nullValue());
        assertThat(van.stock().onHand()).isEqualByComparingTo("1");
        drafted(Map.of()).statusCode(409).body("code", equalTo("nothing-to-return"));
        post(Person.STELA, "/v1/pieces/" + piece + "/dispose", Map.of("disposition", "RETURN_TO_SUPPLIER"))
                .then()
                .statusCode(409)
                .body("code", equalTo("returned-to-supplier"));
        given(id, "cancel", Map.of("reason", "Nu este în garanție")).statusCode(200);
        van.is("ZB-1", "OUT").body("items[0].disposition", equalTo("RETURN_TO_SUPPLIER"));
        drafted(Map.of()).statusCode(201);
    }

    @Test
    void aPieceThatMovedSinceDoesNotGoBack() {
        String piece = cameOut();
        disposed(piece);
        String id = drafted(Map.of()).statusCode(201).extract().path("id");
        van.receives("1", List.of("ZB-1")).statusCode(201);

        given(id, "send", null).statusCode(409).body("code", equalTo("not-to-return"));
    }

    @Test
    void aPieceOfAReceiptLeavesTheStockByItsNumber() {
        drafted(line(one())).statusCode(422).body("code", equalTo("serial-number-missing"));
        drafted(line(one("ZB-9"))).statusCode(422).body("code", equalTo("not-of-this-receipt"));
        drafted(Map.of("lines", List.of(one("ZB-1"), one("zb-1"))))
                .statusCode(422)
                .body("code", equalTo("same-serial-number"));
        String id = drafted(Map.of("lines", List.of(one("ZB-1"), one("ZB-2"))))
                .statusCode(201)
                .extract()
                .path("id");

        given(id, "send", null).statusCode(200);
        String gone = van.is("ZB-1", "OUT").extract().path("items[0].id");
        post(Person.STELA, "/v1/pieces/" + gone + "/dispose", Map.of("disposition", "RETURN_TO_SUPPLIER"))
                .then()
                .statusCode(409)
                .body("code", equalTo("returned-to-supplier"));
        van.is("ZB-3", "IN_STOCK");
        assertThat(van.stock().onHand()).isEqualByComparingTo("1");
        given(id, "cancel", Map.of("reason", "Nu le primește")).statusCode(200);
        van.is("ZB-1", "IN_STOCK");
        assertThat(van.stock().onHand()).isEqualByComparingTo("3");
        assertThat(van.stock().discrepancies("OPEN")).isEmpty();
    }

    /** The piece's id. */
    private String cameOut() {
        van.uses("ZB-1", null).happens();
        van.is("ZB-1", "INSTALLED");
        van.uses("ZB-2", "ZB-1").happensAt(LATER);
        return van.is("ZB-1", "OUT").extract().path("items[0].id");
    }

    private static void disposed(String piece) {
        post(Person.STELA, "/v1/pieces/" + piece + "/dispose", Map.of("disposition", "RETURN_TO_SUPPLIER"))
                .then()
                .statusCode(200);
    }

    private Map<String, Object> one(String... serials) {
        return Map.of(
                "receiptId", receipt, "quantity", Map.of("amount", "1", "unit", "EA"), "serials", List.of(serials));
    }

    private static Map<String, Object> line(Map<String, Object> line) {
        return Map.of("lines", List.of(line));
    }

    private ValidatableResponse drafted(Map<String, Object> more) {
        Map<String, Object> wanted = new HashMap<>(more);
        wanted.put("supplierId", buying.supplier());
        return post(Person.STELA, "/v1/supplier-returns", wanted).then();
    }

    @CanIgnoreReturnValue
    private static ValidatableResponse given(String id, String command, Map<String, ?> body) {
        String path = "/v1/supplier-returns/" + id + "/" + command;
        return (body == null ? post(Person.STELA, path) : post(Person.STELA, path, body)).then();
    }
}
