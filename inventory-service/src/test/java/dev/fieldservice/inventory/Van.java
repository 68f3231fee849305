package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.platform.testing.Person;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The stock of all tests: refrigerant in a technician's van. */
record Van(UUID part, UUID location) {

    /** A part and a van that no other test knows. */
    static Van loaded(String kilograms) {
        Van van = new Van(refrigerant(), spareVan());
        van.receive(kilograms);
        return van;
    }

    static UUID refrigerant() {
        return id(
                "/v1/parts",
                Map.of(
                        "number",
                        "R-449A-" + UUID.randomUUID().toString().substring(0, 8),
                        "name",
                        "Agent frigorific R-449A",
                        "unit",
                        "KGM",
                        "serialised",
                        false));
    }

    static UUID spareVan() {
        return id("/v1/stock-locations", Map.of("kind", "VEHICLE", "name", "Duba de rezervă"));
    }

    /** The receipt's id. */
    @CanIgnoreReturnValue
    UUID receive(String kilograms) {
        return id(
                "/v1/stock-receipts", Map.of("locationId", location, "partId", part, "quantity", kilograms(kilograms)));
    }

    /** At a price, in lei. The receipt's id. */
    @CanIgnoreReturnValue
    UUID buy(String kilograms, String price) {
        return id(
                "/v1/stock-receipts",
                Map.of(
                        "locationId",
                        location,
                        "partId",
                        part,
                        "quantity",
                        kilograms(kilograms),
                        "unitCost",
                        Buying.lei(price)));
    }

    void takeBack(UUID receipt) {
        post(Person.STELA, "/v1/stock-receipts/" + receipt + "/reverse", Map.of("reason", "Greșit"))
                .then()
                .statusCode(200);
    }

    Usage uses(String kilograms) {
        return new Usage(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), part, location, kilograms, null);
    }

    /** What the list of levels says, or null if there is none. */
    BigDecimal onHand() {
        List<String> amounts = get(Person.STELA, "/v1/stock-levels?partId=" + part + "&locationId=" + location)
                .path("items.onHand.amount");
        return amounts.isEmpty() ? null : new BigDecimal(amounts.getFirst());
    }

    List<Map<String, Object>> movements() {
        return get(Person.STELA, "/v1/stock-movements?limit=200&partId=" + part + "&locationId=" + location)
                .path("items");
    }

    List<Map<String, Object>> discrepancies(String state) {
        return get(Person.STELA, "/v1/discrepancies?state=" + state + "&partId=" + part + "&locationId=" + location)
                .path("items");
    }

    static Map<String, Object> kilograms(String amount) {
        return Map.of("amount", amount, "unit", "KGM");
    }

    private static UUID id(String path, Object body) {
        return UUID.fromString(
                post(Person.STELA, path, body).then().statusCode(201).extract().path("id"));
    }
}
