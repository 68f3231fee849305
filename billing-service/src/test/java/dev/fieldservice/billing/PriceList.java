package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Contracts;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The prices of all tests, in force from the first of January 2026, and who sells. */
final class PriceList {

    static final String FROM = "2026-01-01";

    private PriceList() {}

    static void isSet() {
        Company.isEntered();
        List<String> known = get(Person.ANA, "/v1/tax-rates?category=S").path("items.validFrom");
        if (known.contains(FROM)) {
            return;
        }
        set("/v1/labour-rates", Map.of("kind", "LABOUR", "hourlyRate", lei("180.00"), "validFrom", FROM));
        set("/v1/labour-rates", Map.of("kind", "TRAVEL", "hourlyRate", lei("90.00"), "validFrom", FROM));
        set("/v1/tax-rates", Map.of("category", "S", "percent", "21", "validFrom", FROM));
        set("/v1/tax-rates", Map.of("category", "S", "level", "REDUCED", "percent", "11", "validFrom", FROM));
    }

    /** A part that no other test knows. */
    static UUID part(String price) {
        UUID part = UUID.randomUUID();
        price(part, price, FROM);
        return part;
    }

    /** As the inventory tells of it. */
    static void isRegistered(UUID part) {
        Events.publish(
                Topics.PART_REGISTERED,
                part,
                Contracts.sample(Topics.PART_REGISTERED, Map.of("partId", part, "partVersion", 1)));
    }

    /** As soon as its part is heard of. */
    static void price(UUID part, String price, String from) {
        isRegistered(part);
        Map<String, Object> details = Map.of("partId", part, "unitPrice", lei(price), "validFrom", from);
        eventually(() -> post(Person.ANA, "/v1/part-prices", details).then().statusCode(201));
    }

    static Map<String, Object> lei(String amount) {
        return Map.of("amount", amount, "currency", "RON");
    }

    static void set(String path, Object rate) {
        post(Person.ANA, path, rate).then().statusCode(201);
    }
}
