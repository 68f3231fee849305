package dev.fieldservice.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.inventory.discrepancies.DiscrepancyLifecycle;
import dev.fieldservice.platform.testing.LifecycleTable;
import org.junit.jupiter.api.Test;

class DiscrepancyLifecycleTest {

    @Test
    void everyCommandInEveryStateIsDecided() {
        assertThat(LifecycleTable.of(
                        DiscrepancyLifecycle.TABLE,
                        DiscrepancyLifecycle.State.class,
                        DiscrepancyLifecycle.Command.class))
                .isEqualTo("""
                        OPEN: RESOLVE=RESOLVED EXPLAIN=RESOLVED
                        RESOLVED: RESOLVE=- EXPLAIN=-""");
    }
}
