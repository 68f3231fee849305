package dev.fieldservice.inventory;

import dev.fieldservice.platform.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theServiceKeepsTheHouseRules() {
        ArchitectureRules.check("inventory");
    }

    @Test
    void noPackagesKnowEachOtherInACircle() {
        ArchitectureRules.checkCircles("inventory");
    }
}
