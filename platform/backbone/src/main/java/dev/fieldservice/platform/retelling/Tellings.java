package dev.fieldservice.platform.retelling;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** State-carrying events by topic, each with the aggregates whose state it carries and how one of them tells it. */
public final class Tellings {

    private final Map<String, Telling<?>> table = new TreeMap<>();

    private Tellings() {}

    record Telling<A extends Aggregate>(Class<A> type, BiConsumer<A, By> tell) {}

    public static Tellings table() {
        return new Tellings();
    }

    /**
     * @param tell raises the event with the state as it is, and changes nothing: consumers who know this version ignore it
     */
    public <A extends Aggregate> Tellings on(String topic, Class<A> type, BiConsumer<A, By> tell) {
        if (table.putIfAbsent(topic, new Telling<>(type, tell)) != null) {
            throw new IllegalArgumentException("two tellings of " + topic);
        }
        return this;
    }

    Optional<Telling<?>> find(String topic) {
        return Optional.ofNullable(table.get(topic));
    }
}
