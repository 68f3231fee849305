package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.platform.testing.Person;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The buying of all tests: refrigerant of a supplier whom no other test knows, for a van that no other test knows. */
record Buying(Van van, UUID supplier, String name) {

    static Buying inLei() {
        return in("RON");
    }

    static Buying in(String currency) {
        String name = "Frigotehnica SA " + UUID.randomUUID().toString().substring(0, 8);
        UUID supplier =
                id(post(Person.BOGDAN, "/v1/suppliers", Map.of("name", name, "currency", currency, "paymentDays", 30)));
        return new Buying(new Van(Van.refrigerant(), Van.spareVan()), supplier, name);
    }

    Response offers(UUID part, String price, String packSize, boolean preferred) {
        return post(Person.BOGDAN, "/v1/supplier-parts", offer(part, price, packSize, preferred));
    }

    Map<String, Object> offer(UUID part, String price, String packSize, boolean preferred) {
        return Map.of(
                "supplierId",
                supplier,
                "partId",
                part,
                "supplierNumber",
                "FT-449",
                "packSize",
                packSize,
                "unitPrice",
                lei(price),
                "leadTimeDays",
                3,
                "preferred",
                preferred,
                "offered",
                true);
    }

    /** Of the van's part, at a price. */
    Map<String, Object> wanted(String kilograms, String price) {
        return order(List.of(line(van.part(), kilograms, price)));
    }

    Map<String, Object> order(List<Map<String, Object>> lines) {
        return new HashMap<>(Map.of("supplierId", supplier, "locationId", van.location(), "lines", lines));
    }

    static Map<String, Object> line(UUID part, String kilograms, String price) {
        Map<String, Object> line = new HashMap<>(Map.of("partId", part, "quantity", Van.kilograms(kilograms)));
        if (price != null) {
            line.put("unitPrice", lei(price));
        }
        return line;
    }

    /** Placed; its id. */
    UUID ordered(String kilograms, String price) {
        UUID order = id(post(Person.BOGDAN, "/v1/purchase-orders", wanted(kilograms, price)));
        place(order);
        return order;
    }

    @CanIgnoreReturnValue
    static Response place(UUID order) {
        Response placed = post(Person.BOGDAN, "/v1/purchase-orders/" + order + "/order", Map.of());
        placed.then().statusCode(200);
        return placed;
    }

    static Response read(UUID order) {
        return get(Person.BOGDAN, "/v1/purchase-orders/" + order);
    }

    static String lineOf(UUID order) {
        return read(order).path("lines[0].id");
    }

    static Response receives(UUID order, String note, String kilograms) {
        return receives(order, note, kilograms, Map.of(), Map.of());
    }

    /** @param more of the delivery @param moreOfLine of its only line */
    static Response receives(
            UUID order, String note, String kilograms, Map<String, Object> more, Map<String, Object> moreOfLine) {
        Map<String, Object> line = new HashMap<>(moreOfLine);
        line.put("lineId", lineOf(order));
        line.put("quantity", Van.kilograms(kilograms));
        Map<String, Object> goods = new HashMap<>(more);
        goods.put("deliveryNote", note);
        goods.put("lines", List.of(line));
        return post(Person.STELA, "/v1/purchase-orders/" + order + "/receive", goods);
    }

    static Map<String, Object> lei(String amount) {
        return Map.of("amount", amount, "currency", "RON");
    }

    static UUID id(Response made) {
        return UUID.fromString(made.then().statusCode(201).extract().path("id"));
    }
}
