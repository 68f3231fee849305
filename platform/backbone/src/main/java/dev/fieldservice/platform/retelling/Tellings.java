package dev.fieldservice.platform.retelling;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** State-carrying events by topic, each with the aggregates whose state it carries and how one of them tells it. */
public final class Tellings {

    private final Map<String, Telling<?>> table = new TreeMap<>();

    private Tellings() {}

    record Telling<A extends Aggregate>(Class<A> type, BiFunction<Tx, A, Uni<Void>> tell) {}

    public static Tellings table() {
        return new Tellings();
    }

    /**
     * @param tell raises the event with the state as it is, and changes nothing: consumers who know this version ignore it
     */
    public <A extends Aggregate> Tellings on(String topic, Class<A> type, BiConsumer<A, By> tell) {
        return reading(topic, type, (tx, aggregate) -> {
            tell.accept(aggregate, tx.by());
            return Uni.createFrom().voidItem();
        });
    }

    /** The same where the event carries more than the aggregate knows, which is read for each of them. */
    public <A extends Aggregate> Tellings reading(String topic, Class<A> type, BiFunction<Tx, A, Uni<Void>> tell) {
        if (table.putIfAbsent(topic, new Telling<>(type, tell)) != null) {
            throw new IllegalArgumentException("two tellings of " + topic);
        }
        return this;
    }

    Optional<Telling<?>> find(String topic) {
        return Optional.ofNullable(table.get(topic));
    }
}
