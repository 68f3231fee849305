package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Http.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Contracts;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A job at the supermarket's, as the execution service tells of it. */
final class Job {

    private static final ObjectMapper JSON = new ObjectMapper();

    final UUID order = UUID.randomUUID();
    final UUID ticket = UUID.randomUUID();
    private final Instant closedAt;
    private final List<Map<String, Object>> usages = new ArrayList<>();
    private final List<Map<String, Object>> labour = new ArrayList<>();
    private final List<UUID> reversed = new ArrayList<>();

    record Used(UUID id, UUID part, String amount, String unit) {}

    Job(String closedAt) {
        this.closedAt = Instant.parse(closedAt);
    }

    static Job ofMarch() {
        return new Job("2026-03-02T12:20:00Z");
    }

    /** A usage that the report lists. */
    Used uses(UUID part, String amount, String unit) {
        Used used = unreported(part, amount, unit);
        usages.add(Map.of(
                "usageId",
                used.id(),
                "partId",
                part,
                "partNumber",
                "R-449A",
                "partName",
                "Agent frigorific R-449A",
                "quantity",
                quantity(used)));
        return used;
    }

    Used unreported(UUID part, String amount, String unit) {
        return new Used(UUID.randomUUID(), part, amount, unit);
    }

    void reportsReversed(Used used) {
        reversed.add(used.id());
    }

    Job works(String kind, int minutes) {
        labour.add(Map.of(
                "entryId",
                UUID.randomUUID(),
                "technicianId",
                Person.TUDOR.id(),
                "kind",
                kind,
                "startedAt",
                closedAt.minus(Duration.ofHours(4)).toString(),
                "endedAt",
                closedAt.minus(Duration.ofHours(4))
                        .plus(Duration.ofMinutes(minutes))
                        .toString()));
        return this;
    }

    void tell(Used used) {
        Events.publish(Topics.PARTS_CONSUMED, order, payload(used.id(), used));
    }

    void tellReversed(Used used) {
        Map<String, Object> payload = payload(UUID.randomUUID(), used);
        payload.put("reversalOf", used.id());
        Events.publish(Topics.PARTS_CONSUMED, order, payload);
    }

    void close() {
        close(1);
    }

    void close(int closureNumber) {
        ObjectNode event = (ObjectNode)
                Contracts.sample(Topics.JOB_CLOSED, Map.of("orderId", order, "ticketId", ticket, "closedAt", closedAt));
        event.put("closureNumber", closureNumber);
        event.set("usages", tree(usages));
        event.set("labour", tree(labour));
        event.set("reversedUsageIds", tree(reversed));
        Events.publish(Topics.JOB_CLOSED, order, event);
    }

    Response billingCase() {
        return get(Person.ANA, "/v1/billing-cases/" + order);
    }

    List<String> invoices() {
        return get(Person.ANA, "/v1/invoices?orderId=" + order).path("items.id");
    }

    String invoice() {
        return "/v1/invoices/" + invoices().getFirst();
    }

    private Map<String, Object> payload(UUID usageId, Used used) {
        return new HashMap<>(Map.of(
                "usageId",
                usageId,
                "orderId",
                order,
                "ticketId",
                ticket,
                "partId",
                used.part(),
                "quantity",
                quantity(used),
                "stockLocationId",
                UUID.randomUUID(),
                "technicianId",
                Person.TUDOR.id(),
                "occurredAt",
                "2026-03-02T09:38:20Z"));
    }

    private static Map<String, Object> quantity(Used used) {
        return Map.of("amount", used.amount(), "unit", used.unit());
    }

    private static JsonNode tree(Object value) {
        return JSON.valueToTree(value);
    }
}
