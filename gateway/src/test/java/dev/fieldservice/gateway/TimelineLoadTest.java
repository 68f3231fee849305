package dev.fieldservice.gateway;

import static dev.fieldservice.gateway.standins.StandInService.answer;
import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much of the gateway one timeline may hold, and how many at a time. */
@QuarkusTest
class TimelineLoadTest extends GatewayTest {

    private static final String NOTHING = "{\"items\":[]}";
    private static final String LONG = "€".repeat(4_000);

    private final UUID ticket = UUID.randomUUID();
    private final String path = "/v1/tickets/" + ticket + "/timeline";

    @BeforeEach
    void aTicketOfWhichLittleIsKnown() {
        service("ticket").onJson("/v1/tickets/" + ticket, 200, "{}");
        List.of("ticket", "dispatch", "workorder", "inventory")
                .forEach(name -> service(name).onJson("/v1/history", 200, NOTHING));
    }

    @Test
    void aHistoryOfLongCommentsIsReadUntilItIsTooMuchAndSaysSo() throws Exception {
        service("workorder").onJson("/v1/history", 200, page("again", LONG, LONG));

        JsonObject timeline = new JsonObject(get(path, token()).body());

        // 64 KB are what is read of all, a page of two comments has 24 KB.
        assertThat(timeline.getJsonArray("items")).hasSize(6);
        assertThat(status(timeline, "workorder-service")).isEqualTo("TRUNCATED");
        assertThat(status(timeline, "dispatch-service")).isEqualTo("OK");
    }

    @Test
    void aLongCommentIsCutAndASignOfTwoHalvesStaysWhole() throws Exception {
        service("workorder").onJson("/v1/history", 200, page(null, "🔧".repeat(501), "🔧".repeat(500)));

        JsonArray items = new JsonObject(get(path, token()).body()).getJsonArray("items");

        assertThat(items.getJsonObject(0).getString("reason")).isEqualTo("🔧".repeat(499) + "…");
        assertThat(items.getJsonObject(1).getString("reason")).isEqualTo("🔧".repeat(500));
    }

    @Test
    void oneCallerHasTwoTimelinesComposedAtATimeAndAllTogetherFour() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        service("dispatch").on("/v1/history", exchange -> {
            var _ = await(goOn);
            answer(exchange, 200, "application/json", NOTHING);
        });
        String dana = token();
        String sorin = token();
        List<CompletableFuture<HttpResponse<String>>> underWay = new ArrayList<>();
        try {
            underWay.addAll(List.of(asked(dana), asked(dana)));
            awaitAsked(2);
            HttpResponse<String> third = get(path, dana);
            assertProblem(third, 429, "too-much-in-flight");
            assertThat(third.headers().firstValue("Retry-After")).contains("1");

            underWay.addAll(List.of(asked(sorin), asked(sorin)));
            awaitAsked(4);
            HttpResponse<String> fifth = get(path, token());
            assertProblem(fifth, 503, "unavailable");
            assertThat(fifth.headers().firstValue("Retry-After")).contains("1");
        } finally {
            goOn.countDown();
        }
        for (CompletableFuture<HttpResponse<String>> one : underWay) {
            assertThat(one.get().statusCode()).isEqualTo(200);
        }
        eventually(() -> get(path, dana).statusCode() == 200);
    }

    @Test
    void whoeverAsksAndLeavesHasNoMorePlaces() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        service("dispatch").on("/v1/history", exchange -> {
            var _ = await(goOn);
            answer(exchange, 200, "application/json", NOTHING);
        });
        String dana = token();
        try {
            for (int i = 0; i < 2; i++) {
                try (var socket = connect()) {
                    socket.getOutputStream()
                            .write(("GET " + path + " HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer " + dana
                                            + "\r\n\r\n")
                                    .getBytes(StandardCharsets.UTF_8));
                    awaitAsked(i + 1);
                }
            }
            assertProblem(get(path, dana), 429, "too-much-in-flight");
        } finally {
            goOn.countDown();
        }
        eventually(() -> get(path, dana).statusCode() == 200);
    }

    private CompletableFuture<HttpResponse<String>> asked(String token) {
        return CLIENT.sendAsync(request(path, token).build(), ofString());
    }

    private void awaitAsked(int times) throws Exception {
        eventually(() -> service("dispatch").received().stream()
                        .filter(received -> received.uri().contains(ticket.toString()))
                        .count()
                == times);
    }

    private static String page(String next, String... reasons) {
        JsonArray items = new JsonArray();
        for (String reason : reasons) {
            items.add(new JsonObject()
                    .put("id", UUID.randomUUID().toString())
                    .put("service", "workorder-service")
                    .put("subjectType", "work-order")
                    .put("subjectId", UUID.randomUUID().toString())
                    .put("action", "COMMENT")
                    .put("occurredAt", "2026-03-02T08:00:00Z")
                    .put("recordedAt", "2026-03-02T09:00:0" + items.size() + "Z")
                    .put("reason", reason));
        }
        return new JsonObject().put("items", items).put("nextCursor", next).encode();
    }

    private static String status(JsonObject timeline, String service) {
        return timeline.getJsonArray("sources").stream()
                .map(JsonObject.class::cast)
                .filter(source -> source.getString("service").equals(service))
                .findFirst()
                .orElseThrow()
                .getString("status");
    }
}
