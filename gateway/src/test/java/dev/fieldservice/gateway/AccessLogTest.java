package dev.fieldservice.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fieldservice.gateway.standins.AccessLines;
import dev.fieldservice.gateway.standins.TestIssuer;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccessLogTest extends GatewayTest {

    private AccessLines log;
    private BlockingQueue<String> lines;

    @BeforeEach
    void read() {
        log = new AccessLines();
        lines = log.all();
    }

    @AfterEach
    void stopReading() {
        log.close();
    }

    @Test
    void aRequestLeavesOneLineThatHoldsNeitherTokenNorQuery() throws Exception {
        String token = issuer.accessToken(TestIssuer.DANA);
        assertThat(get("/v1/customers?name=Ionescu", token).statusCode()).isEqualTo(200);
        assertThat(nextLine())
                .startsWith("method=GET path=/v1/customers status=200 outcome=answered ")
                .contains(" service=ticket-service caller=" + TestIssuer.DANA + " traceId=")
                .doesNotContain(token)
                .doesNotContain("Ionescu");
        assertThat(lines).isEmpty();
    }

    @Test
    void aCalendarProgramReadsItsFeedWithoutATokenAndTheSecretInItsAddressIsNotLogged() throws Exception {
        assertThat(getWithoutToken("/v1/calendar-feed.ics?token=secretOfTudor").statusCode())
                .isEqualTo(200);
        assertThat(service("dispatch").last().uri()).isEqualTo("/v1/calendar-feed.ics?token=secretOfTudor");
        assertThat(nextLine())
                .startsWith("method=GET path=/v1/calendar-feed.ics status=200 ")
                .doesNotContain("secretOfTudor");
        assertThat(getWithoutToken("/v1/my-calendar-feed/renew").statusCode()).isEqualTo(401);
    }

    @Test
    void anAnswerThatBreaksOffIsLoggedAsSuch() throws Exception {
        service("dispatch").on("/v1/crews", exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write("only a part".getBytes());
            exchange.getResponseBody().flush();
            exchange.close();
        });
        assertThatThrownBy(() -> get("/v1/crews", token())).isInstanceOf(IOException.class);
        assertThat(nextLine()).contains("path=/v1/crews status=200 outcome=aborted ");
    }

    @Test
    void figuresAreKeptByRouteAndNeverByPath() throws Exception {
        assertThat(get("/v1/customers/0190a000-0000-7000-8000-000000000001", token())
                        .statusCode())
                .isEqualTo(200);
        assertThat(getWithoutToken("/v1/nowhere/0190a000-0000-7000-8000-000000000001")
                        .statusCode())
                .isEqualTo(404);
        assertThat(getWithoutToken("/q/metrics").body())
                .contains("gateway_requests_seconds_count{method=\"GET\",route=\"/v1/customers\","
                        + "service=\"gateway\",status=\"200\",upstream=\"ticket-service\"}")
                .contains("route=\"-\",service=\"gateway\",status=\"404\",upstream=\"gateway\"")
                .doesNotContain("0190a000-0000-7000");
    }

    @Test
    void aPathCannotForgeALine() throws Exception {
        assertThat(getWithoutToken("/v1/x%0a;status=200").statusCode()).isEqualTo(404);
        assertThat(nextLine()).startsWith("method=GET path=/v1/x%0a;status?200 status=404 ");
    }

    private String nextLine() throws InterruptedException {
        String line = lines.poll(5, TimeUnit.SECONDS);
        assertThat(line).isNotNull();
        return line;
    }
}
