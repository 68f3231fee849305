package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Contracts;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What those who operate a service see of it. */
@QuarkusTest
@WithTestResource(RealServers.class)
class FiguresTest {

    private String ticket;

    @BeforeEach
    void aTicketIsOpen() {
        ticket = post(Person.DANA, "/v1/tickets", Supermarket.register().leakyChiller())
                .path("id");
    }

    @Test
    void aCommandIsCountedByWhatBecameOfIt() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> reason = Map.of("reason", "Called off");
        double refused = count("fieldservice_commands_seconds_count", "cancelTicket", "illegal-transition");

        post(Person.DANA, key, "/v1/tickets/" + ticket + "/cancel", reason)
                .then()
                .statusCode(200);
        post(Person.DANA, key, "/v1/tickets/" + ticket + "/cancel", reason)
                .then()
                .statusCode(200);
        post(Person.DANA, "/v1/tickets/" + ticket + "/cancel", reason).then().statusCode(409);

        assertThat(count("fieldservice_commands_seconds_count", "cancelTicket", "ok"))
                .isPositive();
        assertThat(count("fieldservice_commands_seconds_count", "cancelTicket", "replayed"))
                .isPositive();
        assertThat(count("fieldservice_commands_seconds_count", "cancelTicket", "illegal-transition"))
                .isEqualTo(refused + 1);
        assertThat(figures())
                .as("figures are kept by operation, not by ticket")
                .noneMatch(line -> line.contains(ticket))
                .anyMatch(line -> line.contains("uri=\"/v1/tickets/{id}/cancel\""));
    }

    @Test
    void aMessageIsCountedByWhatBecameOfItAndWhatIsParkedShows() {
        UUID order = Ids.next();
        UUID event = Ids.next();
        double effects = count("fieldservice_inbox_messages_total", Topics.ORDER_CREATED, "effect");
        double duplicates = count("fieldservice_inbox_messages_total", Topics.ORDER_CREATED, "duplicate");
        JsonNode payload = Contracts.sample(Topics.ORDER_CREATED, Map.of("orderId", order, "ticketId", ticket));

        Events.publish(Topics.ORDER_CREATED, order, event, payload);
        Events.publish(Topics.ORDER_CREATED, order, event, payload);
        Events.publishRaw(
                Topics.ORDER_CREATED,
                order.toString(),
                Ids.next().toString(),
                "dev.fieldservice.order-created.v1",
                "{broken".getBytes(StandardCharsets.UTF_8));

        eventually(() -> {
            assertThat(count("fieldservice_inbox_messages_total", Topics.ORDER_CREATED, "effect"))
                    .isEqualTo(effects + 1);
            assertThat(count("fieldservice_inbox_messages_total", Topics.ORDER_CREATED, "duplicate"))
                    .isEqualTo(duplicates + 1);
            assertThat(count("fieldservice_inbox_messages_total", Topics.ORDER_CREATED, "parked"))
                    .isPositive();
        });
        eventually(() -> {
            assertThat(count("fieldservice_parked_messages")).isPositive();
            assertThat(count("fieldservice_outbox_messages")).isZero();
            assertThat(count("fieldservice_consumer_lag", Topics.ORDER_CREATED)).isZero();
        });
    }

    @Test
    void aClosedTicketTellsHowLongItTook() {
        double before = count("fieldservice_ticket_cycle_seconds_count");
        UUID order = Ids.next();

        Events.publish(
                Topics.JOB_CLOSED,
                order,
                Contracts.sample(Topics.JOB_CLOSED, Map.of("orderId", order, "ticketId", ticket)));
        Events.publish(
                Topics.NOTHING_TO_BILL,
                order,
                Contracts.sample(Topics.NOTHING_TO_BILL, Map.of("orderId", order, "ticketId", ticket)));

        eventually(() ->
                assertThat(count("fieldservice_ticket_cycle_seconds_count")).isEqualTo(before + 1));
    }

    @Test
    void theLogSaysOfAMessageWhatBecameOfItUnderTheTraceOfItsCause() {
        UUID order = Ids.next();
        try (Lines lines = new Lines("events")) {
            Events.publish(
                    Topics.ORDER_CREATED,
                    order,
                    Contracts.sample(Topics.ORDER_CREATED, Map.of("orderId", order, "ticketId", ticket)));

            eventually(() -> assertThat(lines.fields)
                    .anySatisfy(line -> assertThat(line)
                            .containsEntry("subject", order.toString())
                            .containsEntry("topic", Topics.ORDER_CREATED)
                            .containsEntry("outcome", "effect")
                            .containsEntry("traceId", "0af7651916cd43dd8448eb211c80319c")
                            .containsKey("eventId")));
        }
    }

    private static List<String> figures() {
        return RestAssured.get("/q/metrics").asString().lines().toList();
    }

    /** The sum of all lines of this name with these values of tags. */
    private static double count(String name, String... tags) {
        return figures().stream()
                .filter(line -> line.startsWith(name + "{"))
                .filter(line -> List.of(tags).stream().allMatch(tag -> line.contains("\"" + tag + "\"")))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    /** The fields of what is said in one category. */
    private static final class Lines extends Handler implements AutoCloseable {

        private final Queue<Map<String, String>> fields = new ConcurrentLinkedQueue<>();
        private final Logger category;

        Lines(String category) {
            this.category = Logger.getLogger(category);
            this.category.setLevel(Level.INFO);
            this.category.addHandler(this);
        }

        @Override
        public void publish(LogRecord line) {
            fields.add(ExtLogRecord.wrap(line).getMdcCopy());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            category.removeHandler(this);
            category.setLevel(null);
        }
    }
}
