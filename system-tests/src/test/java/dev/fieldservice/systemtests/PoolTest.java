package dev.fieldservice.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.local.LocalStack;
import dev.fieldservice.local.testing.RunningStack;
import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.client.Together;
import dev.fieldservice.players.cycle.OpenOrder;
import dev.fieldservice.players.demo.DemoCompany;
import dev.fieldservice.players.forms.JobForms;
import dev.fieldservice.players.forms.OfficeForms;
import dev.fieldservice.players.forms.Slot;
import dev.fieldservice.players.story.ToldStory;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Jobs that nobody assigned, and jobs for more than one. */
@Tag("long")
@ExtendWith(RunningStack.class)
class PoolTest {

    private static Api api;

    @BeforeAll
    static void theCompanyIsReady(LocalStack stack) {
        api = new Api(stack.address());
        var _ = DemoCompany.open(api, new ToldStory(System.out));
    }

    @Test
    void twoTechniciansClaimOneOrderAndOneOfThemGetsIt() {
        String order = openOrder();
        String window = JobForms.claim(inDays(300));
        String claim = "/v1/service-orders/" + order + "/claim";

        List<Answer> replies = Together.all(List.of(
                () -> api.tryPost(Player.TUDOR, claim, window), () -> api.tryPost(Player.TEODORA, claim, window)));

        assertThat(replies)
                .extracting(Answer::status)
                .containsOnlyOnce(200)
                .isSubsetOf(200, 409, 404); // who comes when it has left the pool does not see it any more
        Player winner = replies.getFirst().isOk() ? Player.TUDOR : Player.TEODORA;
        Player loser = winner.equals(Player.TUDOR) ? Player.TEODORA : Player.TUDOR;
        Answer job = api.await(winner, "/v1/work-orders/" + order, Answer::isOk);
        assertThat(job.text("/technicians/0/id")).isEqualTo(winner.id());
        assertThat(api.get(loser, "/v1/work-orders/" + order).status()).isEqualTo(404);
    }

    @Test
    void aCrewSeesTheJobTogetherAndLosesItTogether() {
        String order = openOrder();
        String crew = api.create(Player.DANA, "/v1/crews", OfficeForms.crew(List.of(Player.TEODORA, Player.TUDOR)));
        Answer assigned = api.post(
                Player.DANA, "/v1/service-orders/" + order + "/assign", JobForms.assignment(crew, inDays(301)));
        assertThat(assigned.body().toString()).contains(Player.TUDOR.id(), Player.TEODORA.id());

        Answer job = api.await(Player.TUDOR, "/v1/work-orders/" + order, Answer::isOk);
        assertThat(api.get(Player.TEODORA, "/v1/work-orders/" + order).isOk()).isTrue();
        assertThat(job.body().at("/technicians")).hasSize(2);

        assertThat(api.post(Player.DANA, "/v1/service-orders/" + order + "/unassign", JobForms.reason("Altă urgență"))
                        .isOk())
                .isTrue();
        List.of(Player.TUDOR, Player.TEODORA)
                .forEach(one -> assertThat(api.await(one, "/v1/work-orders/" + order, r -> r.status() == 404)
                                .status())
                        .isEqualTo(404));
    }

    @Test
    void theGatewayDescribesTheWholeApi(LocalStack stack) {
        Answer description = api.get(Player.DANA, "/openapi.json");

        assertThat(description.text("/openapi")).startsWith("3.1");
        assertThat(description.body().at("/paths").has("/v1/tickets")).isTrue();
        assertThat(description.body().at("/paths").has("/v1/work-orders/{id}/start"))
                .isTrue();
        assertThat(description.body().at("/paths").has("/v1/invoices/{id}/issue"))
                .isTrue();
        assertThat(description.body().at("/paths").has("/v1/history")).isFalse();
    }

    private static String openOrder() {
        return OpenOrder.call(api).order();
    }

    private static Slot inDays(int days) {
        return Slot.of(Instant.now().truncatedTo(ChronoUnit.HOURS).plus(days, ChronoUnit.DAYS), Duration.ofHours(2));
    }
}
