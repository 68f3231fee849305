package dev.fieldservice.platform.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** Calls the service under test as somebody. */
public final class Http {

    private Http() {}

    public static RequestSpecification as(Person person) {
        return given().auth().oauth2(Tokens.of(person)).accept(ContentType.JSON);
    }

    /** A command with a key of its own. */
    public static Response post(Person person, String path, Object body) {
        return post(person, UUID.randomUUID().toString(), path, body);
    }

    public static Response post(Person person, String key, String path, Object body) {
        return as(person)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post(path);
    }

    /** A command without a body. */
    public static Response post(Person person, String path) {
        return as(person)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post(path);
    }

    public static Response get(Person person, String path) {
        return as(person).get(path);
    }

    public static Response put(Person person, String path, String etag, Object body) {
        return as(person)
                .contentType(ContentType.JSON)
                .header("If-Match", etag)
                .body(body)
                .put(path);
    }
}
