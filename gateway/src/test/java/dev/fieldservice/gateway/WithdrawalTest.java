package dev.fieldservice.gateway;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.gateway.standins.TestIssuer;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Who is withdrawn is out before their token ends, as far as the provider can be asked. Its answer is waited for 3 s and
 * remembered for 8 s, its silence for 1 s.
 */
@Tag("long")
@QuarkusTest
class WithdrawalTest extends GatewayTest {

    @AfterEach
    void theProviderIsThere() throws Exception {
        issuer.comeBack();
        Thread.sleep(Duration.ofMillis(1_200)); // until it is asked again
    }

    @Test
    void whoIsWithdrawnIsRefusedThoughTheTokenIsWellSigned() throws Exception {
        String token = token();
        issuer.withdraw(token);
        assertProblem(get("/v1/tickets", token), 401, "unauthenticated");
    }

    @Test
    void whoIsWithdrawnWhileTheyWorkIsOutSoonAfter() throws Exception {
        String token = token();
        assertThat(get("/v1/tickets", token).statusCode()).isEqualTo(200);
        issuer.withdraw(token);
        Instant late = Instant.now().plusSeconds(30);
        while (get("/v1/tickets", token).statusCode() == 200) {
            assertThat(Instant.now()).isBefore(late);
            Thread.sleep(Duration.ofMillis(200));
        }
        assertProblem(get("/v1/tickets", token), 401, "unauthenticated");
    }

    @Test
    void theProviderIsAskedOnceHoweverManyRequestsATokenComesWith() throws Exception {
        String good = token();
        String withdrawn = token();
        issuer.withdraw(withdrawn);
        for (int time = 0; time < 5; time++) {
            var _ = get("/v1/tickets", good);
            var _ = get("/v1/tickets", withdrawn);
        }
        assertThat(issuer.questions(good)).isEqualTo(1);
        assertThat(issuer.questions(withdrawn)).isEqualTo(1);
    }

    @Test
    void nobodyMakesItAskWithATokenOfTheirOwn() throws Exception {
        String forged = issuer.forged(issuer.claims(TestIssuer.DANA));
        assertProblem(get("/v1/tickets", forged), 401, "unauthenticated");
        assertThat(issuer.questions(forged)).isZero();
    }

    @Test
    void aProviderThatDoesNotAnswerKeepsNobodyOut() throws Exception {
        issuer.goAway();
        long begun = System.nanoTime();
        assertThat(get("/v1/tickets", token()).statusCode()).isEqualTo(200);
        assertThat(get("/v1/tickets", token()).statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void whatTheProviderDidNotSayIsAskedAgainBeforeLong() throws Exception {
        String token = token();
        issuer.goAway();
        assertThat(get("/v1/tickets", token).statusCode()).isEqualTo(200);
        Instant late = Instant.now().plusSeconds(6);
        issuer.withdraw(token);
        issuer.comeBack();
        while (get("/v1/tickets", token).statusCode() == 200) {
            assertThat(Instant.now()).isBefore(late);
            Thread.sleep(Duration.ofMillis(200));
        }
    }

    @Test
    void requestsThatComeTogetherWithOneTokenAskOnce() throws Exception {
        String token = token();
        issuer.goAway();
        List<CompletableFuture<HttpResponse<String>>> together = Stream.generate(
                        () -> CLIENT.sendAsync(request("/v1/tickets", token).build(), ofString()))
                .limit(5)
                .toList();
        Thread.sleep(Duration.ofMillis(500));
        issuer.comeBack();
        for (CompletableFuture<HttpResponse<String>> one : together) {
            assertThat(one.get().statusCode()).isEqualTo(200);
        }
        assertThat(issuer.questions(token)).isEqualTo(1);
    }

    @Test
    void aProviderThatRefusesUsKeepsNobodyOutAndIsComplainedOfEachTime() throws Exception {
        Queue<Level> said = new ConcurrentLinkedQueue<>();
        Handler reader = new Handler() {
            @Override
            public void publish(LogRecord line) {
                said.add(line.getLevel());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger("dev.fieldservice.platform.security.Revocation");
        log.addHandler(reader);
        try {
            issuer.refuse();
            assertThat(get("/v1/tickets", token()).statusCode()).isEqualTo(200);
            Thread.sleep(Duration.ofMillis(1_200)); // until it is asked again
            assertThat(get("/v1/tickets", token()).statusCode()).isEqualTo(200);
        } finally {
            log.removeHandler(reader);
        }
        assertThat(said).extracting(Level::getName).containsExactly("ERROR", "ERROR");
    }
}
