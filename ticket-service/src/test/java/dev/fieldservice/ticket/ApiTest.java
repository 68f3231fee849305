package dev.fieldservice.ticket;

import static io.restassured.RestAssured.given;

import dev.fieldservice.platform.testing.ApiRules;
import dev.fieldservice.platform.testing.ListeningRules;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.testing.TokenRules;
import dev.fieldservice.platform.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
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
        TokenRules.check("/v1/tickets");
    }

    @Test
    void whoeverTakesNoJsonIsToldSoBeforeAnythingHappens() {
        listTicketsTaking("text/csv").then().statusCode(406).contentType("application/problem+json");
        listTicketsTaking("text/csv, */*;q=0.1").then().statusCode(200).contentType("application/json");
    }

    private static Response listTicketsTaking(String types) {
        return given().auth().oauth2(Tokens.of(Person.DANA)).accept(types).get("/v1/tickets");
    }
}
