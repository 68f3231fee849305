package dev.fieldservice.workorder;

import static io.restassured.RestAssured.given;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Somebody of the company who is not busy with the work of another test. */
record Worker(UUID id, String name, String role) {

    private static final int MOST_LOOKS = 5;

    static Worker technician(String name) {
        return new Worker(Ids.next(), name, Role.TECHNICIAN);
    }

    static Worker supervisor(String name) {
        return new Worker(Ids.next(), name, Role.SUPERVISOR);
    }

    Response post(String path, Object body) {
        return post(UUID.randomUUID().toString(), path, body);
    }

    Response post(String key, String path, Object body) {
        return as().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post(path);
    }

    Response post(String path) {
        return as().header("Idempotency-Key", UUID.randomUUID().toString()).post(path);
    }

    /** Having looked at it just now, where they may; again where it changes meanwhile, as it does when it is given to somebody. */
    Response approves(Job job, Map<String, ?> approval) {
        Response answer = post(job.path("approve"), looked(job, approval));
        for (int looks = 1; looks < MOST_LOOKS && "changed-since-review".equals(answer.path("code")); looks++) {
            answer = post(job.path("approve"), looked(job, approval));
        }
        return answer;
    }

    Map<String, Object> looked(Job job, Map<String, ?> approval) {
        Map<String, Object> looked = new HashMap<>(approval);
        Optional.ofNullable(get(job.path("review")).path("version"))
                .ifPresent(version -> looked.put("reviewedVersion", version));
        return looked;
    }

    Response get(String path) {
        return as().get(path);
    }

    Response put(String path, String etag, Object body) {
        return as().contentType(ContentType.JSON)
                .header("If-Match", etag)
                .body(body)
                .put(path);
    }

    /** A file as the body, and nothing else. */
    Response upload(String path, String mediaType, byte[] file) {
        return as().contentType(mediaType).body(file).put(path);
    }

    /** @param header such as {@code Range} */
    Response get(String path, String header, String value) {
        return as().header(header, value).get(path);
    }

    private RequestSpecification as() {
        return given().auth().oauth2(Tokens.of(id, name, role));
    }
}
