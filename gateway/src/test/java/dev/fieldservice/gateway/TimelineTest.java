package dev.fieldservice.gateway;

import static dev.fieldservice.gateway.standins.StandInService.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Billing is down throughout. */
@QuarkusTest
class TimelineTest extends GatewayTest {

    private final UUID ticket = UUID.randomUUID();
    private final String path = "/v1/tickets/" + ticket + "/timeline";

    @BeforeEach
    void aChillerLeaks() {
        service("ticket").onJson("/v1/tickets/" + ticket, 200, "{\"id\":\"" + ticket + "\"}");
        history("ticket", step("ticket", 1, "CREATE"), step("ticket", 9, "RESOLVE"));
        history("dispatch", step("dispatch", 2, "PLAN"), step("dispatch", 3, "ASSIGN"));
        history("workorder", step("workorder", 4, "START"), step("workorder", 8, "CLOSE"));
        history("inventory", step("inventory", 6, "CONSUME"));
    }

    @Test
    void theStepsOfAllServicesAreToldInOrderAndTheMissingOneIsNamed() throws Exception {
        String token = token();
        JsonObject timeline = timeline(token);
        assertThat(timeline.getString("ticketId")).isEqualTo(ticket.toString());
        assertThat(actions(timeline))
                .containsExactly("CREATE", "PLAN", "ASSIGN", "START", "CONSUME", "CLOSE", "RESOLVE");
        assertThat(timeline.getJsonArray("items").getJsonObject(1).getString("service"))
                .isEqualTo("dispatch-service");
        assertThat(status(timeline, "ticket-service")).isEqualTo("OK");
        assertThat(source(timeline, "ticket-service").getInstant("asOf")).isNotNull();
        assertThat(status(timeline, "billing-service")).isEqualTo("UNAVAILABLE");
        assertThat(source(timeline, "billing-service").containsKey("asOf")).isFalse();
        assertThat(service("inventory").last().headers().getFirst("Authorization"))
                .isEqualTo("Bearer " + token);
        assertThat(service("inventory").last().uri()).contains("correlationId=" + ticket);
    }

    @Test
    void allPagesAreRead() throws Exception {
        service("workorder").on("/v1/history", exchange -> {
            String query = exchange.getRequestURI().getRawQuery();
            boolean first = !query.contains("cursor=");
            assertThat(query).contains("limit=2");
            String page = first
                    ? page("next/one==", step("workorder", 4, "START"), step("workorder", 5, "PAUSE"))
                    : page(null, step("workorder", 7, "COMPLETE"));
            answer(exchange, first || query.contains("cursor=next%2Fone%3D%3D") ? 200 : 400, "application/json", page);
        });
        JsonObject timeline = timeline(token());
        assertThat(actions(timeline))
                .containsExactly("CREATE", "PLAN", "ASSIGN", "START", "PAUSE", "CONSUME", "COMPLETE", "RESOLVE");
        assertThat(status(timeline, "workorder-service")).isEqualTo("OK");
    }

    @Test
    void anEndlessHistoryIsCutAndSaysSo() throws Exception {
        history("inventory", page("again", step("inventory", 6, "CONSUME")));
        JsonObject timeline = timeline(token());
        assertThat(actions(timeline).stream().filter("CONSUME"::equals)).hasSize(5);
        assertThat(status(timeline, "inventory-service")).isEqualTo("TRUNCATED");
    }

    @Test
    void aSlowServiceIsNamedAndDoesNotHoldUpTheRest() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        service("dispatch").on("/v1/history", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            // Never silent, so that no other limit than the timeline's own patience ends it.
            while (!await(over, Duration.ofMillis(100))) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
            }
            exchange.close();
        });
        JsonObject timeline;
        try {
            timeline = timeline(token());
        } finally {
            over.countDown();
        }
        assertThat(status(timeline, "dispatch-service")).isEqualTo("UNAVAILABLE");
        assertThat(actions(timeline)).containsExactly("CREATE", "START", "CONSUME", "CLOSE", "RESOLVE");
    }

    @Test
    void aServiceThatTalksNonsenseIsNamed() throws Exception {
        service("dispatch").on("/v1/history", exchange -> answer(exchange, 200, "text/html", "<html>"));
        assertThat(status(timeline(token()), "dispatch-service")).isEqualTo("UNAVAILABLE");
        service("dispatch").on("/v1/history", exchange -> answer(exchange, 200, "application/json", "{}"));
        assertThat(status(timeline(token()), "dispatch-service")).isEqualTo("UNAVAILABLE");
    }

    @Test
    void aHistoryThatTheCallerMayNotReadIsNamed() throws Exception {
        service("inventory").onJson("/v1/history", 403, "{}");
        assertThat(status(timeline(token()), "inventory-service")).isEqualTo("FORBIDDEN");
    }

    @Test
    void aTicketThatIsNotTheCallersToSeeIsRefusedAsTheTicketServiceRefusesIt() throws Exception {
        String refusal = "{\"code\":\"not-found\",\"status\":404,\"title\":\"No such ticket\"}";
        service("ticket")
                .on("/v1/tickets/" + ticket, exchange -> answer(exchange, 404, "application/problem+json", refusal));
        int before = service("dispatch").received().size();
        HttpResponse<String> response = get(path, token());
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo(refusal);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(service("dispatch").received()).hasSize(before);
    }

    @Test
    void whatCannotBeATicketIsNotFound() throws Exception {
        assertProblem(get("/v1/tickets/first/timeline", token()), 404, "not-found");
    }

    @Test
    void aTimelineIsOnlyRead() throws Exception {
        HttpResponse<String> response =
                CLIENT.send(request(path, token()).DELETE().build(), HttpResponse.BodyHandlers.ofString());
        assertProblem(response, 405, "method-not-allowed");
    }

    private JsonObject timeline(String token) throws Exception {
        HttpResponse<String> response = get(path, token);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new JsonObject(response.body());
    }

    private void history(String name, JsonObject... steps) {
        history(name, page(null, steps));
    }

    private void history(String name, String page) {
        service(name).onJson("/v1/history", 200, page);
    }

    private static String page(String next, JsonObject... steps) {
        return new JsonObject()
                .put("items", new JsonArray(List.of(steps)))
                .put("nextCursor", next)
                .encode();
    }

    private static JsonObject step(String name, int minute, String action) {
        return new JsonObject()
                .put("id", UUID.randomUUID().toString())
                .put("service", name + "-service")
                .put("subjectType", "Thing")
                .put("subjectId", UUID.randomUUID().toString())
                .put("action", action)
                .put("actorName", "Dana")
                .put("occurredAt", "2026-03-02T08:00:00Z")
                .put("recordedAt", "2026-03-02T09:0" + minute + ":00Z")
                .put("addedInALaterVersion", true);
    }

    private static List<String> actions(JsonObject timeline) {
        JsonArray items = timeline.getJsonArray("items");
        return IntStream.range(0, items.size())
                .mapToObj(i -> items.getJsonObject(i).getString("action"))
                .toList();
    }

    private static String status(JsonObject timeline, String service) {
        return source(timeline, service).getString("status");
    }

    private static JsonObject source(JsonObject timeline, String service) {
        JsonArray sources = timeline.getJsonArray("sources");
        return IntStream.range(0, sources.size())
                .mapToObj(sources::getJsonObject)
                .filter(source -> source.getString("service").equals(service))
                .findFirst()
                .orElseThrow();
    }
}
