package dev.fieldservice.platform.errands;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class InHandTest {

    private final InHand inHand = new InHand();

    @Test
    void eachKindHasPlacesOfItsOwn() {
        inHand.enter("MAIL");
        inHand.enter("MAIL");

        assertThat(inHand.free("MAIL", 2)).isZero();
        assertThat(inHand.free("PLAN", 2)).isEqualTo(2);
        assertThat(inHand.leave("MAIL")).isFalse();
        assertThat(inHand.free("MAIL", 2)).isOne();
    }

    @Test
    void whoLeavesAsksForMoreOnlyWhereAllPlacesWereTaken() {
        inHand.enter("MAIL");
        inHand.note("MAIL", true);
        assertThat(inHand.leave("MAIL")).isTrue();

        inHand.enter("MAIL");
        inHand.note("MAIL", false);
        assertThat(inHand.leave("MAIL")).isFalse();
    }

    @Test
    void whoEndsWaitsForWhatIsInHandButNotForEver() throws InterruptedException {
        inHand.enter("MAIL");
        Thread mail = Thread.startVirtualThread(() -> {
            pause();
            var _ = inHand.leave("MAIL");
        });
        inHand.awaitNone(Duration.ofSeconds(10));
        assertThat(inHand.free("MAIL", 1)).isOne();
        mail.join();

        inHand.enter("PLAN");
        inHand.awaitNone(Duration.ofMillis(20));
        assertThat(inHand.free("PLAN", 1)).isZero();
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
