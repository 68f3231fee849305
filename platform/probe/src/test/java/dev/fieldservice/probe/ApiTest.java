package dev.fieldservice.probe;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

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
    void anOperationTellsItsProblemCodesWhereverTheyAreMade() {
        given().get("/q/openapi?format=json")
                .then()
                .body(codes("/v1/notes", "post", "409"), contains("conflict", "request-in-flight", "title-taken"))
                .body(codes("/v1/notes", "post", "400"), hasItems("idempotency-key-missing", "invalid-request"))
                .body(codes("/v1/notes", "post", "422"), contains("idempotency-key-reused"))
                .body(codes("/v1/notes/{id}/finish", "post", "409"), hasItem("illegal-transition"))
                .body(codes("/v1/notes/{id}", "put", "412"), contains("version-mismatch"))
                .body(codes("/v1/notes/{id}", "get", "409"), nullValue());
    }

    private static String codes(String path, String method, String status) {
        return "paths.'%s'.%s.'x-problem-codes'.'%s'".formatted(path, method, status);
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
        ArchitectureRules.checkCircles("contracts");
    }
}
