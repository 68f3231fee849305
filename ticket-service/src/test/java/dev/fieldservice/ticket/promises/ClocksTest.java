package dev.fieldservice.ticket.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Somebody comes within 4 hours, and it works again within 8. */
class ClocksTest {

    private static final Instant ASKED = Instant.parse("2026-03-02T08:00:00Z");
    private static final Target TARGET = new Target(Duration.ofHours(4), Duration.ofHours(8), Counted.ALWAYS);

    private final Clocks clocks = Clocks.started(TARGET, ASKED);

    @Test
    void marksAreReachedInTheOrderOfTimeAndEachIsToldOnce() {
        assertThat(clocks.nextMark(Times.ALWAYS)).contains(after(120));

        var reached = clocks.reached(Times.ALWAYS, after(240));

        assertThat(reached)
                .extracting(mark -> mark.kind() + " " + mark.percent())
                .containsExactly("RESPONSE 50", "RESPONSE 75", "RESOLUTION 50", "RESPONSE 100");
        Clocks told = clocks.toldOf(reached);
        assertThat(told.reached(Times.ALWAYS, after(240))).isEmpty();
        assertThat(told.nextMark(Times.ALWAYS)).contains(after(360));
    }

    @Test
    void whileTheCustomerIsWaitedForNothingIsDueAndAfterwardsWhatIsLeftCounts() {
        Clocks waiting = clocks.paused(after(60));

        assertThat(waiting.nextMark(Times.ALWAYS)).isEmpty();
        assertThat(waiting.riskAt(Times.ALWAYS)).isEmpty();
        Clocks goingOn = waiting.resumed(after(300));
        assertThat(goingOn.respondBy(Times.ALWAYS)).contains(after(480));
        assertThat(goingOn.resolveBy(Times.ALWAYS)).contains(after(720));
        assertThat(goingOn.nextMark(Times.ALWAYS)).contains(after(360));
    }

    @Test
    void whoSetsOutStopsTheResponseAndNotTheResolution() {
        Clocks begun = clocks.responded(after(30));

        assertThat(begun.respondBy(Times.ALWAYS)).isEmpty();
        assertThat(begun.reached(Times.ALWAYS, after(1000)))
                .extracting(Clocks.Mark::kind)
                .containsOnly(Clocks.Kind.RESOLUTION);
        assertThat(begun.resumed(after(40)).response().runs()).isFalse();
        assertThat(begun.stopped(after(90)).nextMark(Times.ALWAYS)).isEmpty();
    }

    @Test
    void whatIsOpenedAgainHasWhatWasLeftAndIsNotMeasuredFromTheStart() {
        Clocks done = clocks.responded(after(30)).stopped(after(400));
        Clocks told = done.toldOf(clocks.reached(Times.ALWAYS, after(400)));

        Clocks again = told.reopened(after(5000));

        assertThat(again.respondBy(Times.ALWAYS)).isEmpty();
        assertThat(again.resolveBy(Times.ALWAYS)).contains(after(5080));
        assertThat(again.reached(Times.ALWAYS, after(5100)))
                .extracting(mark -> mark.kind() + " " + mark.percent())
                .containsExactly("RESOLUTION 100");
        assertThat(again.taken(Clocks.Kind.RESOLUTION, Times.ALWAYS)).isEmpty();
        assertThat(again.stopped(after(5010)).taken(Clocks.Kind.RESOLUTION, Times.ALWAYS))
                .contains(new Clocks.Taken(410, 480));
        assertThat(clocks.reopened(after(10))).isEqualTo(clocks);
    }

    @Test
    void anotherPromiseCountsFromWhenItWasAskedForAndWhatWaitedStaysOut() {
        Clocks goingOn = clocks.paused(after(60)).resumed(after(120));

        Clocks sooner = goingOn.promising(
                new Target(Duration.ofHours(2), Duration.ofHours(3), Counted.ALWAYS), Times.ALWAYS, after(130));

        assertThat(sooner.respondBy(Times.ALWAYS)).contains(after(180));
        assertThat(sooner.resolveBy(Times.ALWAYS)).contains(after(240));
    }

    @Test
    void aMarkThatWasToldAndIsReachedByTheNewPromiseTooIsNotToldAgain() {
        Clocks told = clocks.toldOf(clocks.reached(Times.ALWAYS, after(130)));

        Clocks sooner = told.promising(
                new Target(Duration.ofMinutes(200), Duration.ofHours(8), Counted.ALWAYS), Times.ALWAYS, after(130));
        Clocks later = told.promising(
                new Target(Duration.ofHours(8), Duration.ofHours(8), Counted.ALWAYS), Times.ALWAYS, after(130));

        assertThat(sooner.response().told()).isEqualTo(50);
        assertThat(later.response().told()).isZero();
    }

    @Test
    void whatWasToldIsNotToldAgainBecauseThePromiseChangedWhileTheCustomerWasWaitedFor() {
        Clocks told = clocks.toldOf(clocks.reached(Times.ALWAYS, after(130))).paused(after(140));

        Clocks corrected = told.promising(
                new Target(Duration.ofMinutes(200), Duration.ofHours(8), Counted.ALWAYS), Times.ALWAYS, after(150));

        assertThat(corrected.response().told()).isEqualTo(50);
        assertThat(corrected.resumed(after(200)).reached(Times.ALWAYS, after(201)))
                .isEmpty();
    }

    private static Instant after(int minutes) {
        return ASKED.plus(Duration.ofMinutes(minutes));
    }
}
