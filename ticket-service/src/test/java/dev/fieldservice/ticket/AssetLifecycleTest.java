package dev.fieldservice.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.testing.LifecycleTable;
import dev.fieldservice.ticket.assets.AssetLifecycle;
import org.junit.jupiter.api.Test;

class AssetLifecycleTest {

    @Test
    void everyCommandInEveryStateIsDecided() {
        assertThat(LifecycleTable.of(AssetLifecycle.TABLE, AssetLifecycle.State.class, AssetLifecycle.Command.class))
                .isEqualTo("""
                        IN_USE: RETIRE=RETIRED REINSTATE=-
                        RETIRED: RETIRE=- REINSTATE=IN_USE""");
    }
}
