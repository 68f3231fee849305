package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Contracts;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import io.agroal.api.AgroalDataSource;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A job at the supermarket's, as the execution service tells of it. */
final class Job {

    private static final ObjectMapper JSON = new ObjectMapper();

    final UUID order = UUID.randomUUID();
    final UUID ticket;
    private final Instant closedAt;
    private final List<Map<String, Object>> usages = new ArrayList<>();
    private final List<Map<String, Object>> labour = new ArrayList<>();
    private final List<UUID> reversed = new ArrayList<>();
    private Map<String, Object> calledOff = Map.of();
    private int returnNumber;

    private String zone = "Europe/Bucharest";
    private String siteCountry = "RO";
    private Consumer<ObjectNode> buyer = customer -> {};
    private UUID asset;

    record Used(UUID id, UUID part, String amount, String unit) {}

    Job(String closedAt) {
        this.ticket = UUID.randomUUID();
        this.closedAt = Instant.parse(closedAt);
    }

    /** The next of its ticket, which was opened again. */
    Job(Job before) {
        this.ticket = before.ticket;
        this.closedAt = before.closedAt.plus(Duration.ofDays(1));
    }

    static Job ofMarch() {
        return new Job("2026-03-02T12:20:00Z");
    }

    /** A usage that the report lists, of the day the job was closed. */
    Used uses(UUID part, String amount, String unit) {
        return uses(part, amount, unit, closedAt.toString());
    }

    Used uses(UUID part, String amount, String unit, String at) {
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
                quantity(used),
                "occurredAt",
                at));
        return used;
    }

    Used unreported(UUID part, String amount, String unit) {
        return new Used(UUID.randomUUID(), part, amount, unit);
    }

    void reportsReversed(Used used) {
        reversed.add(used.id());
    }

    Job works(String kind, int minutes) {
        Instant from = closedAt.minus(Duration.ofHours(4));
        return works(
                kind,
                Person.TUDOR.fullName(),
                from.toString(),
                from.plus(Duration.ofMinutes(minutes)).toString());
    }

    Job works(String kind, String name, String from, String to) {
        return works(kind, technician(name), name, from, to, null);
    }

    Job works(String kind, Person who, String from, String to) {
        return works(kind, who.id(), who.fullName(), from, to, null);
    }

    /** @param visit of the job; null where the report does not say it */
    Job works(String kind, String name, String from, String to, UUID visit) {
        return works(kind, technician(name), name, from, to, visit);
    }

    private Job works(String kind, UUID who, String name, String from, String to, UUID visit) {
        Map<String, Object> entry = new HashMap<>(Map.of(
                "entryId",
                UUID.randomUUID(),
                "technicianId",
                who,
                "technicianName",
                name,
                "kind",
                kind,
                "startedAt",
                from,
                "endedAt",
                to));
        if (visit != null) {
            entry.put("visitId", visit);
        }
        labour.add(entry);
        return this;
    }

    /** So far they drove in what was recorded last. */
    void drove(String kilometres) {
        labour.getLast().put("kilometres", kilometres);
    }

    private static UUID technician(String name) {
        return name.equals(Person.TUDOR.fullName())
                ? Person.TUDOR.id()
                : UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** The id of a time entry, in the order in which they were recorded. */
    String entry(int index) {
        return labour.get(index).get("entryId").toString();
    }

    List<String> labourIds() {
        return labour.stream()
                .filter(entry -> entry.get("kind").equals("LABOUR"))
                .map(entry -> entry.get("entryId").toString())
                .toList();
    }

    List<String> usageIds() {
        return usages.stream().map(usage -> usage.get("usageId").toString()).toList();
    }

    /** Somebody has taken back all the time that was spent. */
    Job workedNothing() {
        labour.clear();
        return this;
    }

    /** Where the machine stands. */
    Job at(String timeZone) {
        zone = timeZone;
        return this;
    }

    Job in(String country) {
        siteCountry = country;
        return this;
    }

    /** Who pays, if it is not the supermarket of the sample. */
    Job of(UUID customer, String taxId) {
        buyer = who -> who.put("id", customer.toString()).put("taxId", taxId);
        return this;
    }

    /** What it is about, if it is not the machine of the sample. */
    Job about(UUID machine) {
        asset = machine;
        return this;
    }

    Job named(String customerName) {
        buyer = buyer.andThen(who -> who.put("name", customerName));
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
        if (returnNumber > 0) {
            event.put("returnNumber", returnNumber);
        }
        ((ObjectNode) event.get("location")).put("timeZone", zone);
        ((ObjectNode) event.at("/location/address")).put("countryCode", siteCountry);
        buyer.accept((ObjectNode) event.get("customer"));
        if (asset != null) {
            ((ObjectNode) event.get("asset")).put("id", asset.toString());
        }
        event.set("usages", tree(usages));
        event.set("labour", tree(labour));
        event.set("reversedUsageIds", tree(reversed));
        if (!calledOff.isEmpty()) {
            event.set("calledOff", tree(calledOff));
        }
        Events.publish(Topics.JOB_CLOSED, order, event);
    }

    /** It has been sent back so often, as those know who do it. */
    Job after(int returns) {
        returnNumber = returns;
        return this;
    }

    /** Nobody wanted it any more before it was closed. */
    Job calledOff(Map<String, Object> when) {
        calledOff = when;
        return this;
    }

    /** With the customer's VAT id as corrected. */
    void ticketSays(int version, String taxId) {
        ticketSays(version, event -> ((ObjectNode) event.get("customer")).put("taxId", taxId));
    }

    /** The ticket as the ticket service tells of it. */
    void ticketSays(int version, Consumer<ObjectNode> details) {
        ObjectNode event = (ObjectNode) Contracts.sample(
                Topics.TICKET_CHANGED, Map.of("ticketId", ticket, "ticketVersion", version, "work", "WANTED"));
        details.accept(event);
        Events.publish(Topics.TICKET_CHANGED, ticket, event);
    }

    /** What the ticket says has come, though nothing may be seen of it yet. */
    void isHeardOf(AgroalDataSource database, int version) {
        eventually(() -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement query = connection.prepareStatement(
                            "select 1 from known_ticket where ticket_id = ? and ticket_version = ?")) {
                query.setObject(1, ticket);
                query.setLong(2, version);
                assertThat(query.executeQuery().next()).isTrue();
            }
        });
    }

    Response billingCase() {
        return get(Person.ANA, "/v1/billing-cases/" + order);
    }

    List<String> invoices() {
        return get(Person.ANA, "/v1/invoices?orderId=" + order).path("items.id");
    }

    /** Its only invoice, as soon as there is one. */
    String drafted() {
        AtomicReference<List<String>> drafts = new AtomicReference<>();
        eventually(() -> {
            drafts.set(invoices());
            assertThat(drafts.get()).hasSize(1);
        });
        return "/v1/invoices/" + drafts.get().getFirst();
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
