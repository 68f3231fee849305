package dev.fieldservice.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.local.LocalStack;
import dev.fieldservice.local.demo.Api;
import dev.fieldservice.local.demo.Company;
import dev.fieldservice.local.demo.Player;
import dev.fieldservice.local.demo.Story;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Jobs that nobody assigned, and jobs for more than one. */
@ExtendWith(RunningStack.class)
class PoolTest {

    private static final Duration EVENT = Duration.ofSeconds(30);
    private static Api api;

    @BeforeAll
    static void theCompanyIsReady(LocalStack stack) {
        api = new Api(stack.address());
        new Company(api, new Story(System.out)).isReady();
    }

    @Test
    void twoTechniciansClaimOneOrderAndOneOfThemGetsIt() throws InterruptedException {
        String order = openOrder();
        String window = "{\"window\": {\"start\": \"%s\", \"end\": \"%s\"}}"
                .formatted(inDays(300), inDays(300).plus(2, ChronoUnit.HOURS));
        String claim = "/v1/service-orders/" + order + "/claim";

        List<Api.Reply> replies = atOnce(List.of(
                () -> api.tryPost(Player.TUDOR, claim, window), () -> api.tryPost(Player.TEODORA, claim, window)));

        assertThat(replies).extracting(Api.Reply::status).containsExactlyInAnyOrder(200, 409);
        Player winner = replies.getFirst().isOk() ? Player.TUDOR : Player.TEODORA;
        Player loser = winner == Player.TUDOR ? Player.TEODORA : Player.TUDOR;
        Api.Reply job = api.await(winner, "/v1/work-orders/" + order, Api.Reply::isOk, EVENT);
        assertThat(job.text("/technicians/0/id")).isEqualTo(winner.id());
        assertThat(api.get(loser, "/v1/work-orders/" + order).status()).isEqualTo(404);
    }

    @Test
    void aCrewSeesTheJobTogetherAndLosesItTogether() {
        String order = openOrder();
        String crew = api.post(Player.DANA, "/v1/crews", """
                        {"name": "Frig Vest %s", "leadId": "%s", "memberIds": ["%s", "%s"]}""".formatted(
                                order.substring(24), Player.TEODORA.id(), Player.TEODORA.id(), Player.TUDOR.id()))
                .text("/id");
        Api.Reply assigned = api.post(Player.DANA, "/v1/service-orders/" + order + "/assign", """
                {"crewId": "%s", "window": {"start": "%s", "end": "%s"}}""".formatted(
                        crew, inDays(301), inDays(301).plus(2, ChronoUnit.HOURS)));
        assertThat(assigned.body().toString()).contains(Player.TUDOR.id(), Player.TEODORA.id());

        Api.Reply job = api.await(Player.TUDOR, "/v1/work-orders/" + order, Api.Reply::isOk, EVENT);
        assertThat(api.get(Player.TEODORA, "/v1/work-orders/" + order).isOk()).isTrue();
        assertThat(job.body().at("/technicians")).hasSize(2);

        assertThat(api.post(Player.DANA, "/v1/service-orders/" + order + "/unassign", "{\"reason\": \"Altă urgență\"}")
                        .isOk())
                .isTrue();
        List.of(Player.TUDOR, Player.TEODORA)
                .forEach(one -> assertThat(api.await(one, "/v1/work-orders/" + order, r -> r.status() == 404, EVENT)
                                .status())
                        .isEqualTo(404));
    }

    @Test
    void theGatewayDescribesTheWholeApi(LocalStack stack) {
        Api.Reply description = api.get(Player.DANA, "/openapi.json");

        assertThat(description.text("/openapi")).startsWith("3.1");
        assertThat(description.body().at("/paths").has("/v1/tickets")).isTrue();
        assertThat(description.body().at("/paths").has("/v1/work-orders/{id}/start"))
                .isTrue();
        assertThat(description.body().at("/paths").has("/v1/invoices/{id}/issue"))
                .isTrue();
        assertThat(description.body().at("/paths").has("/v1/history")).isFalse();
    }

    private static String openOrder() {
        String ticket = new NewTicket(api).open();
        return api.await(
                        Player.DANA,
                        "/v1/service-orders?ticketId=" + ticket,
                        r -> r.body().at("/items/0/id").isTextual(),
                        EVENT)
                .text("/items/0/id");
    }

    private static Instant inDays(int days) {
        return Instant.now().truncatedTo(ChronoUnit.HOURS).plus(days, ChronoUnit.DAYS);
    }

    private static List<Api.Reply> atOnce(List<Callable<Api.Reply>> calls) throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
