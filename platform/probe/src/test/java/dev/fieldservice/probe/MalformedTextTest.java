package dev.fieldservice.probe;

import static dev.fieldservice.platform.testing.Http.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that are no UTF-8, wherever a client puts them: refused before anything is made of them. */
@QuarkusTest
@WithTestResource(ProbeServers.class)
class MalformedTextTest {

    @TestHTTPResource("/v1/notes")
    URI notes;

    /** Above the last plane, detours to a slash and to NUL, halves, both halves on their own, a lone continuation, a byte of UTF-16. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "f5808080",
                "f4908080",
                "c0af",
                "c080",
                "e080af",
                "f08080af",
                "e282",
                "f09f94",
                "eda0bdedb4a7",
                "edb4a7",
                "80",
                "ff",
                "fe"
            })
    void aBodyIsWellFormedUtf8(String bytes) throws Exception {
        byte[] body = titled(bytes);

        written(UUID.randomUUID().toString(), body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("malformed-request"));
        assertThat(chunked(body).statusCode()).isEqualTo(400);
    }

    /** Composing puts them in order, pair by pair: tens of thousands of them would hold up everybody. */
    @Test
    void aLetterCarriesAsManyMarksAsSomebodyWrites() {
        marked(30).then().statusCode(201);
        marked(31).then().statusCode(400).body("errors[0].pointer", equalTo("/title"));
        marked(15_000).then().statusCode(400);
    }

    /** Half of them of another class, in the order that is not the right one; seen apart by what cannot be seen. */
    private static Response marked(int marks) {
        String title =
                UUID.randomUUID() + "e" + "\u0301".repeat(marks / 2) + "\u200B" + "\u0316".repeat(marks - marks / 2);
        return written(
                UUID.randomUUID().toString(), ("{\"title\":\"" + title + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aNameOfAPropertyIsWellFormedUtf8Too() {
        byte[] body = "{\"title\":\"A\",\"_\":1}".getBytes(StandardCharsets.UTF_8);
        body[14] = (byte) 0xF5;

        written(UUID.randomUUID().toString(), body).then().statusCode(400).body("code", equalTo("malformed-request"));
    }

    @Test
    void twoBodiesThatAreMalformedEachInItsWayAreNotOneUnderAKey() {
        String key = UUID.randomUUID().toString();

        written(key, titled("f5808080")).then().statusCode(400);
        written(key, titled("f6808080")).then().statusCode(400);
        written(key, titled("f09f94a7")).then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%F5%80%80%80", "%C0%AF", "%ED%A0%BD", "%00", "a%00b", "%E2%82"})
    void aPathOfNoTextLeadsNowhere(String segment) {
        Response answer = as(Person.DANA).urlEncodingEnabled(false).get("/v1/notes/" + segment);

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%F5%80%80%80", "%C0%AF", "%E2%82", "a%00b"})
    void aQueryIsWellFormedUtf8(String value) {
        as(Person.DANA)
                .urlEncodingEnabled(false)
                .get("/v1/notes?cursor=" + value)
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("malformed-text"));
    }

    private static byte[] titled(String bytes) {
        String hex = HexFormat.of().formatHex(("leak " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8));
        String start = HexFormat.of().formatHex("{\"title\":\"".getBytes(StandardCharsets.UTF_8));
        String end = HexFormat.of().formatHex("\"}".getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().parseHex(start + hex + bytes + end);
    }

    private static Response written(String key, byte[] body) {
        return as(Person.DANA)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/notes");
    }

    private HttpResponse<String> chunked(byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(notes)
                .header("Authorization", "Bearer " + Tokens.of(Person.DANA))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        }
    }
}
