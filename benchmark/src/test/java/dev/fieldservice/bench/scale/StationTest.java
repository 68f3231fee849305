package dev.fieldservice.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StationTest {

    private static final int MANY = 1_000_000;

    @Test
    void whoComesWhileAllAreBusyWaitsForTheFirstThatIsFree() {
        var served = new Station("counter", 2).serve(Flow.of(new double[] {3, 0, 1, 2}, 4));

        assertThat(served.visits().arrivals()).containsExactly(0, 1, 2, 3);
        assertThat(served.visits().starts()).containsExactly(0, 1, 4, 5);
        assertThat(served.departed().getFirst().arrivals()).containsExactly(4, 5, 8, 9);
        assertThat(served.visits().meanWait()).isEqualTo(1);
        assertThat(served.visits().waits().at(0.99)).isEqualTo(2);
        assertThat(served.visits().longestQueue(0, 10)).isEqualTo(2);
        assertThat(served.visits().longestQueue(0, 3)).isEqualTo(1);
        assertThat(served.visits().between(1, 3).count()).isEqualTo(2);
    }

    @Test
    void twoFlowsShareTheStationInTheOrderInWhichTheyCome() {
        var served =
                new Station("counter", 1).serve(Flow.of(new double[] {0, 10}, 5), Flow.of(new double[] {1, 20}, 2));

        assertThat(served.visits().starts()).containsExactly(0, 5, 10, 20);
        assertThat(served.departed().get(0).arrivals()).containsExactly(5, 15);
        assertThat(served.departed().get(1).arrivals()).containsExactly(7, 22);
        assertThat(served.departed().get(1).taking(3).service()).isEqualTo(3);
    }

    /** M/D/1: the mean wait is ρ / (2 (1 − ρ)) of a service (Pollaczek and Khinchine). */
    @Test
    void theWaitAtOnePlaceIsWhatTheTheoryOfQueuesSays() {
        assertThat(new Station("relay", 1).serve(byChance(0.5)).visits().meanWait())
                .isCloseTo(0.5, within(0.01));
        assertThat(new Station("relay", 1).serve(byChance(0.8)).visits().meanWait())
                .isCloseTo(2.0, within(0.08));
    }

    @Test
    void allThatComeAreServedInTheirOrderAndNoMoreAtATimeThanThereArePlaces() {
        var served = new Station("counter", 3).serve(byChance(2.7));
        var visits = served.visits();
        var ends = served.departed().getFirst().arrivals();

        assertThat(visits.count()).isEqualTo(MANY).isEqualTo(ends.length);
        assertThat(visits.starts()).isSorted();
        for (int i = 0; i < MANY; i++) {
            assertThat(visits.starts()[i]).isGreaterThanOrEqualTo(visits.arrivals()[i]);
            if (i >= 3) {
                assertThat(visits.starts()[i]).isGreaterThanOrEqualTo(ends[i - 3]);
            }
        }
        assertThat(Arrays.stream(ends).sum() - Arrays.stream(visits.starts()).sum())
                .isCloseTo(MANY, within(1.0)); // each took its second
    }

    /** So many a second, each of which takes one. */
    private static Flow byChance(double perSecond) {
        var chance = new SplittableRandom(7);
        var arrivals = new double[MANY];
        double now = 0;
        for (int i = 0; i < MANY; i++) {
            now -= Math.log(1 - chance.nextDouble()) / perSecond;
            arrivals[i] = now;
        }
        return Flow.of(arrivals, 1);
    }
}
