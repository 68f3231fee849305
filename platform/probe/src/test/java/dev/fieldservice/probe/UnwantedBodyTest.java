package dev.fieldservice.probe;

import static dev.fieldservice.platform.testing.Http.as;
import static dev.fieldservice.platform.testing.Http.post;
import static org.hamcrest.Matchers.equalTo;

import dev.fieldservice.platform.testing.Person;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body for an operation that takes none: what a client means by it is not passed over in silence. */
@QuarkusTest
@WithTestResource(ProbeServers.class)
class UnwantedBodyTest {

    @ParameterizedTest
    @ValueSource(strings = {"{\"reason\":\"rain\"}", "[]", "5", "null", "{", "{}{}"})
    void isRefused(String body) {
        finish(note(), body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("malformed-request"))
                .body("detail", equalTo("This operation takes no body."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", " { }\n"})
    void mayBeAnEmptyObject(String body) {
        finish(note(), body).then().statusCode(200);
    }

    @Test
    void isRefusedInAQuestionToo() {
        as(Person.DANA)
                .contentType(ContentType.JSON)
                .body("{\"state\":\"OPEN\"}")
                .get("/v1/notes")
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed-request"));
    }

    private static String note() {
        return post(Person.DANA, "/v1/notes", Map.of("title", UUID.randomUUID().toString()))
                .path("id");
    }

    private static Response finish(String note, String body) {
        return as(Person.DANA)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/notes/" + note + "/finish");
    }
}
