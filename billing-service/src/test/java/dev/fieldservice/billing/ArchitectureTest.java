package dev.fieldservice.billing;

import dev.fieldservice.platform.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theServiceKeepsTheHouseRules() {
        ArchitectureRules.check("billing");
    }

    @Test
    void noPackagesKnowEachOtherInACircle() {
        ArchitectureRules.checkCircles("billing");
    }
}
