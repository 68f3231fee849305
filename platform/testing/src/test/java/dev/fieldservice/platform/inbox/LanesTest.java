package dev.fieldservice.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A channel's messages: what waits for what, and what does not. */
class LanesTest {

    private static final int KEYS_AT_ONCE = 3;
    private static final int MOST_IN_HAND = 10;

    private Lanes lanes;
    private final List<String> begun = new ArrayList<>();
    private final Map<String, CompletableFuture<Void>> underWay = new HashMap<>();
    private final Map<String, CompletableFuture<Void>> over = new HashMap<>();

    @BeforeEach
    @BeforeTry
    void aChannelWithNothingInHand() {
        lanes = new Lanes(KEYS_AT_ONCE, MOST_IN_HAND);
        begun.clear();
        underWay.clear();
        over.clear();
    }

    @Test
    void whatWaitsHoldsUpItsOwnKeyOnly() {
        give("a", "a1");
        give("a", "a2");
        give("b", "b1");

        assertThat(begun).containsExactly("a1", "b1");
        end("b1");
        end("a1");
        assertThat(begun).containsExactly("a1", "b1", "a2");
    }

    @Test
    void onlySoManyKeysMoveAtOnceAndEachGetsItsTurn() {
        List.of("a1", "a2", "b1", "c1", "d1").forEach(name -> give(name.substring(0, 1), name));

        assertThat(begun).containsExactly("a1", "b1", "c1");
        end("a1");
        assertThat(begun).as("d has waited longer than the second of a").endsWith("d1");
        end("b1");
        assertThat(begun).endsWith("a2");
    }

    @Test
    void aDefectIsToldAndItsKeyGoesOn() {
        give("a", "a1");
        give("a", "a2");

        var _ = underWay.remove("a1").completeExceptionally(new IllegalStateException("defect"));

        assertThat(over.get("a1")).isCompletedExceptionally();
        end("a2");
        assertThat(over.get("a2")).isCompleted();
    }

    @Test
    void thereIsRoomAgainAsSoonAsEnoughIsDone() {
        for (int i = 0; i < MOST_IN_HAND - 1; i++) {
            give("a", "a" + i);
        }
        assertThat(lanes.room().subscribeAsCompletionStage()).isCompleted();

        give("b", "b0");
        CompletableFuture<Void> room = lanes.room().subscribeAsCompletionStage();
        assertThat(room).isNotDone();
        end("a0");
        assertThat(room).isCompleted();
    }

    @Property(tries = 300)
    void everythingIsDoneOnceAndInTheOrderOfItsKey(
            @ForAll @Size(max = 60) List<@IntRange(max = 6) Integer> keys, @ForAll long seed) {
        Random dice = new Random(seed);
        for (int i = 0; i < keys.size(); i++) {
            give("k" + keys.get(i), keys.get(i) + "#" + i);
            assertThat(underWay).hasSizeLessThanOrEqualTo(KEYS_AT_ONCE);
            if (dice.nextBoolean()) {
                endAny(dice);
            }
        }
        while (!underWay.isEmpty()) {
            endAny(dice);
        }

        assertThat(over.values()).allMatch(CompletableFuture::isDone);
        assertThat(begun).doesNotHaveDuplicates().hasSize(keys.size());
        Map<String, Integer> last = new HashMap<>();
        for (String name : begun) {
            String[] parts = name.split("#");
            assertThat(Integer.parseInt(parts[1])).isGreaterThan(last.getOrDefault(parts[0], -1));
            last.put(parts[0], Integer.parseInt(parts[1]));
        }
        assertThat(lanes.room().subscribeAsCompletionStage()).isCompleted();
    }

    private void give(String key, String name) {
        Uni<Void> work = Uni.createFrom().completionStage(() -> {
            begun.add(name);
            underWay.put(name, new CompletableFuture<>());
            return underWay.get(name);
        });
        over.put(name, lanes.run(key, work));
    }

    private void endAny(Random dice) {
        if (!underWay.isEmpty()) {
            List<String> names = underWay.keySet().stream().sorted().toList();
            end(names.get(dice.nextInt(names.size())));
        }
    }

    private void end(String name) {
        var _ = underWay.remove(name).complete(null);
    }
}
