package dev.fieldservice.platform.inbox;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.fieldservice.platform.events.Wire;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Opens CloudEvents in binary mode. Tolerant of what is added, strict about what is missing. */
@ApplicationScoped
class Envelopes {

    private static final int VERSION = 1;
    private static final int LONGEST_QUOTE = 300;
    private static final Pattern TRACEPARENT = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private final ObjectMapper json;

    Envelopes(ObjectMapper json) {
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    record Envelope<E>(ConsumerRecord<String, byte[]> message, UUID id, E payload) {}

    <E> Envelope<E> open(ConsumerRecord<String, byte[]> message, Class<E> type) {
        String expected = Wire.Message.type(message.topic(), VERSION);
        String actual = header(message, "ce_type");
        if (!expected.equals(actual)) {
            throw new UnreadableMessage("ce_type is " + brief(actual) + ", not " + expected);
        }
        ObjectReader reader = json.readerFor(type);
        try {
            E payload = reader.readValue(message.value() == null ? new byte[0] : message.value());
            return new Envelope<>(message, id(message), payload);
        } catch (IOException unreadable) {
            throw new UnreadableMessage("payload: " + brief(unreadable.getMessage()));
        }
    }

    private static UUID id(ConsumerRecord<String, byte[]> message) {
        String id = header(message, "ce_id");
        try {
            return UUID.fromString(String.valueOf(id));
        } catch (IllegalArgumentException notUuid) {
            throw new UnreadableMessage("ce_id is " + brief(id));
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

    /** A parser quotes what it could not read, which may be a megabyte. */
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
