package dev.fieldservice.inventory;

import dev.fieldservice.platform.testing.ApiRules;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class ApiTest {

    @Test
    void theDescriptionKeepsTheRulesOfTheApi() {
        ApiRules.check();
    }
}
