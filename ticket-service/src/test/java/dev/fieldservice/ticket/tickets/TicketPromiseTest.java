package dev.fieldservice.ticket.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.ticket.company.Calendars;
import dev.fieldservice.ticket.promises.Counted;
import dev.fieldservice.ticket.promises.Target;
import dev.fieldservice.ticket.promises.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Asked on a Sunday evening for somebody within an hour of work; they set out on Monday at half past seven. */
class TicketPromiseTest {

    private static final Times WEEK = new Times(Optional.of(Calendars.frigotehnica()));
    private static final Times DAY_AND_NIGHT = new Times(Optional.of(Calendars.dayAndNight()));
    private static final Target TARGET = new Target(Duration.ofHours(1), Duration.ofHours(40), Counted.WORKING_HOURS);

    private final TicketPromise promise =
            TicketPromise.of(new TicketTerms(null, TARGET, WEEK), Instant.parse("2026-03-01T18:00:00Z"));

    @Test
    void whatHasStoppedIsJudgedByTheCalendarOfThen() {
        promise.change(clocks -> clocks.responded(Instant.parse("2026-03-02T05:30:00Z")));
        promise.times = DAY_AND_NIGHT;
        promise.change(clocks -> clocks.stopped(Instant.parse("2026-03-05T10:00:00Z")));

        assertThat(promise.responseMinutes).isZero();
        assertThat(promise.responsePromisedMinutes).isEqualTo(60);
        assertThat(promise.resolutionMinutes).isEqualTo(88 * 60);
    }

    @Test
    void whatGoesOnIsJudgedWhenItStopsAgain() {
        promise.change(clocks -> clocks.stopped(Instant.parse("2026-03-02T07:00:00Z")));
        assertThat(promise.resolutionMinutes).isEqualTo(60);

        promise.change(clocks -> clocks.reopened(Instant.parse("2026-03-03T07:00:00Z")));
        assertThat(promise.resolutionMinutes).isNull();
        assertThat(promise.responseMinutes).isEqualTo(60);
        promise.change(clocks -> clocks.stopped(Instant.parse("2026-03-03T07:30:00Z")));
        assertThat(promise.resolutionMinutes).isEqualTo(90);
    }
}
