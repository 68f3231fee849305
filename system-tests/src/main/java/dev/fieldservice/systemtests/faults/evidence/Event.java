package dev.fieldservice.systemtests.faults.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** A message that is an event: CloudEvents in binary mode with a payload that is JSON. */
public record Event(String topic, String id, String source, String key, JsonNode payload) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FAULTS = "/faults";

    /** Empty for what is no event. */
    public static Optional<Event> of(ConsumerRecord<String, byte[]> message) {
        String type = header(message.headers(), "ce_type");
        String id = header(message.headers(), "ce_id");
        if (!type(message.topic()).equals(type) || id.isEmpty() || message.value() == null) {
            return Optional.empty();
        }
        try {
            JsonNode payload = JSON.readTree(message.value());
            return Optional.of(
                    new Event(message.topic(), id, header(message.headers(), "ce_source"), message.key(), payload));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    public String text(String pointer) {
        return payload.at(pointer).asText();
    }

    public boolean isOurs() {
        return FAULTS.equals(source);
    }

    public static String type(String topic) {
        return "dev.fieldservice." + topic + ".v1";
    }

    public static String header(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** An event as another service would publish it, recognisable as one that no service has published. */
    public static ProducerRecord<String, byte[]> crafted(
            String topic, String key, String id, String type, byte[] payload) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key, payload);
        put(message, "ce_specversion", "1.0");
        put(message, "ce_id", id);
        put(message, "ce_type", type);
        put(message, "ce_source", FAULTS);
        put(message, "content-type", "application/json");
        return message;
    }

    private static void put(ProducerRecord<String, byte[]> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
