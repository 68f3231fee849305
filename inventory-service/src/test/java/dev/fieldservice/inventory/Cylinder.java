package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A cylinder of refrigerant: 12.5 kg empty, for 10 kg. */
record Cylinder(Store store, String path, String number) {

    static final String TARE = "12.5";
    static final String CAPACITY = "10";

    static Cylinder at(Store store, UUID place) {
        String number = "CIL-" + UUID.randomUUID().toString().substring(0, 13);
        Response made = post(Person.STELA, "/v1/containers", details(store.part(), place, number));
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        return new Cylinder(store, made.header("Location"), number);
    }

    static Map<String, Object> details(UUID part, UUID place, String number) {
        return Map.of(
                "partId",
                part,
                "locationId",
                place,
                "number",
                number,
                "tare",
                Van.kilograms(TARE),
                "capacity",
                Van.kilograms(CAPACITY));
    }

    /** One that came with a receipt. */
    static Map<String, Object> came(String number, String kilograms) {
        return Map.of(
                "number",
                number,
                "quantity",
                Van.kilograms(kilograms),
                "tare",
                Van.kilograms(TARE),
                "capacity",
                Van.kilograms(CAPACITY));
    }

    Response fill(String source, String kilograms) {
        return Store.give(path, "fill", Map.of("source", source, "quantity", Van.kilograms(kilograms)));
    }

    @CanIgnoreReturnValue
    Cylinder filled(String kilograms) {
        fill("STOCK", kilograms).then().statusCode(200);
        return this;
    }

    /** With so much in it by the scales, for a reason. */
    Response weigh(String kilograms) {
        return Store.give(path, "weigh", weighed(kilograms));
    }

    static Map<String, Object> weighed(String kilograms) {
        String gross = new BigDecimal(TARE).add(new BigDecimal(kilograms)).toPlainString();
        return Map.of("gross", Van.kilograms(gross), "reason", "Ventilul pierdea");
    }

    Response move(UUID to) {
        return Store.give(path, "move", Map.of("toLocationId", to));
    }

    Response leave(String command) {
        return Store.give(path, command, Map.of("reason", "Predat cu avizul AV 4471"));
    }

    BigDecimal content() {
        return contentAsOf("");
    }

    /** @param query empty for now */
    BigDecimal contentAsOf(String query) {
        return new BigDecimal(
                get(Person.STELA, path + query).then().statusCode(200).extract().<String>path("content.amount"));
    }

    List<Map<String, Object>> entries() {
        return get(Person.STELA, path + "/entries?limit=200").path("items");
    }

    @CanIgnoreReturnValue
    Usage usedAt(UUID place, String kilograms, Instant at) {
        Usage usage = store.at(place).uses(kilograms);
        tell(usage, number, at);
        return usage;
    }

    void tell(Usage usage, Instant at) {
        tell(usage, number, at);
    }

    static void tell(Usage usage, String number, Instant at) {
        Map<String, Object> payload = new HashMap<>(usage.payload());
        payload.put("containerNumber", number);
        payload.put("occurredAt", at.toString());
        Events.publish(Topics.PARTS_CONSUMED, usage.order(), payload);
    }

    /** The kinds of what is open of the part at a place. */
    static List<String> open(Store store, UUID place) {
        return store.at(place).discrepancies("OPEN").stream()
                .map(each -> (String) each.get("kind"))
                .toList();
    }
}
