package dev.fieldservice.platform.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.problems.Refused;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LineTest {

    private static final UUID ANA = UUID.randomUUID();
    private static final UUID DANA = UUID.randomUUID();
    private static final UUID SORIN = UUID.randomUUID();
    private static final UUID TUDOR = UUID.randomUUID();

    private final Line line = new Line(2, 4);

    @Test
    void whoComesFirstIsServedFirstAndTheOthersWhenOneLeaves() {
        assertThat(line.enter(ANA)).isDone();
        assertThat(line.enter(DANA)).isDone();
        var sorin = line.enter(SORIN);
        var tudor = line.enter(TUDOR);

        assertThat(sorin).isNotDone();
        line.leave(DANA);
        assertThat(sorin).isDone();
        assertThat(tudor).isNotDone();
        line.leave(ANA);
        assertThat(tudor).isDone();
    }

    @Test
    void whoLeavesBeforeTheirTurnTakesNobodysPlace() {
        var _ = line.enter(ANA);
        var _ = line.enter(DANA);
        var sorin = line.enter(SORIN);
        var tudor = line.enter(TUDOR);

        line.leave(SORIN);
        assertThat(tudor).isNotDone();
        line.leave(ANA);
        assertThat(tudor).isDone();
        assertThat(sorin).isNotDone();
        assertThat(line.enter(ANA)).isNotDone();
    }

    @Test
    void nobodyStandsInItTwiceAndNobodyEntersWhenItIsFull() {
        var _ = line.enter(ANA);
        refuses(ANA, Refusal.TooMuchInFlight.class);
        var _ = line.enter(DANA);
        var _ = line.enter(SORIN);
        refuses(SORIN, Refusal.TooMuchInFlight.class);
        var _ = line.enter(TUDOR);

        refuses(UUID.randomUUID(), Refusal.Unavailable.class);

        line.leave(TUDOR);
        assertThat(line.enter(UUID.randomUUID())).isNotDone();
    }

    private void refuses(UUID who, Class<? extends Refusal> why) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> line.enter(who))
                .satisfies(refused -> assertThat(refused.refusal()).isInstanceOf(why));
    }
}
