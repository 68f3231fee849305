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
import dev.fieldservice.players.forms.Slot;
import dev.fieldservice.players.story.ToldStory;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A ticket that is called off while somebody is about to work for it, from the office's word to finance's. */
@ExtendWith(RunningStack.class)
class CalledOffTest {

    private static final String WHY = JobForms.reason("Clientul l-a reparat singur");
    private static final String NOTHING_IS_BILLED = "{\"reason\": \"Din bunăvoință\", \"nothingToBill\": true}";

    private static Api api;

    @BeforeAll
    static void theCompanyIsReady(LocalStack stack) {
        api = new Api(stack.address());
        var _ = DemoCompany.open(api, new ToldStory(System.out));
    }

    @Test
    void whoeverDrivesIsToldAndStopsAndFinanceDecides() {
        OpenOrder opened = assigned(0);
        String job = "/v1/work-orders/" + opened.order();
        taken(Player.TEODORA, job + "/travel", JobForms.NOTHING);
        var _ = api.await(Player.DANA, "/v1/service-orders/" + opened.order(), order -> isIn(order, "IN_PROGRESS"));

        taken(Player.DANA, "/v1/tickets/" + opened.ticket() + "/cancel", WHY);

        Answer told = api.await(Player.TEODORA, job, phone -> phone.body().has("calledOff"));
        assertThat(told.text("/calledOff/reason")).isEqualTo("Clientul l-a reparat singur");
        assertThat(api.tryPost(Player.TEODORA, job + "/start", JobForms.NOTHING).status())
                .isEqualTo(409);
        taken(Player.TEODORA, job + "/stop", JobForms.NOTHING);
        String looked = api.read(Player.SORIN, job + "/review").text("/version");
        taken(Player.SORIN, job + "/approve", JobForms.approval(looked));
        var _ = api.await(Player.DANA, "/v1/service-orders/" + opened.order(), order -> isIn(order, "CLOSED"));
        String billing = "/v1/billing-cases/" + opened.order();
        Answer waiting = api.await(Player.ANA, billing, found -> isIn(found, "WAITING"));
        assertThat(waiting.text("/differences/0/kind")).isEqualTo("CALLED_OFF");
        taken(Player.ANA, billing + "/settle", NOTHING_IS_BILLED);
        Answer ticket = api.await(
                Player.DANA,
                "/v1/tickets/" + opened.ticket(),
                found -> found.body().at("/orders/0").has("settledAt"));
        assertThat(ticket.text("/state")).isEqualTo("CANCELLED");
    }

    @Test
    void ofWhoRejectsAndWhoClaimsOneWinsAndNothingIsLeftOver() {
        for (int i = 0; i < 4; i++) {
            OpenOrder opened = OpenOrder.call(api);
            String order = "/v1/service-orders/" + opened.order();
            String window = JobForms.claim(inDays(320 + i));

            List<Answer> replies = Together.all(List.of(
                    () -> api.tryPost(Player.DANA, "/v1/tickets/" + opened.ticket() + "/reject", WHY),
                    () -> api.tryPost(Player.TUDOR, order + "/claim", window)));

            assertThat(replies.getFirst().status()).isEqualTo(200);
            assertThat(replies.getLast().status()).isIn(200, 404, 409);
            var _ = api.await(Player.DANA, order, found -> isIn(found, "CANCELLED"));
            var _ = api.await(Player.TUDOR, "/v1/work-orders/" + opened.order(), found -> found.status() == 404);
        }
    }

    @Test
    void ofWhoRejectsAndWhoStartsOneWinsAndTheOtherIsTold() {
        for (int i = 0; i < 4; i++) {
            OpenOrder opened = assigned(1 + i);
            String job = "/v1/work-orders/" + opened.order();

            List<Answer> replies = Together.all(List.of(
                    () -> api.tryPost(Player.DANA, "/v1/tickets/" + opened.ticket() + "/reject", WHY),
                    () -> api.tryPost(Player.TEODORA, job + "/start", JobForms.NOTHING)));

            boolean isRejected = replies.getFirst().isOk();
            boolean isStarted = replies.getLast().isOk();
            assertThat(isRejected || isStarted).isTrue();
            if (isRejected && isStarted) {
                var _ = api.await(Player.TEODORA, job, phone -> phone.body().has("calledOff"));
                taken(Player.TEODORA, job + "/stop", JobForms.NOTHING);
            } else if (isStarted) {
                taken(Player.TEODORA, job + "/complete", JobForms.COMPLETE);
            } else {
                var _ = api.await(Player.TEODORA, job, phone -> phone.status() == 404);
            }
            String end = isStarted ? "COMPLETED" : "CANCELLED";
            var _ = api.await(Player.DANA, "/v1/service-orders/" + opened.order(), order -> isIn(order, end));
        }
    }

    /** In a quarter of an hour of its own. */
    private static OpenOrder assigned(int quarter) {
        OpenOrder opened = OpenOrder.call(api);
        taken(
                Player.DANA,
                "/v1/service-orders/" + opened.order() + "/assign",
                JobForms.assignment(Player.TEODORA, inQuarters(quarter)));
        var _ = api.await(Player.TEODORA, "/v1/work-orders/" + opened.order(), Answer::isOk);
        return opened;
    }

    private static void taken(Player who, String path, String body) {
        Answer answer = api.tryPost(who, path, body);
        assertThat(answer.status()).as("%s: %s", path, answer.body()).isEqualTo(200);
    }

    private static boolean isIn(Answer answer, String state) {
        return answer.isOk() && answer.text("/state").equals(state);
    }

    private static Slot inDays(int days) {
        return Slot.of(Instant.now().truncatedTo(ChronoUnit.HOURS).plus(days, ChronoUnit.DAYS), Duration.ofHours(2));
    }

    private static Slot inQuarters(int quarters) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        return Slot.of(now.plus(15L * quarters, ChronoUnit.MINUTES), Duration.ofMinutes(15));
    }
}
