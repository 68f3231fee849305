package dev.fieldservice.platform.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OneByOneTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<Integer> done = new ArrayList<>();

    /** Chained to one another, so many overflow the stack, and nobody is told. */
    @Test
    void manyStepsRunNoDeeperThanOne() {
        List<Integer> many = IntStream.range(0, 100_000).boxed().toList();

        OneByOne.each(many, this::step).await().atMost(PATIENCE);

        assertThat(done).isEqualTo(many);
    }

    @Test
    void nothingIsDoneAfterWhatFails() {
        assertThatThrownBy(() -> OneByOne.each(List.of(1, 2, 3), this::stepThatMayFail)
                        .await()
                        .atMost(PATIENCE))
                .hasMessage("the second");
        assertThat(done).containsExactly(1);
    }

    private Uni<Void> step(int one) {
        return Uni.createFrom().voidItem().invoke(() -> done.add(one));
    }

    private Uni<Void> stepThatMayFail(int one) {
        return one == 2 ? Uni.createFrom().failure(new IllegalStateException("the second")) : step(one);
    }
}
