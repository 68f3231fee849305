package dev.fieldservice.probe;

import dev.fieldservice.platform.testing.ApiRules;
import dev.fieldservice.platform.testing.ArchitectureRules;
import dev.fieldservice.platform.testing.TokenRules;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What holds for every application on the platform holds for the smallest. */
@QuarkusTest
@WithTestResource(ProbeServers.class)
class ApiTest {

    @Test
    void theDescriptionKeepsTheRulesOfTheApi() {
        ApiRules.check();
    }

    @Test
    void nobodyGetsInWithoutAValidAccessToken() {
        TokenRules.check("/v1/notes");
    }

    @Test
    void theCodeKeepsTheHouseRules() {
        ArchitectureRules.check("probe");
    }

    @Test
    void noPackagesKnowEachOtherInACircle() {
        ArchitectureRules.checkCircles("probe");
        ArchitectureRules.checkCircles("platform");
    }
}
