package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Http.as;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the backbone promises for every command by HTTP, shown on tickets. */
@QuarkusTest
@WithTestResource(RealServers.class)
class CommandsTest {

    private Supermarket supermarket;

    @BeforeEach
    void aCustomerIsKnown() {
        supermarket = Supermarket.register();
    }

    @Test
    void aRepeatedCommandIsAnsweredAsTheFirstTimeAndTakesEffectOnce() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> request = supermarket.leakyChiller();

        Response first = post(Person.DANA, key, "/v1/tickets", request);
        Response second = post(Person.DANA, "\"" + key + "\"", "/v1/tickets", request);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo("/v1/tickets/" + first.path("id"));
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(ticketsOfTheCustomer()).hasSize(1);
    }

    @Test
    void sixtyFourRepeatsAtOnceMakeOneTicket() throws Exception {
        String key = UUID.randomUUID().toString();
        Map<String, Object> request = supermarket.leakyChiller();

        List<Response> answers = atOnce(64, () -> post(Person.DANA, key, "/v1/tickets", request));

        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers)
                .extracting(Response::asString)
                .containsOnly(answers.getFirst().asString());
        assertThat(ticketsOfTheCustomer()).hasSize(1);
        String id = answers.getFirst().path("id");
        assertThat(Events.await(Topics.TICKET_CREATED, UUID.fromString(id), 1)).hasSize(1);
    }

    @Test
    void aKeyStandsForOneRequestOfOneCaller() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> request = supermarket.leakyChiller();
        post(Person.DANA, key, "/v1/tickets", request).then().statusCode(201);

        request.put("summary", "Another fault");
        post(Person.DANA, key, "/v1/tickets", request)
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        post(Person.ADMIN, key, "/v1/tickets", request).then().statusCode(201);
    }

    @Test
    void aRefusedCommandLeavesItsKeyFree() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> request = supermarket.leakyChiller();
        request.put("assetId", UUID.randomUUID());
        post(Person.DANA, key, "/v1/tickets", request).then().statusCode(422);

        request.put("assetId", supermarket.assetId());
        post(Person.DANA, key, "/v1/tickets", request).then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "with space", "ünïcode"})
    void aKeyThatIsNoneIsRefused(String key) {
        post(Person.DANA, key, "/v1/tickets", supermarket.leakyChiller())
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void aKeyOfAThousandCharactersIsRefused() {
        post(Person.DANA, "k".repeat(1000), "/v1/tickets", supermarket.leakyChiller())
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("Idempotency-Key"));
    }

    @Test
    void aCommandWithoutKeyIsRefused() {
        as(Person.DANA)
                .contentType(ContentType.JSON)
                .body(supermarket.leakyChiller())
                .post("/v1/tickets")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
    }

    @Test
    void oneOfManyCancellationsWinsAndTheOthersAreToldTheState() throws Exception {
        String id = post(Person.DANA, "/v1/tickets", supermarket.leakyChiller()).path("id");

        List<Response> answers =
                atOnce(8, () -> post(Person.DANA, "/v1/tickets/" + id + "/cancel", Map.of("reason", "Called off")));

        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(200)
                .contains(409);
        assertThat(Events.await(Topics.TICKET_CANCELLED, UUID.fromString(id), 1))
                .hasSize(1);
    }

    @Test
    void twoPeopleWhoEditTheSameCustomerDoNotOverwriteEachOther() {
        String path = "/v1/customers/" + supermarket.customerId();
        String etag = get(Person.DANA, path).header("ETag");

        put(Person.DANA, path, etag, Map.of("name", "Supermarket Cotroceni SA"))
                .then()
                .statusCode(200);
        put(Person.ADMIN, path, etag, Map.of("name", "Supermarket Drumul Taberei"))
                .then()
                .statusCode(412)
                .body("code", equalTo("version-mismatch"));
        as(Person.DANA)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "X"))
                .put(path)
                .then()
                .statusCode(428);
        get(Person.DANA, path).then().body("name", equalTo("Supermarket Cotroceni SA"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"A\",\"credit\":1}|400|/credit",
                "{\"name\":5}|400|/name",
                "{\"name\":\"\"}|400|/name",
                "{\"name\":null}|400|/name",
                "{\"name\":\"A\\u0000B\"}|400|/name",
                "{\"name\":\"A\\tB\"}|400|/name",
                "{\"name\":\"A\",\"email\":\"not a mail\"}|400|/email",
                "{\"name\":\"A\",\"billingAddress\":{\"street\":\"S\",\"city\":\"C\",\"countryCode\":\"ro\"}}|400|/billingAddress/countryCode",
                "{\"name\":\"A\",\"billingAddress\":[]}|400|/billingAddress"
            })
    void badInputIsNamedAndChangesNothing(String body, int status, String pointer) {
        as(Person.DANA)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post("/v1/customers")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer))
                .body("traceId", matchesPattern("[0-9a-f]{32}"))
                .body("type", containsString("/problems/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "null", "[]", "\"text\"", "{\"name\":\"A\",\"name\":\"B\"}", "{\"name\":\"A\"} {}"})
    void whatIsNotTheJsonOfTheOperationIsRefused(String body) {
        as(Person.DANA)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/customers")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void deepJsonOtherMediaTypesAndUnknownAddressesAreProblemsToo() {
        String deep = "{\"name\":" + "[".repeat(200) + "]".repeat(200) + "}";
        String key = UUID.randomUUID().toString();
        as(Person.DANA)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(deep)
                .post("/v1/customers")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        as(Person.DANA)
                .contentType("text/plain")
                .header("Idempotency-Key", key)
                .body("x")
                .post("/v1/customers")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        as(Person.DANA).delete("/v1/customers").then().statusCode(405).contentType("application/problem+json");
        get(Person.DANA, "/v1/nothing-here").then().statusCode(404).contentType("application/problem+json");
        get(Person.DANA, "/v1/tickets/not-an-id").then().statusCode(404).contentType("application/problem+json");
        get(Person.DANA, "/v1/tickets?state=FINE").then().statusCode(400).contentType("application/problem+json");
        get(Person.DANA, "/v1/tickets?limit=0").then().statusCode(400).body("errors[0].pointer", equalTo("limit"));
        get(Person.DANA, "/v1/tickets?limit=ten").then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void aListIsReadPageByPageAndACursorCannotBeMadeUp() {
        IntStream.range(0, 5)
                .forEach(i -> post(Person.DANA, "/v1/tickets", supermarket.leakyChiller())
                        .then()
                        .statusCode(201));

        String first = "/v1/tickets?limit=3&customerId=" + supermarket.customerId();
        List<String> ids = get(Person.DANA, first).path("items.id");
        String cursor = get(Person.DANA, first).path("nextCursor");
        Response second = get(Person.DANA, first + "&cursor=" + cursor);

        assertThat(ids).hasSize(3);
        assertThat(second.<List<String>>path("items.id")).hasSize(2).doesNotContainAnyElementsOf(ids);
        assertThat(second.<String>path("nextCursor")).isNull();
        get(Person.DANA, first + "&cursor=" + cursor.substring(1))
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("invalid-cursor"));
    }

    private List<String> ticketsOfTheCustomer() {
        return get(Person.DANA, "/v1/tickets?customerId=" + supermarket.customerId())
                .path("items.id");
    }

    private static List<Response> atOnce(int times, Callable<Response> call) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            List<Future<Response>> calls = threads.invokeAll(
                    IntStream.range(0, times).mapToObj(i -> call).toList());
            return calls.stream().map(Future::resultNow).toList();
        }
    }
}
