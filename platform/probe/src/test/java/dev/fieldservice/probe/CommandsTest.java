package dev.fieldservice.probe;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.as;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.probe.wire.ProbeWire;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the backbone promises for every command by HTTP, shown on notes. */
@QuarkusTest
@WithTestResource(ProbeServers.class)
class CommandsTest {

    private static Map<String, Object> note() {
        return new HashMap<>(Map.of("title", "Leaky chiller " + UUID.randomUUID()));
    }

    private static String written() {
        return post(Person.DANA, "/v1/notes", note()).path("id");
    }

    @Test
    void aRepeatedCommandIsAnsweredAsTheFirstTimeAndTakesEffectOnce() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> request = note();

        Response first = post(Person.DANA, key, "/v1/notes", request);
        Response second = post(Person.DANA, "\"" + key + "\"", "/v1/notes", request);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo("/v1/notes/" + first.path("id"));
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(written(request)).hasSize(1);
    }

    @Test
    void sixtyFourRepeatsAtOnceMakeOneNote() throws Exception {
        String key = UUID.randomUUID().toString();
        Map<String, Object> request = note();

        List<Response> answers = atOnce(64, () -> post(Person.DANA, key, "/v1/notes", request));

        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers)
                .extracting(Response::asString)
                .containsOnly(answers.getFirst().asString());
        assertThat(written(request)).hasSize(1);
        String id = answers.getFirst().path("id");
        eventually(() -> assertThat(told(ProbeWire.NOTE_WRITTEN, id)).isEqualTo(1));
    }

    @Test
    void aKeyStandsForOneRequestOfOneCaller() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> request = note();
        post(Person.DANA, key, "/v1/notes", request).then().statusCode(201);

        request.put("title", "Another fault " + UUID.randomUUID());
        post(Person.DANA, key, "/v1/notes", request)
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        post(Person.ADMIN, key, "/v1/notes", request).then().statusCode(201);
    }

    @Test
    void aRefusedCommandLeavesItsKeyFree() {
        String key = UUID.randomUUID().toString();
        String finished = written();
        post(Person.DANA, "/v1/notes/" + finished + "/finish").then().statusCode(200);
        String remarks = "/v1/notes/" + finished + "/remarks";
        post(Person.DANA, key, remarks, Map.of("text", "Too late"))
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-transition"));

        post(Person.DANA, key, "/v1/notes", note()).then().statusCode(201);
    }

    @Test
    void whatTheDatabaseRefusesIsSaidInWords() {
        Map<String, Object> request = note();
        post(Person.DANA, "/v1/notes", request).then().statusCode(201);
        post(Person.DANA, "/v1/notes", request).then().statusCode(409).body("code", equalTo("title-taken"));
    }

    @Test
    void anEntryIsAnsweredWithItselfAndTheVersionOfWhatItWasRecordedOn() {
        String id = written();

        Response answer = post(Person.DANA, "/v1/notes/" + id + "/remarks", Map.of("text", "Valve is cracked"));

        answer.then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("text", equalTo("Valve is cracked"))
                .body("note.remarks", equalTo(1));
        get(Person.DANA, "/v1/notes/" + id).then().header("ETag", startsWith("\"1-"));
        get(Person.DANA, "/v1/notes/" + id + "/history")
                .then()
                .body("items.action", equalTo(List.of("WRITE", "REMARK")))
                .body("items.subjectId", equalTo(List.of(id, id)));
        eventually(() -> assertThat(told(ProbeWire.NOTE_REMARKED, id)).isEqualTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "with space", "ünïcode"})
    void aKeyThatIsNoneIsRefused(String key) {
        post(Person.DANA, key, "/v1/notes", note()).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void aKeyOfAThousandCharactersIsRefused() {
        post(Person.DANA, "k".repeat(1000), "/v1/notes", note())
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("Idempotency-Key"));
    }

    @Test
    void aCommandWithoutKeyIsRefused() {
        as(Person.DANA)
                .contentType(ContentType.JSON)
                .body(note())
                .post("/v1/notes")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
    }

    @Test
    void oneOfManyWinsAndTheOthersAreToldTheState() throws Exception {
        String id = written();

        List<Response> answers = atOnce(8, () -> post(Person.DANA, "/v1/notes/" + id + "/finish"));

        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(200)
                .contains(409);
        get(Person.DANA, "/v1/notes/" + id).then().header("ETag", startsWith("\"1-"));
    }

    @Test
    void twoPeopleWhoEditTheSameNoteDoNotOverwriteEachOther() {
        String path = "/v1/notes/" + written();
        String etag = get(Person.DANA, path).header("ETag");
        Map<String, Object> better = note();

        put(Person.DANA, path, etag, better).then().statusCode(200);
        put(Person.ADMIN, path, etag, note()).then().statusCode(412).body("code", equalTo("version-mismatch"));
        as(Person.DANA)
                .contentType(ContentType.JSON)
                .body(note())
                .put(path)
                .then()
                .statusCode(428);
        get(Person.DANA, path).then().body("title", equalTo(better.get("title")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\":\"A\",\"credit\":1}|400|/credit",
                "{\"title\":5}|400|/title",
                "{\"title\":\"\"}|400|/title",
                "{\"title\":null}|400|/title",
                "{\"title\":[]}|400|/title",
                "{\"title\":\"A\\u0000B\"}|400|/title"
            })
    void badInputIsNamedAndChangesNothing(String body, int status, String pointer) {
        as(Person.DANA)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post("/v1/notes")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer))
                .body("traceId", matchesPattern("[0-9a-f]{32}"))
                .body("type", containsString("/problems/"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\\ud83d|malformed-text",
                "leak \\udd27\\ud83d|malformed-text",
                "\\uffff|malformed-text",
                "A\\u0000B|malformed-text",
                "\\u200b|not-blank",
                "\\u00a0\\u2003\\ufeff|not-blank",
                "\\u3164|not-blank",
                "\\u2060\\u00ad|not-blank"
            })
    void aTextIsWellFormedAndShowsSomething(String title, String code) {
        as(Person.DANA)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(("{\"title\":\"" + title + "\"}").getBytes(StandardCharsets.UTF_8))
                .post("/v1/notes")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/title"))
                .body("errors.code", hasItem(code));
    }

    @Test
    void aPropertyOfHalfACharacterIsNoJson() {
        as(Person.DANA)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"title\":\"A\",\"\\ud83d\":1}".getBytes(StandardCharsets.UTF_8))
                .post("/v1/notes")
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed-request"));
    }

    @Test
    void aTextIsKeptComposedAndWithoutBlanksAroundIt() {
        String mark = UUID.randomUUID().toString();

        post(Person.DANA, "/v1/notes", Map.of("title", "\u00a0\u200b Fri\u0301gider " + mark + " \ufeff"))
                .then()
                .statusCode(201)
                .body("title", equalTo("Frígider " + mark));
    }

    @Test
    void aLengthIsCountedInCharacters() {
        String mark = UUID.randomUUID().toString();
        String hundred = "🔧".repeat(64) + mark;

        post(Person.DANA, "/v1/notes", Map.of("title", hundred)).then().statusCode(201);
        post(Person.DANA, "/v1/notes", Map.of("title", hundred + "!"))
                .then()
                .statusCode(400)
                .body("errors.code", hasItem("size"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%ED%A0%BD", "%FF", "%00", "%EF%BF%BF"})
    void aQueryIsWellFormedToo(String text) {
        as(Person.DANA)
                .urlEncodingEnabled(false)
                .get("/v1/notes?cursor=" + text)
                .then()
                .statusCode(400)
                .body("errors.code", equalTo(List.of("malformed-text")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "null", "[]", "\"text\"", "{\"title\":\"A\",\"title\":\"B\"}", "{\"title\":\"A\"} {}"})
    void whatIsNotTheJsonOfTheOperationIsRefused(String body) {
        as(Person.DANA)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/notes")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void deepJsonOtherMediaTypesAndUnknownAddressesAreProblemsToo() {
        String deep = "{\"title\":" + "[".repeat(200) + "]".repeat(200) + "}";
        String key = UUID.randomUUID().toString();
        as(Person.DANA)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(deep)
                .post("/v1/notes")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        as(Person.DANA)
                .contentType("text/plain")
                .header("Idempotency-Key", key)
                .body("x")
                .post("/v1/notes")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        as(Person.DANA).delete("/v1/notes").then().statusCode(405).contentType("application/problem+json");
        get(Person.DANA, "/v1/nothing-here").then().statusCode(404).contentType("application/problem+json");
        get(Person.DANA, "/v1/notes/not-an-id").then().statusCode(404).contentType("application/problem+json");
        get(Person.DANA, "/v1/notes?state=FINE").then().statusCode(400).contentType("application/problem+json");
        get(Person.DANA, "/v1/notes?limit=0").then().statusCode(400).body("errors[0].pointer", equalTo("limit"));
        get(Person.DANA, "/v1/notes?limit=ten").then().statusCode(400).contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/notes?statee=DONE, statee, unknown-parameter",
        "/v1/notes?STATE=DONE, STATE, unknown-parameter",
        "/v1/notes?limit=5&colour, colour, unknown-parameter",
        "/v1/notes?state=, state, empty-parameter",
        "/v1/notes?state, state, empty-parameter",
        "/v1/notes?cursor=, cursor, empty-parameter",
        "/v1/notes?state=OPEN&state=DONE, state, repeated-parameter",
        "/v1/notes?state=DONE&limit=5&state=DONE, state, repeated-parameter",
        "/v1/notes/00000000-0000-0000-0000-000000000000?fields=title, fields, unknown-parameter"
    })
    void aQueryThatWouldBePassedOverInSilenceIsRefused(String address, String parameter, String code) {
        get(Person.DANA, address)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", equalTo(List.of(parameter)))
                .body("errors.code", equalTo(List.of(code)));
    }

    @Test
    void aCommandTakesNoQueryEither() {
        post(Person.DANA, "/v1/notes?dryRun=true", note())
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("dryRun"));
    }

    @Test
    void aListIsReadPageByPageAndACursorCannotBeMadeUp() {
        List<String> all = IntStream.range(0, 5).mapToObj(i -> written()).toList();
        all.forEach(
                id -> post(Person.DANA, "/v1/notes/" + id + "/finish").then().statusCode(200));

        String first = "/v1/notes?limit=3&state=DONE";
        List<String> ids = get(Person.DANA, first).path("items.id");
        String cursor = get(Person.DANA, first).path("nextCursor");
        Response second = get(Person.DANA, first + "&cursor=" + cursor);

        assertThat(ids).hasSize(3);
        assertThat(second.<List<String>>path("items.id")).isNotEmpty().doesNotContainAnyElementsOf(ids);
        get(Person.DANA, first + "&cursor=" + cursor.substring(1))
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("invalid-cursor"));
    }

    private static List<String> written(Map<String, Object> request) {
        return get(Person.DANA, "/v1/notes?limit=200")
                .jsonPath()
                .getList("items.findAll { it.title == '" + request.get("title") + "' }.id");
    }

    private static long told(String topic, String note) {
        return Events.raw(topic).stream()
                .filter(message -> note.equals(message.key()))
                .count();
    }

    private static List<Response> atOnce(int times, Callable<Response> call) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            List<Future<Response>> calls = threads.invokeAll(
                    IntStream.range(0, times).mapToObj(i -> call).toList());
            return calls.stream().map(Future::resultNow).toList();
        }
    }
}
