package dev.fieldservice.probe;

import static dev.fieldservice.platform.testing.Http.as;
import static org.hamcrest.Matchers.oneOf;

import dev.fieldservice.platform.testing.Person;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers that are not what they should be: said to be so, or passed over, and never a failure of ours. */
@QuarkusTest
@WithTestResource(ProbeServers.class)
class OddHeadersTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "/", "a/b/c", ",", "application/json;q=x", ";", "*"})
    void whatIsAcceptedIsAMediaType(String accepted) {
        as(Person.DANA).header("Accept", accepted).get("/v1/notes").then().statusCode(oneOf(200, 400, 406));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en;q=x", ";;", "\u00e9"})
    void aLanguageIsPassedOver(String language) {
        as(Person.DANA)
                .header("Accept-Language", language)
                .get("/v1/notes")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "/", "application/json; charset=nonsense", "a/b/c"})
    void aTypeOfNothingIsPassedOverOrRefused(String type) {
        as(Person.DANA)
                .header("Content-Type", type)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/v1/notes")
                .then()
                .statusCode(oneOf(400, 415));
    }
}
