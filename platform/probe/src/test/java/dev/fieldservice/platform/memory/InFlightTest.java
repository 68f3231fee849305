package dev.fieldservice.platform.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fieldservice.platform.problems.Refused;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The budget of one caller and of all, with answers that wait for their clients. */
class InFlightTest {

    private static final int REQUEST = 8 * 1024;
    private static final int ANSWER = 300 * 1024;
    private static final int OF_A_CALLER = 1 << 20;
    private static final int OF_ALL = 4 << 20;

    private final InFlight inFlight = new InFlight(new Small());

    private record Small() implements MemoryConfig {
        @Override
        public MemorySize requests() {
            return new MemorySize(BigInteger.valueOf(OF_ALL));
        }

        @Override
        public MemorySize requestsOfACaller() {
            return new MemorySize(BigInteger.valueOf(OF_A_CALLER));
        }

        @Override
        public Duration headPatience() {
            return Duration.ofSeconds(10);
        }

        @Override
        public MemorySize lists() {
            return new MemorySize(BigInteger.valueOf(OF_A_CALLER));
        }

        @Override
        public Duration bodyPatience() {
            return Duration.ofSeconds(60);
        }

        @Override
        public Duration answerPatience() {
            return Duration.ofSeconds(30);
        }
    }

    @Test
    void whoTakesNothingIsRefusedNewRequestsAndNobodyElseIs() {
        for (int i = 0; i < 4; i++) {
            assertThat(inFlight.admit("dana").waits(ANSWER)).isTrue();
        }
        assertThatThrownBy(() -> inFlight.admit("dana")).isInstanceOf(Refused.class);
        inFlight.admit("tudor").over();
    }

    @Test
    void answersToWhatWasAdmittedAtOnceHaveRoomAndNoMoreThanThat() {
        List<InFlight.Held> admitted = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            admitted.add(inFlight.admit("dana"));
        }
        long kept = admitted.stream().filter(InFlightTest::keepsOrCloses).count();
        assertThat(kept).isBetween((long) OF_A_CALLER / ANSWER, 2L * OF_A_CALLER / ANSWER);
        assertThat(inFlight.all()).isLessThan(2L * OF_A_CALLER + ANSWER);
    }

    private static boolean keepsOrCloses(InFlight.Held held) {
        boolean isKept = held.waits(ANSWER);
        if (!isKept) {
            held.over();
        }
        return isKept;
    }

    @Test
    void whatWaitsIsCountedOnceAndGivenBackWhenItIsTaken() {
        InFlight.Held held = inFlight.admit("dana");
        assertThat(held.waits(64 * 1024)).isTrue();
        assertThat(held.waits(30 * 1024)).isTrue();
        assertThat(inFlight.all()).isEqualTo(REQUEST + 64 * 1024);
        held.over();
        assertThat(held.waits(ANSWER)).isTrue();
        held.over();
        assertThat(inFlight.all()).isZero();
    }
}
