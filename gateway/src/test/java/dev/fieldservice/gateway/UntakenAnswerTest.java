package dev.fieldservice.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fieldservice.gateway.standins.RawHttp2;
import dev.fieldservice.gateway.standins.StandInService;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Clients that ask and do not take their answers, or not at once. Who takes nothing for 2 s is hung up on. */
@QuarkusTest
class UntakenAnswerTest extends GatewayTest {

    private static final int ASKED = 110;

    @Test
    void whoPipelinesAndTakesNothingIsAskedForNothingMoreAndHungUpOn() throws Exception {
        service("inventory").onJson("/v1/stock-levels", 200, "x".repeat(60_000));
        String greedy = token();
        try (Socket socket = connectWithSmallBuffer()) {
            socket.getOutputStream().write(get("/v1/stock-levels", greedy, ASKED));
            long asked = settled("/v1/stock-levels");
            assertThat(asked).isPositive().isLessThan(ASKED - 20);
            assertThat(get("/v1/parts", token()).statusCode()).isEqualTo(200);
            Thread.sleep(5_000);
            assertThat(asked("/v1/stock-levels")).isLessThan(ASKED - 20);
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 20; i++) {
                            socket.getOutputStream().write('\n');
                            Thread.sleep(100);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
        assertThat(get("/v1/parts", greedy).statusCode()).isEqualTo(200);
    }

    @Test
    void anAnswerCountsForItsCallerUntilItIsTakenAndIsResetAfterAWhile() throws Exception {
        String slow = token();
        assertThat(get("/v1/parts", slow).statusCode()).isEqualTo(200);
        try (RawHttp2 connection = new RawHttp2(gateway, 10)) {
            List<Integer> streams = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                // Billing is down: the gateway's own answer, which is longer than what the client takes of it
                streams.add(connection.open(true, http2("GET", "/v1/invoices", slow)));
            }
            connection.send();
            Thread.sleep(1_000);
            assertThat(get("/v1/parts", slow).statusCode()).isEqualTo(429);

            long start = System.nanoTime();
            assertThat(connection.answer(streams.get(5))).isEqualTo("reset");
            assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(8));
            assertThat(get("/v1/parts", slow).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void anAnswerThatIsTakenGivesItsPlaceBackAtOnce() throws Exception {
        String quick = token();
        try (RawHttp2 connection = new RawHttp2(gateway)) {
            for (int i = 0; i < 12; i++) {
                assertThat(connection.answer(connection.open(true, http2("GET", "/v1/invoices", quick))))
                        .contains(":status: 503");
            }
        }
    }

    @Test
    void whoReadsSlowlyButSteadilyGetsEveryAnswerWholeAndInOrder() throws Exception {
        List<String> reports = new ArrayList<>();
        StringBuilder asked = new StringBuilder();
        String slow = token();
        for (int i = 0; i < 4; i++) {
            String report = report(i);
            reports.add(report);
            service("workorder")
                    .on("/v1/work-orders/" + i, exchange -> StandInService.answer(exchange, 200, "text/plain", report));
            asked.append(new String(get("/v1/work-orders/" + i, slow, 1), StandardCharsets.US_ASCII));
            asked.append(new String(get("/v1/parts", slow, 1), StandardCharsets.US_ASCII));
        }
        try (Socket socket = connectWithSmallBuffer()) {
            socket.getOutputStream().write(asked.toString().getBytes(StandardCharsets.US_ASCII));
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (String report : reports) {
                assertThat(body(in, Duration.ofMillis(30)).equals(report)).isTrue();
                assertThat(body(in, Duration.ZERO)).isEqualTo("{\"reached\":\"the service\"}");
            }
        }
    }

    @Test
    void aRequestThatWaitsForItsTurnIsNotLate() throws Exception {
        service("dispatch").on("/v1/calendar", exchange -> {
            exchange.sendResponseHeaders(200, 4);
            for (int i = 0; i < 4; i++) {
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
                pause(1_000);
            }
            exchange.close();
        });
        String patient = token();
        String second = new String(get("/v1/parts", patient, 1), StandardCharsets.US_ASCII);
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            out.write(get("/v1/calendar", patient, 1));
            pause(300);
            out.write(second.substring(0, 20).getBytes(StandardCharsets.US_ASCII));
            pause(300);
            out.write(second.substring(20).getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            assertThat(body(in, Duration.ZERO)).isEqualTo("xxxx");
            assertThat(body(in, Duration.ZERO)).isEqualTo("{\"reached\":\"the service\"}");
        }
    }

    @Test
    void aClientThatKnowsNoChunksReadsToTheEndOfTheConnection() throws Exception {
        byte[] report = report(7).getBytes(StandardCharsets.US_ASCII);
        service("workorder").on("/v1/work-orders/7", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(report);
            exchange.close();
        });
        String answer = raw(
                "GET /v1/work-orders/7 HTTP/1.0\r\nHost: gateway\r\nConnection: keep-alive\r\nAuthorization: Bearer "
                        + token() + "\r\n\r\n");
        int end = answer.indexOf("\r\n\r\n");
        assertThat(answer.substring(0, end).toLowerCase())
                .startsWith("http/1.0 200")
                .contains("connection: close")
                .doesNotContain("keep-alive", "content-length", "chunked");
        assertThat(answer.substring(end + 4).equals(new String(report, StandardCharsets.US_ASCII)))
                .isTrue();
    }

    private long asked(String path) {
        return service("inventory").received().stream()
                .filter(request -> request.uri().equals(path))
                .count();
    }

    /** How often it was asked when it is asked no more. */
    private long settled(String path) throws InterruptedException {
        long before = -1;
        for (long now = asked(path); now != before || now == 0; now = asked(path)) {
            before = now;
            Thread.sleep(500);
        }
        return before;
    }

    /** What is not read waits at the gateway and not here. */
    private Socket connectWithSmallBuffer() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout(10_000);
        socket.connect(new InetSocketAddress(gateway.getHost(), gateway.getPort()));
        return socket;
    }

    private static byte[] get(String path, String token, int times) {
        return ("GET " + path + " HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer " + token + "\r\n\r\n")
                .repeat(times)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String report(int seed) {
        StringBuilder report = new StringBuilder();
        new Random(seed).ints(2_500_000, 'a', 'z').forEach(c -> report.append((char) c));
        return report.toString();
    }

    /** @param rest after each 256 KiB */
    private static String body(InputStream in, Duration rest) throws IOException {
        int length = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.toLowerCase().startsWith("content-length: ")) {
                length = Integer.parseInt(line.substring("content-length: ".length()));
            }
        }
        StringBuilder body = new StringBuilder();
        while (body.length() < length) {
            body.append(
                    new String(in.readNBytes(Math.min(256 * 1024, length - body.length())), StandardCharsets.US_ASCII));
            pause(rest.toMillis());
        }
        return body.toString();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            assertThat(c).as("the connection was closed after " + line).isNotEqualTo(-1);
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
