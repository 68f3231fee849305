package dev.fieldservice.platform.inbox;

import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The message handlers of a service by topic and version. What is in no row is not heard. */
public final class Handlers {

    private final SortedMap<String, SortedMap<Integer, Handler<?>>> table = new TreeMap<>();

    private Handlers() {}

    /** What is done about one event, in a transaction of its own and once, however often the event comes. */
    @FunctionalInterface
    public interface Effect<E> {
        Uni<?> on(Tx tx, E event);
    }

    record Handler<E>(Class<E> type, Effect<E> effect) {}

    public static Handlers table() {
        return new Handlers();
    }

    /**
     * @param version of the payload; several versions of a topic may stand beside each other
     * @param type the narrow record of what is needed from the payload
     */
    public <E> Handlers on(String topic, int version, Class<E> type, Effect<E> effect) {
        Map<Integer, Handler<?>> versions = table.computeIfAbsent(topic, any -> new TreeMap<>());
        if (versions.putIfAbsent(version, new Handler<>(type, effect)) != null) {
            throw new IllegalArgumentException("two handlers for " + topic + ", version " + version);
        }
        return this;
    }

    public SortedSet<String> topics() {
        return new TreeSet<>(table.keySet());
    }

    SortedSet<Integer> versions(String topic) {
        return new TreeSet<>(table.getOrDefault(topic, new TreeMap<>()).keySet());
    }

    Optional<Handler<?>> find(String topic, int version) {
        return Optional.ofNullable(table.getOrDefault(topic, new TreeMap<>()).get(version));
    }
}
