package dev.fieldservice.workorder;

import static dev.fieldservice.platform.testing.Events.eventually;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Contracts;
import dev.fieldservice.platform.testing.Events;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The job of all tests: a supermarket's chiller leaks refrigerant. */
record Job(UUID id, UUID ticket, UUID appointment, Worker technician) {

    static final Map<String, Object> BY_THE_RAMP =
            Map.of("latitude", 44.4271, "longitude", 26.0349, "accuracyMetres", 12.5);

    /** Whether or not the customer has signed. */
    static final Map<String, Object> APPROVAL = Map.of("signatureRemark", "Confirmat la telefon");

    static final Duration A_DAY = Duration.ofDays(1);

    static Job of(Worker technician) {
        return new Job(Ids.next(), Ids.next(), Ids.next(), technician);
    }

    /** On the technicians' phones; the first one leads. */
    static Job assignedTo(Worker... technicians) {
        Job job = of(technicians[0]);
        job.assign(1, technicians);
        job.awaitOnPhone();
        return job;
    }

    void awaitOnPhone() {
        eventually(() -> technician.get(path()).then().statusCode(200));
    }

    /** What a reviewer finds fault with. */
    static Map<String, Object> fault(String reason) {
        return Map.of("shortcoming", "OTHER", "reason", reason);
    }

    /** The same trouble at another customer's, whose site lies in this territory. */
    static Job assignedAt(UUID customer, UUID territory, Worker... technicians) {
        Job job = of(technicians[0]);
        ObjectNode event = (ObjectNode) job.assigned(job.appointment, 1, technicians);
        ((ObjectNode) event.at("/jobCard/customer")).put("id", customer.toString());
        event.putArray("territoryIds").add(territory.toString());
        Events.publish(Topics.ORDER_ASSIGNED, job.id, event);
        job.awaitOnPhone();
        return job;
    }

    /** Maria signs what there is now. */
    void isSigned() {
        String hash = technician.get(path("signing-content")).path("contentHash");
        does(
                "signature",
                Map.of(
                        "outcome",
                        "SIGNED",
                        "contentHash",
                        hash,
                        "signerName",
                        "Maria Ionescu",
                        "image",
                        Pen.signature(30, 12)));
    }

    /** The same trouble with another machine. */
    void assignAt(UUID asset, Worker... technicians) {
        JsonNode event = assigned(appointment, 1, technicians);
        ((ObjectNode) event.at("/jobCard/asset")).put("id", asset.toString());
        Events.publish(Topics.ORDER_ASSIGNED, id, event);
    }

    void assign(int version, Worker... technicians) {
        Events.publish(Topics.ORDER_ASSIGNED, id, assigned(appointment, version, technicians));
    }

    JsonNode assigned(UUID visit, int version, Worker... technicians) {
        return assigned(visit, version, A_DAY, technicians);
    }

    /** @param ago how long it has been theirs */
    JsonNode assigned(UUID visit, int version, Duration ago, Worker... technicians) {
        ObjectNode event = (ObjectNode) Contracts.sample(
                Topics.ORDER_ASSIGNED, Map.of("orderId", id, "ticketId", ticket, "appointmentId", visit));
        event.remove("workTypeId");
        event.put("assignmentVersion", version);
        event.put("assignedAt", Instant.now().minus(ago).toString());
        event.set("window", window(Instant.now().truncatedTo(ChronoUnit.HOURS).plus(8, ChronoUnit.HOURS)));
        ArrayNode crew = event.putArray("technicians");
        for (Worker technician : technicians) {
            crew.addObject()
                    .put("id", technician.id().toString())
                    .put("name", technician.name())
                    .put("lead", technician.equals(technicians[0]));
        }
        return event;
    }

    static ObjectNode window(Instant start) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("start", start.toString())
                .put("end", start.plus(2, ChronoUnit.HOURS).toString());
    }

    void unassign(int version, Worker... technicians) {
        unassign(version, Instant.parse("2026-03-02T07:40:00Z"), technicians);
    }

    void unassign(int version, Instant at, Worker... technicians) {
        unassign(appointment, version, at, technicians);
    }

    void unassign(UUID visit, int version, Worker... technicians) {
        unassign(visit, version, Instant.parse("2026-03-02T07:40:00Z"), technicians);
    }

    private void unassign(UUID visit, int version, Instant at, Worker... technicians) {
        Events.publish(
                Topics.ORDER_UNASSIGNED,
                id,
                Map.of(
                        "orderId", id,
                        "ticketId", ticket,
                        "appointmentId", visit,
                        "assignmentVersion", version,
                        "technicianIds", Stream.of(technicians).map(Worker::id).toList(),
                        "reason", "Urgență la alt client",
                        "unassignedAt", at.toString()));
    }

    String path() {
        return "/v1/work-orders/" + id;
    }

    String path(String command) {
        return path() + "/" + command;
    }

    /** A command of the technician that is expected to succeed. */
    @CanIgnoreReturnValue
    Response does(String command, Object body) {
        return technician
                .post(path(command), body)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .extract()
                .response();
    }

    @CanIgnoreReturnValue
    Response does(String command) {
        return does(command, Map.of());
    }

    /** Work began so long ago, and the phone tells it now. */
    void began(Duration ago) {
        does("start", Map.of("occurredAt", Instant.now().minus(ago).toString()));
    }

    Response isRead() {
        return technician.get(path());
    }

    List<String> history(Worker reader) {
        return reader.get(path("history")).then().statusCode(200).extract().path("items.action");
    }
}
