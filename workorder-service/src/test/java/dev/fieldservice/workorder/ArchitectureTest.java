package dev.fieldservice.workorder;

import dev.fieldservice.platform.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theServiceKeepsTheHouseRules() {
        ArchitectureRules.check("workorder");
    }

    @Test
    void noPackagesKnowEachOtherInACircle() {
        ArchitectureRules.checkCircles("workorder");
    }
}
