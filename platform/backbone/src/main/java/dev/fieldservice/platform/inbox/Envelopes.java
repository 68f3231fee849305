package dev.fieldservice.platform.inbox;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fieldservice.platform.database.FaultReason;
import dev.fieldservice.platform.events.Wire;
import dev.fieldservice.platform.inbox.Handlers.Handler;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** The parser of messages, which are CloudEvents in binary mode. Tolerant of what is added, strict about what is missing. */
@ApplicationScoped
class Envelopes {

    private static final int LONGEST_QUOTE = 300;
    private static final Pattern TRACEPARENT = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final Pattern VERSIONS = Pattern.compile("\\d{1,4}(,\\d{1,4}){0,99}");

    private final Handlers handlers;
    private final ObjectMapper json;

    Envelopes(Channel channel, ObjectMapper json) {
        this.handlers = channel.handlers();
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /**
     * @param event the id under which it takes effect once: the same for all versions in which an event travels
     * @param effect what the handler does about it
     */
    record Envelope(ConsumerRecord<String, byte[]> message, UUID event, Function<Tx, Uni<?>> effect) {}

    /** Empty if there is nothing to do because the event also travels in a version that there is a handler for. */
    Optional<Envelope> open(ConsumerRecord<String, byte[]> message) {
        String topic = message.topic();
        String type = header(message, Wire.TYPE);
        OptionalInt version = Wire.Message.version(topic, type);
        if (version.isEmpty()) {
            throw new UnreadableMessage("ce_type is " + brief(type) + ", not " + Wire.Message.type(topic, 1));
        }
        Optional<Handler<?>> handler = handlers.find(topic, version.getAsInt());
        if (handler.isEmpty()) {
            SortedSet<Integer> known = handlers.versions(topic);
            if (versions(message).anyMatch(known::contains)) {
                return Optional.empty();
            }
            throw new UnreadableMessage("ce_type is " + brief(type) + "; there are handlers for versions " + known);
        }
        UUID own = id(message, Wire.ID).orElseThrow(() -> new UnreadableMessage("ce_id is absent"));
        UUID event = id(message, Wire.SAME_AS).orElse(own);
        return Optional.of(new Envelope(message, event, effect(handler.get(), message)));
    }

    private <E> Function<Tx, Uni<?>> effect(Handler<E> handler, ConsumerRecord<String, byte[]> message) {
        try {
            E payload =
                    json.readerFor(handler.type()).readValue(message.value() == null ? new byte[0] : message.value());
            return tx -> handler.effect().on(tx, payload);
        } catch (IOException unreadable) {
            throw new UnreadableMessage("payload: " + FaultReason.of(unreadable));
        }
    }

    private static Stream<Integer> versions(ConsumerRecord<String, byte[]> message) {
        return Optional.ofNullable(header(message, Wire.VERSIONS)).filter(VERSIONS.asMatchPredicate()).stream()
                .flatMap(versions -> Arrays.stream(versions.split(",")))
                .map(Integer::valueOf);
    }

    private static Optional<UUID> id(ConsumerRecord<String, byte[]> message, String name) {
        String id = header(message, name);
        try {
            return Optional.ofNullable(id).map(UUID::fromString);
        } catch (IllegalArgumentException notUuid) {
            throw new UnreadableMessage(name + " is no UUID");
        }
    }

    /** The trace to carry on, or null if there is none that is one. */
    static String traceparent(ConsumerRecord<String, byte[]> message) {
        String header = header(message, "traceparent");
        return header != null && TRACEPARENT.matcher(header).matches() ? header : null;
    }

    /** The header as text, or null if it is absent. */
    static String header(ConsumerRecord<String, byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Whoever writes a header may write a megabyte. */
    private static String brief(String text) {
        String any = String.valueOf(text);
        return any.length() <= LONGEST_QUOTE ? any : any.substring(0, LONGEST_QUOTE) + "…";
    }

    /** Trying again will not help. */
    static final class UnreadableMessage extends RuntimeException {
        UnreadableMessage(String message) {
            super(message);
        }
    }
}
