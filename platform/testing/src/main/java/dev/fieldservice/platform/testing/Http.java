package dev.fieldservice.platform.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Calls the service under test as somebody, and as the API asks of clients: who is told to come again (503) does so after a second,
 * with the same key, and gives up in the end. What was not answered at once is printed.
 */
public final class Http {

    private static final int MOST_TRIES = 5;
    private static final int UNAVAILABLE = 503;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private Http() {}

    public static RequestSpecification as(Person person) {
        return given().auth().oauth2(Tokens.of(person)).accept(ContentType.JSON);
    }

    /** A command with a key of its own. */
    public static Response post(Person person, String path, Object body) {
        return post(person, UUID.randomUUID().toString(), path, body);
    }

    public static Response post(Person person, String key, String path, Object body) {
        return patiently(() -> as(person)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post(path));
    }

    /** A command without a body. */
    public static Response post(Person person, String path) {
        String key = UUID.randomUUID().toString();
        return patiently(() -> as(person).header("Idempotency-Key", key).post(path));
    }

    public static Response get(Person person, String path) {
        return patiently(() -> as(person).get(path));
    }

    public static Response put(Person person, String path, String etag, Object body) {
        return as(person)
                .contentType(ContentType.JSON)
                .header("If-Match", etag)
                .body(body)
                .put(path);
    }

    /** The last answer, whatever it is. */
    public static Response patiently(Supplier<Response> request) {
        Response answer = request.get();
        for (int tries = 1; answer.statusCode() == UNAVAILABLE && tries < MOST_TRIES; tries++) {
            System.out.println("Told to come again: " + answer.asString());
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = request.get();
        }
        return answer;
    }
}
