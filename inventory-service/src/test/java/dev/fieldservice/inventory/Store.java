package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.testing.Person;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A warehouse and two vans that no other test knows, and refrigerant that is moved between them. */
record Store(UUID part, UUID shelf, UUID van, UUID otherVan, UUID driver) {

    static final UUID TRANSIT = new UUID(0, 1);

    /** With so much on the shelf, and nothing in the vans. */
    static Store with(String kilograms) {
        Store store = empty(Van.refrigerant());
        store.at(store.shelf).receive(kilograms);
        return store;
    }

    /** For a part of which there is nothing. */
    static Store empty(UUID part) {
        UUID driver = UUID.randomUUID();
        return new Store(
                part,
                location(Map.of("kind", "WAREHOUSE", "name", "Depozit Militari")),
                location(Map.of("kind", "VEHICLE", "name", "Duba lui Tudor", "technicianId", driver)),
                location(Map.of("kind", "VEHICLE", "name", "Duba Teodorei", "technicianId", UUID.randomUUID())),
                driver);
    }

    static UUID location(Map<String, Object> details) {
        return UUID.fromString(post(Person.STELA, "/v1/stock-locations", details)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    Van at(UUID place) {
        return new Van(part, place);
    }

    /** A draft. */
    String transfer(UUID from, UUID to, String kilograms) {
        Response answer = post(Person.STELA, "/v1/stock-transfers", wanted(from, to, kilograms));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.header("Location");
    }

    Map<String, Object> wanted(UUID from, UUID to, String kilograms) {
        return Map.of(
                "fromLocationId",
                from,
                "toLocationId",
                to,
                "lines",
                List.of(Map.of("partId", part, "quantity", Van.kilograms(kilograms))));
    }

    /** On its way. */
    String sent(UUID from, UUID to, String kilograms) {
        String transfer = transfer(from, to, kilograms);
        done(transfer, "request", Map.of());
        done(transfer, "pick", Map.of());
        done(transfer, "send", Map.of());
        return transfer;
    }

    void moves(UUID from, UUID to, String kilograms) {
        done(sent(from, to, kilograms), "receive", Map.of());
    }

    static void done(String thing, String command, Object body) {
        Response answer = give(thing, command, body);
        assertThat(answer.statusCode()).as(command + ": " + answer.asString()).isEqualTo(200);
    }

    static Response give(String thing, String command, Object body) {
        return post(Person.STELA, thing + "/" + command, body);
    }

    /** So much of the first line. */
    static Map<String, Object> some(String kilograms) {
        return Map.of("lines", List.of(Map.of("line", 1, "quantity", Van.kilograms(kilograms))));
    }

    /** One figure of a level, or 0 where there is none. */
    BigDecimal level(UUID place, String figure) {
        List<String> amounts = get(Person.STELA, "/v1/stock-levels?partId=" + part + "&locationId=" + place)
                .path("items." + figure + ".amount");
        return amounts.isEmpty() ? BigDecimal.ZERO : new BigDecimal(amounts.getFirst());
    }
}
