package dev.fieldservice.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.inventory.containers.ContainerLifecycle;
import dev.fieldservice.platform.testing.LifecycleTable;
import dev.fieldservice.platform.testing.StatesDocument;
import org.junit.jupiter.api.Test;

class ContainerLifecycleTest {

    @Test
    void everyCommandInEveryStateIsDecided() {
        assertThat(LifecycleTable.of(
                        ContainerLifecycle.TABLE, ContainerLifecycle.State.class, ContainerLifecycle.Command.class))
                .isEqualTo("""
                        IN_STOCK: MOVE=IN_STOCK FILL=IN_STOCK WEIGH=IN_STOCK RETURN=RETURNED WITHDRAW=WITHDRAWN RECEIVE=IN_STOCK
                        RETURNED: MOVE=- FILL=- WEIGH=- RETURN=- WITHDRAW=- RECEIVE=IN_STOCK
                        WITHDRAWN: MOVE=- FILL=- WEIGH=- RETURN=- WITHDRAW=- RECEIVE=-""");
    }

    @Test
    void everyOtherServiceHasDecidedAboutEveryState() {
        StatesDocument.check("Container", "inventory", ContainerLifecycle.State.class);
    }
}
