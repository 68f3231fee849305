package dev.fieldservice.faults.strikes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.local.Service;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    @Test
    void theSameSeedStrikesInTheSameOrderAndAnotherOneInAnother() {
        assertThat(names(Schedule.complete(7), 0)).isEqualTo(names(Schedule.complete(7), 0));
        assertThat(names(Schedule.complete(7), 0)).isNotEqualTo(names(Schedule.complete(8), 0));
        assertThat(names(Schedule.complete(7), 0)).isNotEqualTo(names(Schedule.complete(7), 1));
    }

    @Test
    void everyProcessIsKilled() {
        assertThat(names(Schedule.complete(7), 0))
                .contains(Stream.of(Service.values())
                        .map(service -> "kill -9 " + service.module())
                        .toArray(String[]::new));
    }

    @Test
    void theShortFormStrikesNothingThatTheLongOneDoesNot() {
        assertThat(names(Schedule.complete(7), 0)).containsAll(names(Schedule.selection(7), 0));
    }

    private static List<String> names(Schedule schedule, int round) {
        return schedule.order(round).stream().map(Fault::name).toList();
    }
}
