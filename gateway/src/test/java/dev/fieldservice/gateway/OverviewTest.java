package dev.fieldservice.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.gateway.standins.StandInService;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Billing is down throughout. */
@QuarkusTest
class OverviewTest extends GatewayTest {

    private static final String NOTHING = "{\"asOf\":\"2026-03-02T09:00:00Z\",\"items\":[]}";

    @BeforeEach
    void somethingWaits() {
        List.of("ticket", "dispatch", "inventory").forEach(name -> service(name).onJson("/v1/watches", 200, NOTHING));
        service("workorder")
                .onJson(
                        "/v1/watches",
                        200,
                        new JsonObject(NOTHING)
                                .put(
                                        "items",
                                        new JsonArray(
                                                List.of(
                                                        new JsonObject()
                                                                .put("what", "REVIEWS_WAITING")
                                                                .put("count", 2)
                                                                .put("oldest", "2026-03-01T09:00:00Z")
                                                                .put("list", "/v1/reviews")
                                                                .put("addedInALaterVersion", true)
                                                                .put(
                                                                        "shares",
                                                                        new JsonArray(
                                                                                List.of(
                                                                                        new JsonObject()
                                                                                                .put("by", "PERSON")
                                                                                                .put(
                                                                                                        "id",
                                                                                                        "0190a000-0000-7000-8000-000000000012")
                                                                                                .put(
                                                                                                        "name",
                                                                                                        "Sorin Dima")
                                                                                                .put("count", 1)
                                                                                                .put(
                                                                                                        "oldest",
                                                                                                        "2026-03-01T09:00:00Z")
                                                                                                .put(
                                                                                                        "list",
                                                                                                        "/v1/reviews?examinerId=0190a000-0000-7000-8000-000000000012")))))))
                                .encode());
    }

    @Test
    void whatWaitsInAllServicesIsToldAndTheMissingOneIsNamed() throws Exception {
        String token = token();

        JsonObject overview = overview(token);

        assertThat(overview.getJsonArray("items")).hasSize(1);
        JsonObject reviews = overview.getJsonArray("items").getJsonObject(0);
        assertThat(reviews.getString("list")).isEqualTo("/v1/reviews");
        assertThat(reviews.getJsonArray("shares").getJsonObject(0).getString("name"))
                .isEqualTo("Sorin Dima");
        assertThat(status(overview, "workorder-service")).isEqualTo("OK");
        assertThat(status(overview, "billing-service")).isEqualTo("UNAVAILABLE");
        assertThat(service("inventory").last().headers().getFirst("Authorization"))
                .isEqualTo("Bearer " + token);
    }

    @Test
    void aServiceThatTalksNonsenseIsNamed() throws Exception {
        service("dispatch").onJson("/v1/watches", 200, "{}");
        assertThat(status(overview(token()), "dispatch-service")).isEqualTo("UNAVAILABLE");
        service("dispatch").onJson("/v1/watches", 500, "{}");
        assertThat(status(overview(token()), "dispatch-service")).isEqualTo("UNAVAILABLE");
    }

    @Test
    void theMomentThatIsAskedForIsPassedOnAndBadOnesAreRefused() throws Exception {
        Instant then = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS);

        HttpResponse<String> answer = get("/v1/overview?asOf=" + then, token());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(service("inventory").last().uri()).isEqualTo("/v1/watches?asOf=" + then);
        assertThat(get("/v1/overview?asOf=2020-01-01T00:00:00Z", token()).statusCode())
                .isEqualTo(400);
        assertThat(get("/v1/overview?asOf=yesterday", token()).statusCode()).isEqualTo(400);
    }

    /** As those of the version before do, which take no such parameter. */
    @Test
    void aServiceThatTakesNoMomentIsAskedForItsNumbersOfNow() throws Exception {
        JsonObject number =
                new JsonObject().put("what", "TICKETS_NEW").put("count", 2).put("list", "/v1/tickets");
        String counted = new JsonObject(NOTHING)
                .put("items", new JsonArray().add(number))
                .encode();
        service("ticket")
                .on(
                        "/v1/watches",
                        exchange -> StandInService.answer(
                                exchange,
                                exchange.getRequestURI().getQuery() == null ? 200 : 400,
                                "application/json",
                                counted));

        JsonObject overview = overview(
                "/v1/overview?asOf=" + Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS), token());

        assertThat(status(overview, "ticket-service")).isEqualTo("OK");
        assertThat(overview.getJsonArray("items").stream().map(JsonObject.class::cast))
                .filteredOn(item -> item.getString("what").equals("TICKETS_NEW"))
                .singleElement()
                .returns(2, item -> item.getInteger("count"))
                .returns(null, item -> item.getString("asOf"));
        service("ticket").onJson("/v1/watches", 400, counted);
        assertThat(status(overview("/v1/overview", token()), "ticket-service")).isEqualTo("UNAVAILABLE");
    }

    private JsonObject overview(String token) throws Exception {
        return overview("/v1/overview", token);
    }

    private JsonObject overview(String path, String token) throws Exception {
        HttpResponse<String> response = get(path, token);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new JsonObject(response.body());
    }

    private static String status(JsonObject overview, String service) {
        JsonArray sources = overview.getJsonArray("sources");
        return IntStream.range(0, sources.size())
                .mapToObj(sources::getJsonObject)
                .filter(source -> source.getString("service").equals(service))
                .findFirst()
                .orElseThrow()
                .getString("status");
    }
}
