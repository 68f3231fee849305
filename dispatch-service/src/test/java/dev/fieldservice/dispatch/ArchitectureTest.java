package dev.fieldservice.dispatch;

import dev.fieldservice.platform.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theServiceKeepsTheHouseRules() {
        ArchitectureRules.check("dispatch");
    }

    @Test
    void noPackagesKnowEachOtherInACircle() {
        ArchitectureRules.checkCircles("dispatch");
    }
}
