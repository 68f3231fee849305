package dev.fieldservice.dispatch.worktypes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.testing.LifecycleTable;
import org.junit.jupiter.api.Test;

class WorkTypeLifecycleTest {

    @Test
    void everyCommandInEveryStateIsDecided() {
        assertThat(LifecycleTable.of(
                        WorkTypeLifecycle.TABLE, WorkTypeLifecycle.State.class, WorkTypeLifecycle.Command.class))
                .isEqualTo("""
                    IN_USE: RETIRE=RETIRED REINSTATE=-
                    RETIRED: RETIRE=- REINSTATE=IN_USE\
                    """);
    }
}
