package dev.fieldservice.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.local.LocalStack;
import dev.fieldservice.local.testing.RunningStack;
import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.cycle.OpenOrder;
import dev.fieldservice.players.demo.DemoCompany;
import dev.fieldservice.players.story.ToldStory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One look says where to intervene, and each number opens its list. */
@Tag("long")
@ExtendWith(RunningStack.class)
class OverviewTest {

    private static Api api;

    @BeforeAll
    static void theCompanyIsReady(LocalStack stack) {
        api = new Api(stack.address());
        var _ = DemoCompany.open(api, new ToldStory(System.out));
        var _ = OpenOrder.call(api);
    }

    @Test
    void eachNumberOpensItsListAndWhatIsNobodysBusinessIsNotCounted() {
        JsonNode all = overview(Player.ADMIN);

        assertThat(all.at("/sources"))
                .hasSize(5)
                .allMatch(source -> source.at("/status").asText().equals("OK"));
        assertThat(all.at("/items")).hasSizeGreaterThan(20).allSatisfy(item -> {
            Answer list = api.get(Player.ADMIN, item.at("/list").asText());
            assertThat(list.status()).as(list.toString()).isEqualTo(200);
            assertThat(list.body().at("/items").isEmpty())
                    .as(item.toString())
                    .isEqualTo(item.at("/count").asLong() == 0);
        });
        assertThat(words(all)).contains("TICKETS_NEW", "ORDERS_UNSCHEDULED", "REVIEWS_WAITING", "INVOICES_UNPAID");
        assertThat(count(all, "ORDERS_UNSCHEDULED")).isPositive();
        assertThat(words(overview(Player.DANA)))
                .contains("ORDERS_UNSCHEDULED")
                .doesNotContain("INVOICES_UNPAID", "MESSAGES_PARKED");
        assertThat(api.get(Player.TUDOR, "/v1/overview").status()).isEqualTo(403);
    }

    @Test
    void whatHasAHistoryIsToldOfThePastAndEachNumberSaysOfWhen() {
        Instant then = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        long were = count(overview(Player.DANA), "ORDERS_UNSCHEDULED");
        var _ = OpenOrder.call(api);

        JsonNode past = api.get(Player.DANA, "/v1/overview?asOf=" + then).body();

        assertThat(count(past, "ORDERS_UNSCHEDULED")).isEqualTo(were);
        assertThat(count(overview(Player.DANA), "ORDERS_UNSCHEDULED")).isEqualTo(were + 1);
        assertThat(asOf(past, "ORDERS_UNSCHEDULED")).isEqualTo(then);
        assertThat(asOf(past, "VISITS_LATE")).isAfter(then);
    }

    private static Instant asOf(JsonNode overview, String what) {
        return StreamSupport.stream(overview.at("/items").spliterator(), false)
                .filter(item -> item.at("/what").asText().equals(what))
                .map(item -> Instant.parse(item.at("/asOf").asText()))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode overview(Player who) {
        Answer answer = api.get(who, "/v1/overview");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.body();
    }

    private static List<String> words(JsonNode overview) {
        return StreamSupport.stream(overview.at("/items").spliterator(), false)
                .map(item -> item.at("/what").asText())
                .toList();
    }

    private static long count(JsonNode overview, String what) {
        return StreamSupport.stream(overview.at("/items").spliterator(), false)
                .filter(item -> item.at("/what").asText().equals(what))
                .mapToLong(item -> item.at("/count").asLong())
                .sum();
    }
}
