package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.hamcrest.Matchers.equalTo;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who gets in, when the gateway is bypassed. */
@QuarkusTest
@WithTestResource(RealServers.class)
class AccessTest {

    @Test
    void aTokenWithoutTheRoleIsForbidden() {
        get(Person.TUDOR, "/v1/tickets").then().statusCode(403).contentType("application/problem+json");
        post(Person.SORIN, "/v1/customers", Map.of("name", "A"))
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
        get(Person.SORIN, "/v1/customers").then().statusCode(200);
    }
}
