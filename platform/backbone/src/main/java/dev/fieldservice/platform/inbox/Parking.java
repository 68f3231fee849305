package dev.fieldservice.platform.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.database.FaultReason;
import dev.fieldservice.platform.inbox.Envelopes.UnreadableMessage;
import dev.fieldservice.platform.outbox.OutboxRow;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The dead-letter queue. Puts a message aside: a row for people to see and replay, and a copy on the dead-letter topic {@code
 * <topic>.<service>.dlq} for tools that watch topics. Both in one transaction, both once.
 */
@ApplicationScoped
class Parking {

    private static final int LONGEST_REASON = 2_000;
    private static final int LARGEST_DEAD_LETTER = 900_000;
    private static final int LONGEST_HEADER = 4_000;
    private static final String PARK = """
            insert into parked_message (id, topic, partition, "offset", key, type, headers, payload, reason, parked_at)
            values (?1, ?2, ?3, ?4, nullif(?5, ''), nullif(?6, ''), ?7, ?8, ?9, ?10) on conflict (topic, partition, "offset") do nothing""";

    private final UnitOfWork unit;
    private final ObjectMapper json;
    private final Clock clock;
    private final String service;

    Parking(
            UnitOfWork unit,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.unit = unit;
        this.json = json;
        this.clock = clock;
        this.service = service;
    }

    Uni<Void> park(ConsumerRecord<String, byte[]> message, Throwable fault) {
        By by = By.service(service, clock.instant(), null, Envelopes.traceparent(message));
        String reason = reason(fault);
        return unit.run(
                by,
                tx -> insert(tx, message, reason)
                        .chain(isFirst -> isFirst
                                ? tx.session().persist(deadLetter(message, reason, by))
                                : Uni.createFrom().voidItem()));
    }

    private Uni<Boolean> insert(Tx tx, ConsumerRecord<String, byte[]> message, String reason) {
        return tx.session()
                .createNativeQuery(PARK)
                .setParameter(1, Ids.next())
                .setParameter(2, message.topic())
                .setParameter(3, message.partition())
                .setParameter(4, message.offset())
                .setParameter(5, text(Objects.requireNonNullElse(message.key(), "")))
                .setParameter(6, text(Objects.requireNonNullElse(Envelopes.header(message, "ce_type"), "")))
                .setParameter(7, headers(message, Map.of()))
                .setParameter(8, payload(message))
                .setParameter(9, reason)
                .setParameter(10, tx.by().at())
                .executeUpdate()
                .map(inserted -> inserted == 1);
    }

    /** What is very large is kept whole in the row only: with its headers and reason it would no longer fit the topic. */
    private OutboxRow deadLetter(ConsumerRecord<String, byte[]> message, String reason, By by) {
        Map<String, String> origin = Map.of(
                "dead-letter-topic", message.topic(),
                "dead-letter-partition", String.valueOf(message.partition()),
                "dead-letter-offset", String.valueOf(message.offset()),
                "dead-letter-reason", reason);
        return new OutboxRow(
                Ids.next(),
                message.topic() + "." + service + ".dlq",
                message.key() == null ? null : text(message.key()),
                Envelopes.header(message, "ce_type") == null ? null : text(Envelopes.header(message, "ce_type")),
                payload(message).length > LARGEST_DEAD_LETTER ? new byte[0] : payload(message),
                headers(message, origin),
                by.traceparent(),
                by.at());
    }

    private String headers(ConsumerRecord<String, byte[]> message, Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(more);
        for (Header header : message.headers()) {
            if (header.value() != null) {
                String value = text(new String(header.value(), StandardCharsets.UTF_8));
                all.put(text(header.key()), value.substring(0, Math.min(value.length(), LONGEST_HEADER)));
            }
        }
        try {
            return json.writeValueAsString(all);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] payload(ConsumerRecord<String, byte[]> message) {
        return message.value() == null ? new byte[0] : message.value();
    }

    /** Without anything of the payload, which may hold personal data. */
    private static String reason(Throwable fault) {
        String reason = text(fault instanceof UnreadableMessage ? fault.getMessage() : FaultReason.of(fault));
        return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    }

    /** PostgreSQL's text takes every character but NUL. */
    private static String text(String any) {
        return any.replace('\0', '\uFFFD');
    }
}
