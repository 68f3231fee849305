package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.as;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.hamcrest.Matchers.equalTo;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.platform.testing.Person;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Compressors by the piece, in a van of their own. */
record Compressors(Van stock, String number) {

    static Compressors serialised() {
        return of(true);
    }

    static Compressors plain() {
        return of(false);
    }

    private static Compressors of(boolean serialised) {
        String number = "ZB45-" + UUID.randomUUID().toString().substring(0, 8);
        UUID part = UUID.fromString(post(Person.STELA, "/v1/parts", details(number, serialised))
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        return new Compressors(new Van(part, Van.spareVan()), number);
    }

    private static Map<String, Object> details(String number, boolean serialised) {
        return Map.of("number", number, "name", "Compresor scroll", "unit", "EA", "serialised", serialised);
    }

    ValidatableResponse turns(boolean serialised) {
        String path = "/v1/parts/" + stock.part();
        return put(Person.STELA, path, get(Person.STELA, path).header("ETag"), details(number, serialised))
                .then();
    }

    ValidatableResponse receives(String amount, List<String> serials) {
        return receives(amount, serials, Map.of());
    }

    ValidatableResponse receives(String amount, List<String> serials, Map<String, Object> more) {
        Map<String, Object> receipt = new HashMap<>(more);
        receipt.putAll(Map.of(
                "locationId",
                stock.location(),
                "partId",
                stock.part(),
                "quantity",
                Map.of("amount", amount, "unit", "EA")));
        if (serials != null) {
            receipt.put("serials", serials);
        }
        return post(Person.STELA, "/v1/stock-receipts", receipt).then();
    }

    ValidatableResponse enters(String serial) {
        return enters(serial, Map.of());
    }

    ValidatableResponse enters(String serial, Map<String, Object> more) {
        Map<String, Object> piece = new HashMap<>(more);
        piece.putAll(Map.of("partId", stock.part(), "locationId", stock.location(), "serial", serial));
        return post(Person.STELA, "/v1/pieces", piece).then();
    }

    SerialUsage uses(String installed, String removed) {
        return uses("1", installed, removed);
    }

    SerialUsage uses(String amount, String installed, String removed) {
        return new SerialUsage(stock.uses(amount), installed, removed, null);
    }

    /** A compressor of another kind came out. */
    SerialUsage replaces(String installed, Compressors other, String removed) {
        return new SerialUsage(stock.uses("1"), installed, removed, other.stock.part());
    }

    @CanIgnoreReturnValue
    ValidatableResponse is(String serial, String state) {
        eventually(() -> piece(serial).body("items.state", equalTo(List.of(state))));
        return piece(serial);
    }

    private ValidatableResponse piece(String serial) {
        return as(Person.STELA)
                .queryParam("serial", serial)
                .queryParam("partId", stock.part())
                .get("/v1/pieces")
                .then()
                .statusCode(200);
    }
}
