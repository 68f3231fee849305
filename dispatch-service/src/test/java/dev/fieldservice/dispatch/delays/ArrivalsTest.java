package dev.fieldservice.dispatch.delays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

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
        Visit next = visit(2, "10:00", 60, TUDOR);

        assertThat(Arrivals.of(List.of(said(1, "09:00", "09:30", 60, TUDOR), next)))
                .containsExactly(entry(next.id(), at("10:30")));
    }

    @Test
    void aGapTakesUpTheDelay() {
        Visit next = visit(2, "10:00", 30, TUDOR);
        Visit afterLunch = visit(3, "13:00", 60, TUDOR);

        assertThat(Arrivals.of(List.of(afterLunch, next, said(1, "09:00", "09:30", 60, TUDOR))))
                .containsExactly(entry(next.id(), at("10:30")), entry(afterLunch.id(), at("13:00")));
    }

    @Test
    void visitsThatTouchMoveOneAfterTheOther() {
        Visit second = visit(2, "10:00", 60, TUDOR);
        Visit third = visit(3, "11:00", 60, TUDOR);

        assertThat(Arrivals.of(List.of(said(1, "09:00", "09:20", 60, TUDOR), second, third)))
                .containsExactly(entry(second.id(), at("10:20")), entry(third.id(), at("11:20")));
    }

    @Test
    void nobodyIsExpectedBeforeThePlanBecauseAnEarlierVisitIs() {
        Visit second = visit(2, "10:00", 60, TUDOR);

        assertThat(Arrivals.of(List.of(said(1, "09:00", "08:00", 60, TUDOR), second)))
                .containsExactly(entry(second.id(), at("10:00")));
    }

    @Test
    void whatGoesOnAtTheTimeOfAVisitIsWaitedForAlsoWhereItWasToComeAfterIt() {
        Visit next = visit(2, "10:00", 30, TUDOR);

        assertThat(Arrivals.of(List.of(said(1, "14:00", "09:45", 60, TUDOR), next)))
                .containsExactly(entry(next.id(), at("10:45")));
    }

    @Test
    void aCrewWaitsForItsLastMember() {
        Visit together = visit(2, "10:30", 30, TEODORA, TUDOR);
        Visit teodoraAlone = visit(3, "11:15", 30, TEODORA);

        assertThat(Arrivals.of(List.of(said(1, "09:00", "10:00", 60, TUDOR), together, teodoraAlone)))
                .containsExactly(entry(together.id(), at("11:00")), entry(teodoraAlone.id(), at("11:30")));
    }

    private static Visit visit(int id, String planned, int minutes, UUID... technicians) {
        return new Visit(
                new UUID(1, id), List.of(technicians), at(planned), at(planned), Duration.ofMinutes(minutes), false);
    }

    private static Visit said(int id, String planned, String said, int minutes, UUID... technicians) {
        return new Visit(
                new UUID(1, id), List.of(technicians), at(planned), at(said), Duration.ofMinutes(minutes), true);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-02T" + time + ":00Z");
    }
}
