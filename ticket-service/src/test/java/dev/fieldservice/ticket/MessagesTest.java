package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.fieldservice.contracts.ServiceName;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the backbone promises for every message, shown on tickets. */
@QuarkusTest
@WithTestResource(RealServers.class)
class MessagesTest {

    private static final String PARKED = "/v1/operations/ticket-service/parked-messages";
    private static final String TYPE = "dev.fieldservice.order-created.v1";

    @Inject
    AgroalDataSource database;

    @Inject
    MeterRegistry metrics;

    private String ticket;

    @BeforeEach
    void aTicketIsOpen() {
        ticket = post(Person.DANA, "/v1/tickets", Supermarket.register().leakyChiller())
                .path("id");
    }

    @Test
    void poisonIsParkedWithItsReasonAndTheRestGoesOn() {
        UUID order = Ids.next();
        String key = order.toString();
        byte[] huge = ("{\"orderId\":\"" + "x".repeat(900_000) + "\"}").getBytes(StandardCharsets.UTF_8);

        Events.publishRaw(Topics.ORDER_CREATED, key, UUID.randomUUID().toString(), TYPE, text("{broken"));
        Events.publishRaw(
                Topics.ORDER_CREATED,
                key,
                UUID.randomUUID().toString(),
                "dev.fieldservice.order-created.v9",
                text("{}"));
        Events.publishRaw(Topics.ORDER_CREATED, key, UUID.randomUUID().toString(), TYPE, huge);
        Events.publishRaw(Topics.ORDER_CREATED, null, null, null, text("no headers"));
        Events.publishRaw(Topics.ORDER_CREATED, "a\0b", "a\0b", "a\0b", new byte[1_040_000]);
        Events.publishRaw(Topics.ORDER_CREATED, key, UUID.randomUUID().toString(), TYPE, new byte[] {(byte) 0xff, 0});
        Events.publish(Topics.ORDER_CREATED, order, orderCreated(order, ticket));

        eventually(() -> get(Person.DANA, "/v1/tickets/" + ticket).then().body("state", equalTo("IN_PROGRESS")));
        JsonPath parked = get(Person.ADMIN, PARKED + "?limit=200").jsonPath();
        assertThat(parked.getList("items.findAll { it.key == '" + key + "' }")).hasSize(4);
        assertThat(parked.getString("items.find { it.type == 'dev.fieldservice.order-created.v9' }.reason"))
                .contains("v9");
        String deadLetters = Topics.deadLetter(Topics.ORDER_CREATED, ServiceName.TICKET);
        eventually(() -> assertThat(Events.raw(deadLetters).stream()
                        .map(ConsumerRecord::key)
                        .filter(key::equals))
                .hasSize(4));
    }

    @Test
    void aParkedMessageTakesEffectWhenItIsReplayedAfterTheCauseIsGone() {
        UUID order = Ids.next();
        UUID lateTicket = UUID.randomUUID();
        Events.publish(Topics.ORDER_CREATED, order, orderCreated(order, lateTicket.toString()));
        eventually(() -> assertThat(parkedId(order)).isNotNull());
        String id = parkedId(order);

        post(Person.ADMIN, PARKED + "/" + id + "/replay").then().statusCode(200).body("replayedBy", notNullValue());
        eventually(() -> assertThat(parked(order))
                .as("parked again, for the ticket is still not there")
                .hasSize(2));
        post(Person.ADMIN, PARKED + "/" + id + "/replay")
                .then()
                .statusCode(409)
                .body("code", equalTo("already-replayed"));
        post(Person.DANA, PARKED + "/" + id + "/replay").then().statusCode(403);
        get(Person.ADMIN, "/v1/operations/other-service/parked-messages").then().statusCode(404);
    }

    @Test
    void aMessageThatHasToWaitHoldsUpNoOtherTicket() throws SQLException {
        String other = post(Person.DANA, "/v1/tickets", Supermarket.register().leakyChiller())
                .path("id");
        UUID order = Ids.next();
        UUID otherOrder = Ids.next();

        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("select from ticket where id = '" + ticket + "' for update");
            Events.publish(Topics.ORDER_CREATED, order, orderCreated(order, ticket));
            eventually(() -> assertThat(waitForLocks(connection)).isPositive());

            Events.publish(Topics.ORDER_CREATED, otherOrder, orderCreated(otherOrder, other));
            eventually(() -> get(Person.DANA, "/v1/tickets/" + other).then().body("state", equalTo("IN_PROGRESS")));
            get(Person.DANA, "/v1/tickets/" + ticket).then().body("state", equalTo("NEW"));
            connection.rollback();
        }
        eventually(() -> get(Person.DANA, "/v1/tickets/" + ticket).then().body("state", equalTo("IN_PROGRESS")));
    }

    @Test
    void poisonIsParkedWhileEverythingElseWaits() throws SQLException {
        String poison = UUID.randomUUID().toString();
        try (Connection somebody = database.getConnection()) {
            somebody.setAutoCommit(false);
            somebody.createStatement().execute("lock table inbox in share mode");
            for (int i = 0; i < 30; i++) {
                UUID order = Ids.next();
                Events.publish(Topics.ORDER_CREATED, order, orderCreated(order, ticket));
            }
            eventually(() -> assertThat(waitForLocks(somebody)).isPositive());

            Events.publishRaw(Topics.ORDER_CREATED, poison, poison, TYPE, text("{broken"));
            eventually(() -> assertThat(parked(UUID.fromString(poison))).hasSize(1));
            somebody.rollback();
        }
    }

    @Test
    void whatTookEffectBeforeIsRecognisedInWholeBatchesWithoutClaimingItAgain() throws SQLException {
        UUID order = Ids.next();
        UUID event = Ids.next();
        Map<String, Object> created = orderCreated(order, ticket);
        Events.publish(Topics.ORDER_CREATED, order, event, created);
        eventually(() -> get(Person.DANA, "/v1/tickets/" + ticket).then().body("state", equalTo("IN_PROGRESS")));
        double before = duplicates();

        try (Connection somebody = database.getConnection()) {
            somebody.setAutoCommit(false);
            somebody.createStatement().execute("lock table inbox in share mode");
            try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 300; i++) {
                    many.execute(() -> Events.publish(Topics.ORDER_CREATED, order, event, created));
                }
            }
            eventually(() -> assertThat(duplicates() - before).isGreaterThan(100));
            somebody.rollback();
        }
        eventually(() -> assertThat(duplicates() - before).isEqualTo(300));
    }

    @Test
    void aTransactionThatRunsLongHoldsUpNoEvent() throws SQLException {
        try (Connection somebody = database.getConnection()) {
            somebody.setAutoCommit(false);
            somebody.createStatement().execute("select pg_current_xact_id()");
            post(Person.DANA, "/v1/tickets/" + ticket + "/cancel", Map.of("reason", "Called off"))
                    .then()
                    .statusCode(200);

            eventually(() -> assertThat(of(Topics.TICKET_CANCELLED)).hasSize(1));
            somebody.rollback();
        }
    }

    @Test
    void messagesOfOneTicketKeepTheirOrderAndCarryTheTrace() {
        post(Person.DANA, "/v1/tickets/" + ticket + "/cancel", Map.of("reason", "Called off"))
                .then()
                .statusCode(200);

        eventually(() -> assertThat(of(Topics.TICKET_CANCELLED)).hasSize(1));
        ConsumerRecord<String, byte[]> created = of(Topics.TICKET_CREATED).getFirst();
        assertThat(header(created, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(created, "ce_type")).isEqualTo("dev.fieldservice.ticket-created.v1");
        assertThat(header(created, "ce_source")).isEqualTo("/ticket-service");
        assertThat(header(created, "ce_subject")).isEqualTo(ticket);
        assertThat(header(created, "traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
        assertThat(UUID.fromString(header(created, "ce_id")).version()).isEqualTo(7);
    }

    @Test
    void nothingIsLeftOfTheWarmUp() throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet left = connection.createStatement().executeQuery("""
                        select (select count(*) from inbox where topic = 'warm-up')
                             + (select count(*) from outbox where aggregatetype = 'warm-up')""")) {
            left.next();
            assertThat(left.getLong(1)).isZero();
        }
    }

    @Test
    void theServiceSaysThatItIsReady() {
        get(Person.DANA, "/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.name.toString()", containsString("outbox relay"));
    }

    private double duplicates() {
        return metrics.counter("fieldservice.inbox.messages", "topic", Topics.ORDER_CREATED, "outcome", "duplicate")
                .count();
    }

    private static long waitForLocks(Connection connection) throws SQLException {
        try (ResultSet waiting = connection
                .createStatement()
                .executeQuery("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")) {
            waiting.next();
            return waiting.getLong(1);
        }
    }

    private List<ConsumerRecord<String, byte[]>> of(String topic) {
        return Events.raw(topic).stream()
                .filter(message -> ticket.equals(message.key()))
                .toList();
    }

    private static List<Map<String, Object>> parked(UUID order) {
        return get(Person.ADMIN, PARKED + "?limit=200")
                .jsonPath()
                .getList("items.findAll { it.key == '" + order + "' }");
    }

    private static String parkedId(UUID order) {
        return get(Person.ADMIN, PARKED + "?limit=200")
                .jsonPath()
                .getString("items.find { it.key == '" + order + "' }.id");
    }

    private static Map<String, Object> orderCreated(UUID order, String ticket) {
        return new HashMap<>(Map.of(
                "orderId", order, "number", "SO-2026-000002", "ticketId", ticket, "createdAt", "2026-03-02T07:12:01Z"));
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
