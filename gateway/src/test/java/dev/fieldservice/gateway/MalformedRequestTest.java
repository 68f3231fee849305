package dev.fieldservice.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.gateway.standins.AccessLines;
import dev.fieldservice.gateway.standins.RawHttp2;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no proper HTTP is refused like anything else: with a problem, within the rate limit, and in the access log. */
@QuarkusTest
class MalformedRequestTest extends GatewayTest {

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET ?x HTTP/1.1\r\nHost: gateway\r\n",
                "GET /v1/parts HTTP/1.1\r\n",
                "GET /v1/parts HTTP/1.1\r\nHost:\r\n",
                "GET /v1/parts HTTP/1.1\r\nHost: a b\r\n",
                "GET /v1/parts HTTP/1.1\r\nHost: gateway\r\nHost: elsewhere\r\n",
                "GET /v1/parts HTTP/1.1\r\nHost: gateway\r\nHost: gateway\r\n",
                "POST /v1/parts HTTP/1.1\r\nHost: gateway\r\nIdempotency-Key: a\r\nIdempotency-Key: b\r\n",
                "GET /v1/parts?x=\u00e9 HTTP/1.1\r\nHost: gateway\r\n",
                "GET /v1/parts?x={} HTTP/1.1\r\nHost: gateway\r\n",
                "GET /v1/parts?x=%zz HTTP/1.1\r\nHost: gateway\r\n",
                "POST /v1/parts HTTP/1.1\r\nHost: gateway\r\nTransfer-Encoding: gzip\r\n",
                "CONNECT elsewhere:443 HTTP/1.1\r\nHost: elsewhere:443\r\n",
                "OPTIONS * HTTP/1.1\r\nHost: gateway\r\n",
                "GET v1/parts HTTP/1.1\r\nHost: gateway\r\n",
                "GET /v1/parts\r\nHost: gateway\r\n",
                "GET /v1/parts HTTP/9.9.9\r\nHost: gateway\r\n",
                "nonsense\r\n",
                "GET /v1/parts HTTP/1.1\r\nHost : gateway\r\n",
                "GET /v1/parts HTTP/1.1\r\nHost: gateway\r\nX-Note: a\0b\r\n",
                "POST /v1/parts HTTP/1.1\r\nHost: gateway\r\nContent-Length: many\r\n",
                "POST /v1/parts HTTP/1.1\r\nHost: gateway\r\nContent-Length: 1\r\nContent-Length: 2\r\n"
            })
    void overHttp1(String head) throws Exception {
        int before = service("inventory").received().size();
        String answer = raw(head + "Connection: close\r\nAuthorization: Bearer " + token() + "\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json", "\"code\":\"malformed-request\"");
        assertThat(answer.toLowerCase()).contains("ratelimit-remaining:");
        assertThat(nextLine()).contains(" status=400 outcome=answered ");
        assertThat(service("inventory").received()).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x-note|two\r\nX-User: admin",
                "x-note|two\nlines",
                "x-note|nul\0",
                "x-note|\u007f",
                "x note|a blank",
                "x-note\r\nx-user|admin",
                "x-note:|colon",
                "idempotency-key|b",
                ":path|/v1/parts?x=1 HTTP/1.1\r\nX-User: admin",
                ":path|/v1/parts?x=1 2",
                ":path|?x",
                ":path|v1/parts",
                ":scheme|http\r\nX-User: admin",
                ":scheme|gopher",
                ":authority|",
                ":method|CONNECT",
                ":method|GET / HTTP/1.1\r\nX-User:",
            })
    void overHttp2(String nameAndValue) throws Exception {
        int before = service("inventory").received().size();
        String[] bad = nameAndValue.split("\\|", 2);
        try (RawHttp2 connection = new RawHttp2(gateway)) {
            String answer = connection.answer(connection.open(true, withHeader(bad[0], bad[1])));
            // Where not even a request can be made of it, the HTTP layer answers: it resets the stream, hangs up, or
            // says 400.
            if (answer.contains("ratelimit-remaining: ")) {
                assertThat(answer).contains(":status: 400", "\"code\":\"malformed-request\"");
                assertThat(nextLine()).contains(" status=400 outcome=answered ");
            } else {
                assertThat(answer).containsAnyOf("reset", "goaway", "closed", ":status: 400");
            }
        }
        assertThat(service("inventory").received()).hasSize(before);
        assertThat(get("/v1/parts", token()).statusCode()).isEqualTo(200);
    }

    @Test
    void withoutAnAuthorityOverHttp2() throws Exception {
        List<String> head = new ArrayList<>(Arrays.asList(http2("GET", "/v1/parts", token())));
        head.remove(":authority");
        head.remove("gateway");
        try (RawHttp2 connection = new RawHttp2(gateway)) {
            assertThat(connection.answer(connection.open(true, head.toArray(String[]::new))))
                    .contains(":status: 400", "ratelimit-remaining: ", "\"code\":\"malformed-request\"");
        }
        assertThat(nextLine()).contains(" status=400 outcome=answered ");
    }

    private String[] withHeader(String name, String value) {
        List<String> head = new ArrayList<>(Arrays.asList(http2("GET", "/v1/parts", token())));
        head.addAll(List.of("idempotency-key", "a"));
        int known = head.indexOf(name);
        if (name.startsWith(":") && known >= 0) {
            head.set(known + 1, value);
        } else {
            head.addAll(List.of(name, value));
        }
        return head.toArray(String[]::new);
    }

    private String nextLine() throws InterruptedException {
        String line = lines.poll(5, TimeUnit.SECONDS);
        // The last line of the test before may come late.
        while (line != null && line.contains("status=200")) {
            line = lines.poll(5, TimeUnit.SECONDS);
        }
        assertThat(line).isNotNull();
        return line;
    }
}
