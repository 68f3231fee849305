package dev.fieldservice.platform.documents;

import dev.fieldservice.platform.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

/** The probe, which checks the other modules, takes no documents. */
class ArchitectureTest {

    @Test
    void noPackagesKnowEachOtherInACircle() {
        ArchitectureRules.checkCircles("platform");
    }
}
