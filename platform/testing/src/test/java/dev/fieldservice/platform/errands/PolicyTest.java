package dev.fieldservice.platform.errands;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PolicyTest {

    @Test
    void whatFailsIsTriedLessAndLessOften() {
        assertThat(IntStream.rangeClosed(1, 4).mapToObj(Policy.usual()::waitAfter))
                .extracting(Duration::toSeconds)
                .containsExactly(5L, 10L, 20L, 40L);
        assertThat(Policy.usual().waitAfter(1_000)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void theLastAttemptIsTheLastUnlessItRepeats() {
        assertThat(Policy.usual().isLast(11)).isFalse();
        assertThat(Policy.usual().isLast(12)).isTrue();
        assertThat(Policy.repeating(Policy.Repetition.PER_SERVICE).isLast(Integer.MAX_VALUE))
                .isFalse();
    }
}
