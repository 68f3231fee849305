package dev.fieldservice.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Contracts;
import dev.fieldservice.platform.testing.Events;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A visit of an order, as dispatch and the field tell of it. */
record Visit(UUID order, UUID ticket, UUID appointment, UUID driver) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLANNED = "2026-03-02T07:41:00Z";

    static Visit of(UUID driver) {
        return new Visit(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), driver);
    }

    /** The visit that follows this one. */
    Visit next() {
        return new Visit(order, ticket, UUID.randomUUID(), driver);
    }

    /** The same of somebody else. */
    Visit by(UUID other) {
        return new Visit(order, ticket, appointment, other);
    }

    void isPlanned(int version, UUID part, String... kilograms) {
        isPlannedAt(PLANNED, version, part, kilograms);
    }

    void isPlannedAt(String at, int version, UUID part, String... kilograms) {
        isPlannedAt(
                at,
                version,
                List.of(kilograms).stream()
                        .map(amount -> planned(part, Van.kilograms(amount)))
                        .toList());
    }

    /** With several parts. */
    void isPlanned(int version, List<Map<String, Object>> parts) {
        isPlannedAt(PLANNED, version, parts);
    }

    static Map<String, Object> planned(UUID part, Map<String, Object> quantity) {
        return Map.of("partId", part, "quantity", quantity);
    }

    private void isPlannedAt(String at, int version, List<Map<String, Object>> parts) {
        ObjectNode plan = (ObjectNode) Contracts.sample(
                Topics.ORDER_ASSIGNED,
                Map.of(
                        "orderId", order,
                        "ticketId", ticket,
                        "appointmentId", appointment,
                        "assignmentVersion", version,
                        "assignedAt", at));
        plan.set("technicians", JSON.valueToTree(List.of(Map.of("id", driver, "name", "Tudor", "lead", true))));
        plan.set("plannedParts", JSON.valueToTree(parts));
        Events.publish(Topics.ORDER_ASSIGNED, order, plan);
    }

    void isTakenBack(int version) {
        Events.publish(
                Topics.ORDER_UNASSIGNED,
                order,
                Map.of(
                        "orderId", order,
                        "ticketId", ticket,
                        "appointmentId", appointment,
                        "assignmentVersion", version,
                        "technicianIds", List.of(driver),
                        "reason", "Tudor este reținut la altă lucrare",
                        "unassignedAt", "2026-03-02T07:50:00Z"));
    }

    void becomes(String state, int knownPlan) {
        Events.publish(
                Topics.VISIT_PROGRESSED,
                order,
                Map.of(
                        "orderId", order,
                        "ticketId", ticket,
                        "appointmentId", appointment,
                        "progressVersion", 1,
                        "state", state,
                        "technicianId", driver,
                        "occurredAt", Instant.now().toString(),
                        "assignmentVersion", knownPlan));
    }

    /** Out of that place, after the visit was planned. */
    Usage uses(Van place, String kilograms) {
        return new Usage(UUID.randomUUID(), order, ticket, place.part(), place.location(), kilograms, null);
    }

    /** What dispatch was told, so many times at least. */
    List<String> told(int times) {
        return Events.await(Topics.PARTS_READINESS, order, times).stream()
                .map(told -> told.path("parts").asText())
                .toList();
    }

    JsonNode lastTold(int times) {
        return Events.await(Topics.PARTS_READINESS, order, times).getLast();
    }
}
