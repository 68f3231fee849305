package dev.fieldservice.probe;

import static dev.fieldservice.platform.testing.Http.as;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the contract says of conditions, cursors, keys and bodies, shown on notes. */
@QuarkusTest
@WithTestResource(ProbeServers.class)
class ConditionsTest {

    private static String written() {
        return "/v1/notes/" + post(Person.DANA, "/v1/notes", title()).path("id");
    }

    private static Map<String, Object> title() {
        return Map.of("title", "Leaky chiller " + UUID.randomUUID());
    }

    private static Response rename(String note, String ifMatch) {
        return as(Person.DANA)
                .contentType(ContentType.JSON)
                .header("If-Match", ifMatch)
                .body(title())
                .put(note);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*|200",
                "\"0\"|200",
                "\"7\", \"0\"|200",
                "\"7\",\"0\",W/\"9\"|200",
                "\"0-1f2e3d4c\"|200",
                "\"7\"|412",
                "\"7\", \"8\"|412",
                "W/\"0\"|412",
                "W/\"0\", \"7\"|412",
                "\"\"|412",
                "\"photo\"|412",
                "0|400",
                "\"0|400",
                "\"0\" \"7\"|400",
                "\"0\",|400",
                "*, \"0\"|400"
            })
    void anEditIsMadeIfOneOfTheTagsFitsStrongly(String ifMatch, int status) {
        rename(written(), ifMatch).then().statusCode(status);
    }

    @Test
    void severalLinesOfAConditionAreOneList() {
        as(Person.DANA)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"7\"", "\"0\"")
                .body(title())
                .put(written())
                .then()
                .statusCode(200);
    }

    @Test
    void whateverIsThereIsNotWhatIsNotThere() {
        rename("/v1/notes/" + UUID.randomUUID(), "*").then().statusCode(404);
    }

    @Test
    void whatTheClientHasIsNotSentOnceMore() {
        String note = written();
        String etag = get(Person.DANA, note).header("ETag");

        for (String had : new String[] {etag, "*", "W/" + etag, "\"7\", " + etag}) {
            as(Person.DANA)
                    .header("If-None-Match", had)
                    .get(note)
                    .then()
                    .statusCode(304)
                    .header("ETag", etag)
                    .body(emptyString());
        }
        rename(note, etag).then().statusCode(200);
        as(Person.DANA).header("If-None-Match", etag).get(note).then().statusCode(200);
        as(Person.DANA).header("If-None-Match", "nonsense").get(note).then().statusCode(400);
    }

    @Test
    void aCursorCountsForTheListAndTheFiltersThatItCameFrom() {
        String note = written();
        var _ = post(Person.DANA, note + "/remarks", Map.of("text", "Valve is cracked"));
        var _ = written();
        String ofNotes = get(Person.DANA, "/v1/notes?limit=1&state=OPEN").path("nextCursor");
        String ofHistory = get(Person.DANA, note + "/history?limit=1").path("nextCursor");

        get(Person.DANA, "/v1/notes?state=OPEN&limit=2&cursor=" + ofNotes)
                .then()
                .statusCode(200);
        get(Person.DANA, note + "/history?limit=1&cursor=" + ofHistory).then().statusCode(200);
        for (String other : new String[] {
            "/v1/notes?limit=1&cursor=" + ofNotes,
            "/v1/notes?limit=1&state=DONE&cursor=" + ofNotes,
            "/v1/notes?limit=1&state=OPEN&cursor=" + ofHistory,
            note + "/history?limit=1&cursor=" + ofNotes,
            written() + "/history?limit=1&cursor=" + ofHistory
        }) {
            get(Person.DANA, other).then().statusCode(400).body("errors.code", contains("invalid-cursor"));
        }
    }

    @Test
    void aCursorCountsForWhoWasGivenItOnly() {
        var _ = written();
        var _ = written();
        String dana = get(Person.DANA, "/v1/notes?limit=1").path("nextCursor");

        get(Person.ADMIN, "/v1/notes?limit=1&cursor=" + dana)
                .then()
                .statusCode(400)
                .body("errors.code", contains("invalid-cursor"));
        get(Person.DANA, "/v1/notes?limit=1&cursor=" + dana).then().statusCode(200);
    }

    @Test
    void aKeyIsSentOnce() {
        as(Person.DANA)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "the-first")
                .header("Idempotency-Key", "the-second")
                .body(title())
                .post("/v1/notes")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("Idempotency-Key"), "errors.code", contains("repeated-header"));
    }

    @Test
    void noCacheBetweenKeepsWhatSomebodyHasRead() {
        String note = written();
        for (String read : new String[] {"/v1/notes", note, note + "/history", "/v1/notes/" + UUID.randomUUID()}) {
            get(Person.DANA, read)
                    .then()
                    .header("Cache-Control", "private, no-cache")
                    .header("X-Content-Type-Options", "nosniff");
        }
    }

    @ParameterizedTest
    @CsvSource({"255, 201", "256, 400"})
    void aKeyHasAsManyCharactersAsTheDescriptionSays(int length, int status) {
        post(Person.DANA, "k".repeat(length - 36) + UUID.randomUUID(), "/v1/notes", title())
                .then()
                .statusCode(status);
    }

    @Test
    void aByteOrderMarkBeforeTheBodyIsPassedOver() {
        byte[] body =
                ("\ufeff{\"title\":\"Leaky chiller " + UUID.randomUUID() + "\"}").getBytes(StandardCharsets.UTF_8);

        as(Person.DANA)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post("/v1/notes")
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aBodyOfAMarkOrLessIsNoJson(int bytes) {
        as(Person.DANA)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(java.util.Arrays.copyOf("\ufeff".getBytes(StandardCharsets.UTF_8), bytes))
                .post("/v1/notes")
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed-request"));
    }

    @Test
    void whatWasReadIsTakenBack() {
        String note = written();
        Response read = get(Person.DANA, note);
        Map<String, Object> body = new HashMap<>(read.jsonPath().getMap("$"));
        body.put("title", "Repaired " + UUID.randomUUID());

        replace(note, read.header("ETag"), body).then().statusCode(200).body("title", equalTo(body.get("title")));
    }

    @ParameterizedTest
    @CsvSource({"id, read-only", "state, read-only", "remarks, read-only", "credit, unknown-property"})
    void whatCannotBeChangedIsRefusedWhereItStands(String property, String code) {
        String note = written();
        Response read = get(Person.DANA, note);
        Map<String, Object> body = new HashMap<>(read.jsonPath().getMap("$"));
        body.put(property, "another");

        replace(note, read.header("ETag"), body)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/" + property))
                .body("errors.code", contains(code));
        get(Person.DANA, note).then().header("ETag", read.header("ETag"));
    }

    private static Response replace(String note, String etag, Map<String, Object> body) {
        return as(Person.DANA)
                .contentType(ContentType.JSON)
                .header("If-Match", etag)
                .body(body)
                .put(note);
    }

    @Test
    void aLongAnswerComesCompressedToWhoeverTakesIt() throws Exception {
        for (int i = 0; i < 20; i++) {
            var _ = written();
        }
        String path = "/v1/notes?limit=200";

        var answer = takingGzip(path);

        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(answer.headers().allValues("Vary")).contains("Accept-Encoding");
        assertThat(new String(new GZIPInputStream(answer.body()).readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(get(Person.DANA, path).asString());
    }

    @Test
    void aShortAnswerIsNotWorthCompressing() throws Exception {
        assertThat(takingGzip(written()).headers().firstValue("Content-Encoding"))
                .isNotEqualTo(Optional.of("gzip"));
    }

    private static HttpResponse<InputStream> takingGzip(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
                                .header("Authorization", "Bearer " + Tokens.of(Person.DANA))
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
    }

    @Test
    void whatHasNoValueIsLeftOut() {
        get(Person.DANA, written() + "/history")
                .then()
                .body("items[0].action", equalTo("WRITE"))
                .body("items[0]", not(hasKey("fromState")));
    }

    @Test
    void onlyCommandsThatTheCallerMayGiveAreOffered() {
        String note = written();

        get(Person.DANA, note).then().body("allowedCommands", contains("finish"));
        get(Person.ADMIN, note).then().body("allowedCommands", empty());
        as(Person.ADMIN)
                .header("If-None-Match", get(Person.DANA, note).header("ETag"))
                .get(note)
                .then()
                .statusCode(200);
        post(Person.DANA, note + "/finish").then().statusCode(200).body("allowedCommands", empty());
    }
}
