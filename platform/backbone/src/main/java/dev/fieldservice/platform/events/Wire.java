package dev.fieldservice.platform.events;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The mapping of a service's domain events to messages: one exhaustive switch at its edge. */
@FunctionalInterface
public interface Wire {

    String ID = "ce_id";
    String TYPE = "ce_type";

    /** Where the schema of the payload is published. */
    String SCHEMA = "ce_dataschema";

    /** The versions in which an event travels, on each of its messages; absent if it is one. */
    String VERSIONS = "ce_versions";

    /** The id of the message that was sent first of those that tell the same event in several versions; absent on that one. */
    String SAME_AS = "ce_sameas";

    Message write(DomainEvent event);

    /**
     * What travels: one event, in one version or in several side by side.
     *
     * @param topic the event's published name
     * @param key aggregate id; messages of one key keep their order
     * @param payloads by version: records that Jackson writes
     */
    record Message(String topic, String key, SortedMap<Integer, Object> payloads) {

        private static final Pattern VERSION = Pattern.compile("[1-9]\\d{0,3}");

        public Message(String topic, int version, String key, Object payload) {
            this(topic, key, new TreeMap<>(Map.of(version, payload)));
        }

        /** The same event for those who read another version. */
        public Message and(int version, Object payload) {
            SortedMap<Integer, Object> all = new TreeMap<>(payloads);
            if (all.putIfAbsent(version, payload) != null) {
                throw new IllegalArgumentException(topic + " twice in version " + version);
            }
            return new Message(topic, key, all);
        }

        /** As {@link #VERSIONS} says them. */
        public String versions() {
            return payloads.keySet().stream().map(String::valueOf).collect(Collectors.joining(","));
        }

        /** CloudEvents type; never derived from a class name. */
        public static String type(String topic, int version) {
            return anyVersion(topic) + version;
        }

        /** Which version of the topic's event a type names; none if it names something else, or is null. */
        public static OptionalInt version(String topic, String type) {
            String prefix = anyVersion(topic);
            return Optional.ofNullable(type)
                    .filter(named -> named.startsWith(prefix))
                    .map(named -> named.substring(prefix.length()))
                    .filter(VERSION.asMatchPredicate())
                    .map(version -> OptionalInt.of(Integer.parseInt(version)))
                    .orElse(OptionalInt.empty());
        }

        /** The {@code $id} of the schema of what a type names on this topic; empty if it names something else. */
        public static Optional<String> schema(String topic, String type) {
            OptionalInt version = version(topic, type);
            return version.isPresent()
                    ? Optional.of("https://fieldservice.dev/contracts/" + topic + "/v" + version.getAsInt())
                    : Optional.empty();
        }

        private static String anyVersion(String topic) {
            return "dev.fieldservice." + topic + ".v";
        }
    }
}
