package dev.fieldservice.ticket;

import dev.fieldservice.platform.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theServiceKeepsTheHouseRules() {
        ArchitectureRules.check("ticket");
    }

    @Test
    void noPackagesKnowEachOtherInACircle() {
        ArchitectureRules.checkCircles("ticket");
    }
}
