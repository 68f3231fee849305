package dev.fieldservice.dispatch;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Contracts;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** A leaky chiller: a ticket that has become a service order. */
record Job(UUID ticket, UUID order) {

    /** The ticket as the ticket service tells of it. */
    static ObjectNode ticketCreated(UUID ticket) {
        return (ObjectNode) Contracts.sample(Topics.TICKET_CREATED, Map.of("ticketId", ticket));
    }

    static Job waiting() {
        return waiting(ticket -> {});
    }

    static Job waiting(Consumer<ObjectNode> details) {
        UUID ticket = Ids.next();
        ObjectNode event = ticketCreated(ticket);
        details.accept(event);
        Events.publish(Topics.TICKET_CREATED, ticket, event);
        return await(ticket);
    }

    static Job await(UUID ticket) {
        eventually(() -> assertThat(ordersOf(ticket)).hasSize(1));
        return new Job(ticket, UUID.fromString(ordersOf(ticket).getFirst()));
    }

    static List<String> ordersOf(UUID ticket) {
        return get(Person.DANA, "/v1/service-orders?ticketId=" + ticket).path("items.id");
    }

    String path() {
        return "/v1/service-orders/" + order;
    }

    Response seen() {
        return get(Person.DANA, path());
    }

    Response command(String name, Object body) {
        return post(Person.DANA, path() + "/" + name, body);
    }

    /** Assigns and returns the appointment. */
    UUID given(Mechanic mechanic, String start, String end) {
        return given(start, end, mechanic);
    }

    UUID given(String start, String end, Mechanic... mechanics) {
        Response answer = command("assign", assignment(start, end, mechanics));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.<String>path("id")).isEqualTo(order.toString());
        assertThat(answer.header("ETag")).isEqualTo("\"" + answer.path("version") + "\"");
        return UUID.fromString(answer.path("appointment.id"));
    }

    void isPlannedFor(Mechanic mechanic, String start, String end) {
        assertThat(given(mechanic, start, end)).isNotNull();
    }

    static Map<String, Object> assignment(String start, String end, Mechanic... mechanics) {
        return new HashMap<>(Map.of(
                "technicianIds", List.of(mechanics).stream().map(Mechanic::id).toList(),
                "window", window(start, end)));
    }

    static Map<String, Object> window(String start, String end) {
        return Map.of("start", start, "end", end);
    }

    /** Hours from now, on the hour. */
    static String in(int hours) {
        return Instant.now()
                .truncatedTo(ChronoUnit.HOURS)
                .plus(hours, ChronoUnit.HOURS)
                .toString();
    }

    void progresses(UUID appointment, int version, String state, Instant at) {
        progresses(appointment, version, state, at, null);
    }

    /** As told by the first of those who are on it. */
    void progresses(UUID appointment, int version, String state, Instant at, String reason) {
        String technician = get(Person.DANA, "/v1/appointments/" + appointment).path("technicians[0].id");
        progresses(appointment, UUID.fromString(technician), version, state, at, reason);
    }

    void progresses(UUID appointment, UUID technician, int version, String state, Instant at, String reason) {
        Map<String, Object> event = new HashMap<>(Map.of(
                "orderId", order,
                "ticketId", ticket,
                "appointmentId", appointment,
                "progressVersion", version,
                "state", state,
                "technicianId", technician,
                "occurredAt", at.toString()));
        if (reason != null) {
            event.put("reason", reason);
        }
        Events.publish(Topics.VISIT_PROGRESSED, order, event);
    }

    /** Somebody sets out who knows where they are. */
    void isTravelledTo(UUID appointment, Instant at, double latitude, double longitude) {
        String technician = get(Person.DANA, "/v1/appointments/" + appointment).path("technicians[0].id");
        Events.publish(
                Topics.VISIT_PROGRESSED,
                order,
                Map.of(
                        "orderId",
                        order,
                        "ticketId",
                        ticket,
                        "appointmentId",
                        appointment,
                        "progressVersion",
                        1,
                        "state",
                        "TRAVELLING",
                        "technicianId",
                        technician,
                        "occurredAt",
                        at.toString(),
                        "position",
                        Map.of("latitude", latitude, "longitude", longitude, "accuracyMetres", 12.5)));
    }

    /** As told by a field that had heard of that decision, and of none after it. */
    void isTold(UUID appointment, Mechanic technician, int version, String state, int assignmentVersion) {
        Events.publish(
                Topics.VISIT_PROGRESSED,
                order,
                Map.of(
                        "orderId", order,
                        "ticketId", ticket,
                        "appointmentId", appointment,
                        "progressVersion", version,
                        "state", state,
                        "technicianId", technician.id(),
                        "occurredAt", Instant.now().toString(),
                        "assignmentVersion", assignmentVersion));
    }

    void isReportedDone(UUID appointment, String outcome, boolean needsFollowUp, Instant at) {
        Events.publish(
                Topics.JOB_COMPLETED,
                order,
                Map.of(
                        "orderId", order,
                        "ticketId", ticket,
                        "appointmentId", appointment,
                        "outcome", outcome,
                        "followUpRequired", needsFollowUp,
                        "completedAt", at.toString()));
    }

    /** One thing is to be done yet, and a part is missing for it. */
    void leaves(UUID appointment, String open, UUID part) {
        leaves(appointment, open, part, false);
    }

    /** The same from a phone that was out of reach when the visit was ended for its technician. */
    void leavesAfterAll(UUID appointment, String open, UUID part) {
        leaves(appointment, open, part, true);
    }

    private void leaves(UUID appointment, String open, UUID part, boolean isAmended) {
        Events.publish(
                Topics.JOB_COMPLETED,
                order,
                Map.of(
                        "orderId",
                        order,
                        "ticketId",
                        ticket,
                        "appointmentId",
                        appointment,
                        "outcome",
                        "INCOMPLETE",
                        "followUpRequired",
                        true,
                        "leftOpen",
                        List.of(open),
                        "partsNeeded",
                        List.of(Map.of(
                                "partId",
                                part,
                                "partNumber",
                                "EXV-20",
                                "partName",
                                "Ventil de laminare",
                                "quantity",
                                Map.of("amount", "1.000", "unit", "EA"))),
                        "completedAt",
                        Instant.now().toString(),
                        "amended",
                        isAmended));
    }

    void isClosed(Instant at) {
        Events.publish(
                Topics.JOB_CLOSED,
                order,
                Contracts.sample(Topics.JOB_CLOSED, Map.of("orderId", order, "ticketId", ticket, "closedAt", at)));
    }

    void isCancelled(String reason) {
        isCancelled(ticket, reason);
    }

    static void isCancelled(UUID ticket, String reason) {
        ticketSays(ticket, 1000, "CALLED_OFF", reason);
    }

    void ticketSays(int version, String work, String reason) {
        ticketSays(ticket, version, work, reason);
    }

    static void ticketSays(UUID ticket, int version, String work, String reason) {
        ticketSays(ticket, version, work, event -> event.put("reason", reason));
    }

    void ticketSays(int version, String work, Consumer<ObjectNode> details) {
        ticketSays(ticket, version, work, details);
    }

    /** The ticket as the ticket service tells of its changes; the newest version stands. */
    static void ticketSays(UUID ticket, int version, String work, Consumer<ObjectNode> details) {
        ObjectNode event = (ObjectNode) Contracts.sample(
                Topics.TICKET_CHANGED, Map.of("ticketId", ticket, "ticketVersion", version, "work", work));
        details.accept(event);
        Events.publish(Topics.TICKET_CHANGED, ticket, event);
    }

    Response delays(UUID appointment, Object delay) {
        return post(Person.DANA, "/v1/appointments/" + appointment + "/delay", delay);
    }

    void becomes(String state) {
        eventually(() -> assertThat(seen().<String>path("state")).isEqualTo(state));
    }

    void visitBecomes(UUID appointment, String state) {
        eventually(() -> assertThat(
                        get(Person.DANA, "/v1/appointments/" + appointment).<String>path("state"))
                .isEqualTo(state));
    }

    List<String> history() {
        return get(Person.DANA, "/v1/history?limit=200&correlationId=" + ticket).path("items.action");
    }
}
