package dev.fieldservice.dispatch;

import static dev.fieldservice.platform.testing.Http.post;
import static io.restassured.RestAssured.given;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A technician whom only one test knows, so that tests do not find each other in the calendar. */
record Mechanic(UUID id, String name) {

    /** Somebody who can do all that the sample's ticket requires. */
    static Mechanic register(String name) {
        return register(name, List.of("refrigeration", "f-gas"));
    }

    static Mechanic register(String name, List<String> skills) {
        Mechanic mechanic = new Mechanic(Ids.next(), name);
        post(Person.DANA, "/v1/technicians", Map.of("userId", mechanic.id, "name", name, "skills", skills))
                .then()
                .statusCode(201);
        return mechanic;
    }

    RequestSpecification calls() {
        return given().auth().oauth2(Tokens.of(id, name, Role.TECHNICIAN));
    }

    Response gets(String path) {
        return calls().accept(ContentType.JSON).get(path);
    }

    Response posts(String path, Object body) {
        return posts(UUID.randomUUID().toString(), path, body);
    }

    Response posts(String key, String path, Object body) {
        return calls().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post(path);
    }
}
