package dev.fieldservice.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.gateway.standins.RawHttp2;
import dev.fieldservice.gateway.standins.StandInService;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Clients that send or read a byte now and then. A caller has 6 requests at once, the pool 8 connections; it is looked every
 * 1.2 s, and a body that is held may take 3 s.
 */
@QuarkusTest
class SlowClientTest extends GatewayTest {

    private static final byte[] A_BYTE = {'{'};

    @Test
    void bodiesThatComeSlowlyKeepTheServiceFromNobody() throws Exception {
        try (RawHttp2 first = new RawHttp2(gateway);
                RawHttp2 second = new RawHttp2(gateway)) {
            for (RawHttp2 connection : List.of(first, second)) {
                String slow = token();
                for (int i = 0; i < 6; i++) {
                    connection.data(connection.open(false, http2("POST", "/v1/parts", slow)), false, A_BYTE);
                }
                connection.send();
            }
            Thread.sleep(200);
            long start = System.nanoTime();
            for (int i = 0; i < 10; i++) {
                assertThat(get("/v1/parts", token()).statusCode()).isEqualTo(200);
                assertThat(post("/v1/parts", "{}").statusCode()).isEqualTo(200);
            }
            assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(3));
        }
    }

    @Test
    void allBodiesThatAreStillComingInHaveBoundedMemory() throws Exception {
        List<String> callers = Stream.generate(this::token).limit(18).toList();
        for (String caller : callers) {
            // Known from now on, so that all bodies are there long before the first has to be whole
            assertThat(get("/v1/parts", caller).statusCode()).isEqualTo(200);
        }
        List<Socket> half = new ArrayList<>();
        try {
            for (String caller : callers) {
                Socket socket = connect();
                half.add(socket);
                socket.getOutputStream()
                        .write(
                                ("POST /v1/parts HTTP/1.1\r\nHost: gateway\r\nContent-Length: 31000\r\nAuthorization: Bearer "
                                                + caller + "\r\n\r\n" + "x".repeat(30_000))
                                        .getBytes(StandardCharsets.UTF_8));
            }
            // 540 000 bytes of 512 KiB
            assertThat(half.stream().map(SlowClientTest::firstWord)).contains("HTTP/1.1 503", "HTTP/1.1 408");
        } finally {
            for (Socket socket : half) {
                socket.close();
            }
        }
        assertThat(post("/v1/parts", "{}").statusCode()).isEqualTo(200);
    }

    private static String firstWord(Socket socket) {
        try {
            return new String(socket.getInputStream().readNBytes("HTTP/1.1 503".length()), StandardCharsets.UTF_8);
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    @Test
    void aCallerHasSoManyRequestsAtOnceAndMoreWhenTheyAreAnswered() throws Exception {
        String eager = token();
        // Its token is known from now on, so that requests are counted in the order in which they come
        assertThat(get("/v1/parts", eager).statusCode()).isEqualTo(200);
        try (RawHttp2 connection = new RawHttp2(gateway)) {
            List<Integer> streams = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                streams.add(connection.open(false, http2("POST", "/v1/parts", eager)));
            }
            int oneMore = connection.open(true, http2("GET", "/v1/parts", eager));
            assertThat(connection.answer(oneMore))
                    .contains(":status: 429", "retry-after: 1", "\"code\":\"too-much-in-flight\"");
            assertThat(get("/v1/parts", token()).statusCode()).isEqualTo(200);

            connection.data(streams.get(0), true, "{}".getBytes(StandardCharsets.UTF_8));
            assertThat(connection.answer(streams.get(0))).contains(":status: 200");
            connection.reset(streams.get(1));
            for (int i = 0; i < 3; i++) {
                int next = connection.open(true, http2("GET", "/v1/parts", eager));
                assertThat(connection.answer(next)).contains(":status: 200");
            }
        }
    }

    @Test
    void aBodyThatTricklesIsNotWaitedForOverHttp2() throws Exception {
        int before = service("inventory").received().size();
        CompletableFuture<Void> trickle;
        try (RawHttp2 connection = new RawHttp2(gateway)) {
            int stream = connection.open(false, http2("POST", "/v1/parts", token()));
            trickle = trickle(() -> {
                connection.data(stream, false, A_BYTE);
                connection.send();
            });
            assertThat(connection.answer(stream)).contains(":status: 408", "\"code\":\"request-timeout\"");
        }
        trickle.join();
        assertThat(service("inventory").received()).hasSize(before);
    }

    @Test
    void aBodyThatTricklesIsNotWaitedForOverHttp1() throws Exception {
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /v1/parts HTTP/1.1\r\nHost: gateway\r\nContent-Length: 5000\r\nAuthorization: Bearer "
                            + token() + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            CompletableFuture<Void> trickle = trickle(() -> out.write(A_BYTE));
            // To the end: the connection is closed on a client that goes on.
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 408 ")
                    .contains("\"code\":\"request-timeout\"")
                    .doesNotContain("0".repeat(32));
            trickle.join();
        }
    }

    @Test
    void aHeadThatTricklesIsNotWaitedFor() throws Exception {
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            for (int request = 0; request < 2; request++) {
                out.write(("GET /v1/parts HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer " + token() + "\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
                assertThat(untilTheBrace(socket)).startsWith("HTTP/1.1 200");
                Thread.sleep(1_400);
            }
            out.write("GET /v1/parts HTTP/1.1\r\nX-Note: ".getBytes(StandardCharsets.UTF_8));
            long start = System.nanoTime();
            CompletableFuture<Void> trickle = trickle(() -> out.write(A_BYTE));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .doesNotContain("HTTP/1.1 4");
            assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(3));
            trickle.join();
        } catch (SocketException reset) {
            // Closed while bytes were on their way: as good.
        }
    }

    private static String untilTheBrace(Socket socket) throws IOException {
        StringBuilder answer = new StringBuilder();
        for (int c = socket.getInputStream().read();
                c != '}' && c != -1;
                c = socket.getInputStream().read()) {
            answer.append((char) c);
        }
        return answer.toString();
    }

    @Test
    void anUploadThatStopsInTheMiddleIsBrokenOff() throws Exception {
        CompletableFuture<String> end = new CompletableFuture<>();
        service("workorder").on("/v1/work-orders/4/photos", exchange -> {
            try {
                end.complete("read " + exchange.getRequestBody().readAllBytes().length);
            } catch (IOException brokenOff) {
                end.complete("broken off");
            }
        });
        try (RawHttp2 connection = new RawHttp2(gateway)) {
            int stream = connection.open(false, http2("POST", "/v1/work-orders/4/photos", token()));
            for (int i = 0; i < 4; i++) {
                connection.data(stream, false, new byte[10_000]);
            }
            connection.send();
            assertThat(connection.answer(stream)).contains(":status: 408");
            assertThat(end.get(10, TimeUnit.SECONDS)).isEqualTo("broken off");
        }
    }

    @Test
    void aBodyThatStallsForAMomentArrives() throws Exception {
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /v1/parts HTTP/1.1\r\nHost: gateway\r\nContent-Length: 2\r\nAuthorization: Bearer "
                            + token() + "\r\n\r\n{")
                    .getBytes(StandardCharsets.UTF_8));
            Thread.sleep(2_600);
            out.write('}');
            assertThat(firstWord(socket)).isEqualTo("HTTP/1.1 200");
        }
    }

    @Test
    void anUploadThatStallsForAMomentArrives() throws Exception {
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("POST /v1/work-orders/6/photos HTTP/1.1\r\nHost: gateway\r\nContent-Length: 50000\r\nAuthorization: Bearer "
                                    + token() + "\r\n\r\n" + "x".repeat(40_000))
                            .getBytes(StandardCharsets.UTF_8));
            Thread.sleep(2_600);
            out.write("x".repeat(10_000).getBytes(StandardCharsets.UTF_8));
            assertThat(firstWord(socket)).isEqualTo("HTTP/1.1 200");
        }
    }

    @Test
    void aServiceThatTakesNothingForAWhileIsNotTheClientsFault() throws Exception {
        service("workorder").on("/v1/work-orders/5/photos", exchange -> {
            try {
                // Three looks: a client that sent nothing at the last two of them would be broken off
                Thread.sleep(4_000);
            } catch (InterruptedException interrupted) {
                throw new IOException(interrupted);
            }
            int read = exchange.getRequestBody().readAllBytes().length;
            StandInService.answer(exchange, 200, "text/plain", String.valueOf(read));
        });
        byte[] photo = new byte[12 * 1024 * 1024];
        HttpResponse<String> answer = CLIENT.send(
                request("/v1/work-orders/5/photos", token())
                        .header("Content-Type", "image/jpeg")
                        .timeout(Duration.ofSeconds(30))
                        .POST(BodyPublishers.ofByteArray(photo))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(String.valueOf(photo.length));
    }

    @Test
    void anAnswerThatIsReadTooSlowlyIsBrokenOff() throws Exception {
        CompletableFuture<String> end = new CompletableFuture<>();
        service("inventory").on("/v1/stock-movements", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 10_000; i++) {
                    out.write(new byte[4_096]);
                }
                end.complete("wrote everything");
            } catch (IOException gone) {
                end.complete("stopped");
            }
        });
        try (RawHttp2 connection = new RawHttp2(gateway)) {
            int stream = connection.open(true, http2("GET", "/v1/stock-movements", token()));
            connection.send();
            var _ = trickle(() -> connection.take(stream, 3_000));
            assertThat(end.get(20, TimeUnit.SECONDS)).isEqualTo("stopped");
        }
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return CLIENT.send(
                request(path, token()).POST(BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private interface Sending {
        void send() throws IOException;
    }

    /** Until the other side has had enough, at most ten seconds. */
    private static CompletableFuture<Void> trickle(Sending sending) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        for (int i = 0; i < 40; i++) {
                            sending.send();
                            Thread.sleep(250);
                        }
                    } catch (IOException closed) {
                        // As it should be.
                    } catch (InterruptedException interrupted) {
                        throw new IllegalStateException(interrupted);
                    }
                },
                Thread::startVirtualThread);
    }
}
