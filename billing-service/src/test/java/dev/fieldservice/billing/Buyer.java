package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.post;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Contracts;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** A customer that no other test knows, with prices of its own. */
final class Buyer {

    private static final List<Map<String, String>> NIGHT =
            List.of(Map.of("from", "00:00", "to", "06:00"), Map.of("from", "22:00", "to", "24:00"));

    private final UUID id = UUID.randomUUID();

    /** Its first request is heard of. */
    Buyer() {
        UUID ticket = UUID.randomUUID();
        ObjectNode event = (ObjectNode) Contracts.sample(Topics.TICKET_CREATED, Map.of("ticketId", ticket));
        ((ObjectNode) event.get("customer")).put("id", id.toString());
        Events.publish(Topics.TICKET_CREATED, ticket, event);
    }

    UUID id() {
        return id;
    }

    /** Evening 125 %, night 150 %, weekend 175 %, holiday 200 %. */
    void bands() {
        band("Seara", Map.of("percent", "125", "hours", List.of(Map.of("from", "18:00", "to", "22:00"))));
        band("Noaptea", Map.of("percent", "150", "hours", NIGHT));
        band("Weekend", Map.of("percent", "175", "days", List.of("SATURDAY", "SUNDAY")));
        band("Sărbătoare", Map.of("percent", "200", "publicHolidays", true));
    }

    private void band(String name, Map<String, Object> band) {
        var _ = rule(name, Map.of("band", band));
    }

    /** Its id. */
    String rule(String name, Map<String, Object> terms) {
        Map<String, Object> rule = new HashMap<>(terms);
        rule.put("name", name);
        rule.put("customerId", id);
        return set("/v1/price-rules", withReason(rule));
    }

    void taxRule(Map<String, Object> rule) {
        var _ = set("/v1/tax-rules", withReason(new HashMap<>(rule)));
    }

    void price(String path, String field, String amount, Map<String, Object> details) {
        Map<String, Object> price = new HashMap<>(details);
        price.put("customerId", id);
        price.put(field, PriceList.lei(amount));
        price.putIfAbsent("validFrom", PriceList.FROM);
        var _ = set(path, price);
    }

    private static Map<String, Object> withReason(Map<String, Object> rule) {
        rule.putIfAbsent("reason", "Cum s-a convenit");
        rule.putIfAbsent("validFrom", PriceList.FROM);
        return rule;
    }

    /** As soon as what it is about is heard of. */
    private static String set(String path, Map<String, Object> body) {
        AtomicReference<String> made = new AtomicReference<>();
        eventually(() -> made.set(
                post(Person.ANA, path, body).then().statusCode(201).extract().path("id")));
        return made.get();
    }
}
