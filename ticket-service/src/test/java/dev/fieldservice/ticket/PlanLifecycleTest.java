package dev.fieldservice.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.testing.LifecycleTable;
import dev.fieldservice.ticket.plans.PlanLifecycle;
import org.junit.jupiter.api.Test;

class PlanLifecycleTest {

    @Test
    void everyCommandInEveryStateIsDecided() {
        assertThat(LifecycleTable.of(PlanLifecycle.TABLE, PlanLifecycle.State.class, PlanLifecycle.Command.class))
                .isEqualTo("""
                        ACTIVE: CHANGE=ACTIVE PAUSE=PAUSED RESUME=- END=ENDED RUN_OUT=ENDED
                        PAUSED: CHANGE=PAUSED PAUSE=- RESUME=ACTIVE END=ENDED RUN_OUT=-
                        ENDED: CHANGE=- PAUSE=- RESUME=- END=- RUN_OUT=-""");
    }
}
