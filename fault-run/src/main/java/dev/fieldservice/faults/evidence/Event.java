package dev.fieldservice.faults.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * An event as it lies on its topic: CloudEvents in binary mode with payloads that are JSON, one message for each version
 * in which it travels (ADR 13).
 *
 * @param id under which it takes effect once: that of the message that was sent first, which the others name
 * @param messages the ids of the messages that have been seen
 * @param versions in which it says that it travels
 * @param payloads by version: those that have been seen
 */
public record Event(
        String topic,
        String id,
        String source,
        String key,
        SortedSet<String> messages,
        SortedSet<Integer> versions,
        SortedMap<Integer, JsonNode> payloads) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern VERSION = Pattern.compile("[1-9]\\d{0,3}");
    private static final String VERSIONS = "ce_versions";
    private static final String SAME_AS = "ce_sameas";
    private static final String FAULTS = "/faults";

    /** What one message tells; empty for what is no event. */
    public static Optional<Event> of(ConsumerRecord<String, byte[]> message) {
        Headers headers = message.headers();
        String own = header(headers, "ce_id");
        String version = version(message.topic(), header(headers, "ce_type"));
        if (version.isEmpty() || own.isEmpty() || message.value() == null) {
            return Optional.empty();
        }
        try {
            JsonNode payload = JSON.readTree(message.value());
            String first = header(headers, SAME_AS);
            SortedMap<Integer, JsonNode> payloads = new TreeMap<>();
            payloads.put(Integer.valueOf(version), payload);
            return Optional.of(new Event(
                    message.topic(),
                    first.isEmpty() ? own : first,
                    header(headers, "ce_source"),
                    message.key(),
                    new TreeSet<>(Set.of(own)),
                    versions(version, header(headers, VERSIONS)),
                    payloads));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static String version(String topic, String type) {
        String prefix = anyVersion(topic);
        return type.startsWith(prefix)
                        && VERSION.matcher(type.substring(prefix.length())).matches()
                ? type.substring(prefix.length())
                : "";
    }

    /** Without the attribute it travels in its own version alone. */
    private static SortedSet<Integer> versions(String own, String told) {
        SortedSet<Integer> all = new TreeSet<>();
        Stream.of((told.isEmpty() ? own : told).split(","))
                .filter(VERSION.asMatchPredicate())
                .map(Integer::valueOf)
                .forEach(all::add);
        return all;
    }

    /** With what another message tells of the same event. */
    public Event and(Event same) {
        SortedMap<Integer, JsonNode> all = new TreeMap<>(payloads);
        same.payloads.forEach(all::putIfAbsent);
        return new Event(topic, id, source, key, with(messages, same.messages), with(versions, same.versions), all);
    }

    private static <T> SortedSet<T> with(SortedSet<T> some, SortedSet<T> more) {
        SortedSet<T> all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }

    /** Whether it lies there in each version in which it says that it travels. */
    public boolean isWhole() {
        return payloads.keySet().equals(versions);
    }

    /** What the newest version says that has it. */
    public JsonNode at(String pointer) {
        return payloads.values().stream()
                .map(payload -> payload.at(pointer))
                .reduce((older, newer) -> newer.isMissingNode() ? older : newer)
                .orElseGet(MissingNode::getInstance);
    }

    /** The same as text; empty if no version has it. */
    public String text(String pointer) {
        return at(pointer).asText();
    }

    public boolean isOurs() {
        return FAULTS.equals(source);
    }

    public static String type(String topic) {
        return anyVersion(topic) + "1";
    }

    private static String anyVersion(String topic) {
        return "dev.fieldservice." + topic + ".v";
    }

    public static String header(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** The same event in two versions, as its producer would send it: the newer one first. */
    public static List<ProducerRecord<String, byte[]>> craftedInTwo(
            String topic, String key, String id, int newer, byte[] payload) {
        String versions = "1," + newer;
        ProducerRecord<String, byte[]> first = crafted(topic, key, id, anyVersion(topic) + newer, payload);
        put(first, VERSIONS, versions);
        ProducerRecord<String, byte[]> second =
                crafted(topic, key, UUID.randomUUID().toString(), type(topic), payload);
        put(second, VERSIONS, versions);
        put(second, SAME_AS, id);
        return List.of(first, second);
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
