package dev.fieldservice.faults.strikes;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.faults.evidence.Event;
import dev.fieldservice.local.Service;
import dev.fieldservice.players.cycle.OpenOrder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/**
 * Events about one order as its producer would have sent them, in whatever order. Made from the contracts' samples, and
 * sent in two versions side by side: the one that is known, and one of the future that nobody has a handler for.
 */
final class Crafted {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int FUTURE_VERSION = 999;

    private final Field field;
    private final OpenOrder order;

    Crafted(Field field, OpenOrder order) {
        this.field = field;
        this.order = order;
    }

    /** The sample of an event with this order's ids. */
    ObjectNode sample(String topic) {
        try (InputStream sample = Crafted.class.getResourceAsStream("/contracts/events/" + topic + "/v1.sample.json")) {
            ObjectNode payload = (ObjectNode) JSON.readTree(sample);
            payload.put("orderId", order.order());
            payload.put("ticketId", order.ticket());
            return payload;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when the event has taken effect, or was ignored, in these services. */
    void publish(String topic, ObjectNode payload, Service... consumers) {
        String id = UUID.randomUUID().toString();
        byte[] bytes = payload.toString().getBytes(StandardCharsets.UTF_8);
        var _ = field.broker().publish(Event.craftedInTwo(topic, order.order(), id, FUTURE_VERSION, bytes));
        for (Service consumer : consumers) {
            boolean isDigested = Field.within(
                    PATIENCE,
                    () -> field.databases()
                                    .number(
                                            consumer,
                                            "select count(*) from inbox where event_id = ?",
                                            UUID.fromString(id))
                            == 1);
            if (!isDigested) {
                field.observe("an event is digested", false, topic + " " + id + " by " + consumer.module());
            }
        }
    }
}
