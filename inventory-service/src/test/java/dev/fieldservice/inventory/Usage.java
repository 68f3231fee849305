package dev.fieldservice.inventory;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A part used on a job, as the execution service tells it. */
record Usage(UUID id, UUID order, UUID ticket, UUID part, UUID location, String kilograms, UUID reversalOf) {

    Usage reversed() {
        return new Usage(UUID.randomUUID(), order, ticket, part, location, kilograms, id);
    }

    /** Tells it, each time with another event id. */
    void happens() {
        Events.publish(Topics.PARTS_CONSUMED, order, payload());
    }

    void happensAt(Instant moment) {
        Map<String, Object> payload = payload();
        payload.put("occurredAt", moment.toString());
        Events.publish(Topics.PARTS_CONSUMED, order, payload);
    }

    Map<String, Object> payload() {
        Map<String, Object> payload = new HashMap<>(Map.of(
                "usageId",
                id,
                "orderId",
                order,
                "ticketId",
                ticket,
                "partId",
                part,
                "quantity",
                Van.kilograms(kilograms),
                "stockLocationId",
                location,
                "technicianId",
                Person.TUDOR.id(),
                "occurredAt",
                "2026-03-02T09:38:20Z"));
        if (reversalOf != null) {
            payload.put("reversalOf", reversalOf);
        }
        return payload;
    }
}
