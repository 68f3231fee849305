package dev.fieldservice.billing;

import dev.fieldservice.platform.testing.ApiRules;
import dev.fieldservice.platform.testing.ListeningRules;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.testing.TokenRules;
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

    @Test
    void itListensToWhatTheContractsSay() {
        ListeningRules.check();
    }

    @Test
    void nobodyGetsInWithoutAValidAccessToken() {
        TokenRules.check("/v1/invoices");
    }
}
