package dev.fieldservice.ticket.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.ticket.promises.Clocks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EscalationsTest {

    private static final Instant NINE = Instant.parse("2026-04-13T06:00:00Z");
    private static final UUID SORIN = UUID.randomUUID();
    private static final UUID DANA = UUID.randomUUID();

    /** A mail that waited for the mail server is not sent beside the next one. */
    @Test
    void whoWasToldOfMoreSinceIsNotToldOfLess() {
        Escalation half = told(Clocks.Kind.RESPONSE, 50, SORIN, 0);
        Escalation whole = told(Clocks.Kind.RESPONSE, 100, SORIN, 1);
        Escalation other = told(Clocks.Kind.RESOLUTION, 50, SORIN, 1);
        Escalation hers = told(Clocks.Kind.RESPONSE, 50, DANA, 0);
        Escalations all = Escalations.NONE.with(List.of(half, hers)).with(List.of(whole, other));

        assertThat(all.standing(half.id())).isEmpty();
        assertThat(all.standing(whole.id())).contains(whole);
        assertThat(all.standing(other.id())).contains(other);
        assertThat(all.standing(hers.id())).contains(hers);
        assertThat(all.people()).containsExactly(SORIN, DANA);
    }

    private static Escalation told(Clocks.Kind clock, int percent, UUID who, int hours) {
        Instant at = NINE.plus(Duration.ofHours(hours));
        return new Escalation(UUID.randomUUID(), clock, percent, at, who, "Cineva", at);
    }
}
