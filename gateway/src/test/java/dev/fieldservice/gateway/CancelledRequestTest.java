package dev.fieldservice.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.gateway.standins.RawHttp2;
import dev.fieldservice.gateway.standins.StandInService;
import io.quarkus.test.junit.QuarkusTest;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Clients that leave before they are answered. The pool to a service holds 8 connections. */
@QuarkusTest
class CancelledRequestTest extends GatewayTest {

    private static final int MANY = 60;

    @Test
    void streamsThatAreOpenedAndResetAtOnceUseNothingUp() throws Exception {
        for (String method : List.of("GET", "POST")) {
            String rusher = token();
            try (RawHttp2 connection = new RawHttp2(gateway)) {
                for (int i = 0; i < MANY; i++) {
                    boolean isWhole = method.equals("GET");
                    connection.reset(connection.open(isWhole, http2(method, "/v1/parts", rusher)));
                }
                connection.send();
                assertOthersAreServed();
            }
        }
    }

    @Test
    void streamsThatAreResetWhileTheServiceWorksUseNothingUp() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        service("inventory").on("/v1/pieces", exchange -> {
            var _ = await(over);
            exchange.close();
        });
        String rusher = token();
        try (RawHttp2 connection = new RawHttp2(gateway)) {
            for (int round = 0; round < 4; round++) {
                List<Integer> streams = new ArrayList<>();
                for (int i = 0; i < 6; i++) {
                    streams.add(connection.open(true, http2("GET", "/v1/pieces", rusher)));
                }
                connection.send();
                Thread.sleep(100);
                for (int stream : streams) {
                    connection.reset(stream);
                }
                connection.send();
            }
            assertOthersAreServed();
        }
        over.countDown();
    }

    /** Three of a caller's are asked at a time here. */
    @Test
    void whatIsCancelledBeforeItsTurnIsNeverAskedAndTheOthersGetTheirs() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        service("inventory").on("/v1/pieces", exchange -> {
            asked.incrementAndGet();
            var _ = await(over);
            StandInService.answer(exchange, 200, "application/json", "{}");
        });
        String rusher = token();
        assertThat(get("/v1/parts", rusher).statusCode()).isEqualTo(200);
        try (RawHttp2 connection = new RawHttp2(gateway)) {
            List<Integer> streams = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                streams.add(connection.open(true, http2("GET", "/v1/pieces", rusher)));
            }
            connection.send();
            eventually(() -> asked.get() == 3);
            assertOthersAreServed();
            connection.reset(streams.get(0)); // has had its turn
            connection.reset(streams.get(3)); // waits for it
            connection.reset(streams.get(4));
            connection.send();
            eventually(() -> asked.get() == 4); // the turn of the first is the last one's
            over.countDown();
            for (int stream : List.of(streams.get(5), streams.get(2), streams.get(1))) {
                assertThat(connection.answer(stream)).contains(":status: 200");
            }
            assertThat(asked).hasValue(4);
            assertThat(connection.answer(connection.open(true, http2("GET", "/v1/parts", rusher))))
                    .contains(":status: 200");
        }
    }

    /** Three of a caller's are asked at a time here: whoever leaves and asks anew waits while the service goes on with those. */
    @Test
    void whatIsCancelledWhileTheServiceIsAskedKeepsItsTurnForAMoment() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        service("inventory").on("/v1/pieces", exchange -> {
            asked.incrementAndGet();
            var _ = await(over);
            StandInService.answer(exchange, 200, "application/json", "{}");
        });
        String rusher = token();
        try (RawHttp2 connection = new RawHttp2(gateway)) {
            List<Integer> streams = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                streams.add(connection.open(true, http2("GET", "/v1/pieces", rusher)));
            }
            connection.send();
            eventually(() -> asked.get() == 3);
            long left = System.nanoTime();
            for (int stream : streams) {
                connection.reset(stream);
            }
            int next = connection.open(true, http2("GET", "/v1/pieces", rusher));
            connection.send();
            eventually(() -> asked.get() == 4);
            assertThat(System.nanoTime() - left).isGreaterThanOrEqualTo(100_000_000L);
            over.countDown();
            assertThat(connection.answer(next)).contains(":status: 200");
        }
    }

    /** Three of a caller's are asked at a time here, of each service. */
    @Test
    void whoWaitsForOneServiceIsAnsweredByTheOthers() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        service("inventory").on("/v1/pieces", exchange -> {
            asked.incrementAndGet();
            var _ = await(over);
            StandInService.answer(exchange, 200, "application/json", "{}");
        });
        String patient = token();
        try (RawHttp2 connection = new RawHttp2(gateway)) {
            List<Integer> streams = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                streams.add(connection.open(true, http2("GET", "/v1/pieces", patient)));
            }
            connection.send();
            eventually(() -> asked.get() == 3);
            assertThat(connection.answer(connection.open(true, http2("GET", "/v1/work-orders", patient))))
                    .contains(":status: 200");
            over.countDown();
            for (int stream : streams) {
                assertThat(connection.answer(stream)).contains(":status: 200");
            }
        }
    }

    @Test
    void connectionsThatAreClosedAtOnceUseNothingUp() throws Exception {
        String rusher = token();
        for (int i = 0; i < MANY; i++) {
            try (Socket socket = connect()) {
                socket.getOutputStream()
                        .write(("GET /v1/parts HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer " + rusher
                                        + "\r\n\r\n")
                                .getBytes(StandardCharsets.UTF_8));
            }
        }
        assertOthersAreServed();
    }

    @Test
    void whoLeavesDoesNotHangUpOnWhoeverUsesTheConnectionNext() throws Exception {
        // In pieces, the last of which nobody takes: the service has answered in full, the client has not got it.
        service("inventory").on("/v1/stock-levels", exchange -> {
            exchange.sendResponseHeaders(200, 3_000);
            for (int piece = 0; piece < 3; piece++) {
                exchange.getResponseBody().write(new byte[1_000]);
                exchange.getResponseBody().flush();
                pause(20);
            }
            exchange.close();
        });
        CountDownLatch left = new CountDownLatch(1);
        service("inventory").on("/v1/stock-receipts", exchange -> {
            exchange.getRequestBody().readAllBytes();
            var _ = await(left);
            StandInService.answer(exchange, 201, "application/json", "{}");
        });
        try (RawHttp2 slow = new RawHttp2(gateway, 0)) {
            List<Integer> unread = new ArrayList<>();
            List<CompletableFuture<HttpResponse<String>>> commands = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                unread.add(slow.open(true, http2("GET", "/v1/stock-levels", token())));
                slow.send();
                Thread.sleep(200);
                commands.add(CLIENT.sendAsync(
                        request("/v1/stock-receipts", token())
                                .POST(BodyPublishers.ofString("{}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString()));
                Thread.sleep(100);
            }
            for (int stream : unread) {
                slow.reset(stream);
            }
            slow.send();
            Thread.sleep(300);
            left.countDown();
            assertThat(commands)
                    .allSatisfy(
                            command -> assertThat(command.join().statusCode()).isEqualTo(201));
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void assertOthersAreServed() throws Exception {
        for (int i = 0; i < 10; i++) {
            long start = System.nanoTime();
            assertThat(get("/v1/parts", token()).statusCode()).isEqualTo(200);
            assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
        }
    }
}
