package dev.fieldservice.dispatch.delays;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.dispatch.delays.Arrivals.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private static final UUID TUDOR = new UUID(0, 1);
    private static final UUID TEODORA = new UUID(0, 2);

    @Test
    void theNextVisitWaitsUntilTheDelayedOneHasEnded() {
        Visit late = visit(1, "09:30", 60, TUDOR);
        Visit next = visit(2, "10:00", 60, TUDOR);

        assertThat(Arrivals.shifted(late, List.of(next))).containsOnly(shift(next, "10:30"));
    }

    @Test
    void aGapTakesUpTheDelay() {
        Visit late = visit(1, "09:30", 60, TUDOR);
        Visit next = visit(2, "10:00", 30, TUDOR);
        Visit afterLunch = visit(3, "13:00", 60, TUDOR);

        assertThat(Arrivals.shifted(late, List.of(afterLunch, next))).containsOnly(shift(next, "10:30"));
    }

    @Test
    void visitsThatTouchMoveOneAfterTheOther() {
        Visit late = visit(1, "09:20", 60, TUDOR);
        Visit second = visit(2, "10:00", 60, TUDOR);
        Visit third = visit(3, "11:00", 60, TUDOR);

        assertThat(Arrivals.shifted(late, List.of(second, third)))
                .containsOnly(shift(second, "10:20"), shift(third, "11:20"));
    }

    @Test
    void aCrewWaitsForItsLastMember() {
        Visit late = visit(1, "10:00", 60, TUDOR);
        Visit together = visit(2, "10:30", 30, TEODORA, TUDOR);
        Visit teodoraAlone = visit(3, "11:15", 30, TEODORA);

        assertThat(Arrivals.shifted(late, List.of(together, teodoraAlone)))
                .containsOnly(shift(together, "11:00"), shift(teodoraAlone, "11:30"));
    }

    private static Visit visit(int id, String arrival, int minutes, UUID... technicians) {
        return new Visit(new UUID(1, id), List.of(technicians), at(arrival), Duration.ofMinutes(minutes));
    }

    private static java.util.Map.Entry<UUID, Instant> shift(Visit visit, String arrival) {
        return java.util.Map.entry(visit.id(), at(arrival));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-02T" + time + ":00Z");
    }
}
