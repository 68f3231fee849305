package dev.fieldservice.gateway;

import static java.net.http.HttpResponse.BodyHandlers.ofInputStream;
import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fieldservice.gateway.standins.StandInService;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StreamingTest extends GatewayTest {

    private static final int MEGABYTE = 1 << 20;

    @Test
    void aLargePhotoArrivesByteForByte() throws Exception {
        byte[] photo = photo(10 * MEGABYTE);
        service("workorder").on("/v1/work-orders/1/photos", exchange -> {
            String digest = sha256(exchange.getRequestBody());
            StandInService.answer(exchange, 201, "text/plain", digest);
        });
        var announced = request("/v1/work-orders/1/photos", token())
                .header("Content-Type", "image/jpeg")
                .POST(BodyPublishers.ofByteArray(photo));
        assertThat(CLIENT.send(announced.build(), ofString()).body())
                .isEqualTo(sha256(new ByteArrayInputStream(photo)));
        var chunked = request("/v1/work-orders/1/photos", token())
                .header("Content-Type", "image/jpeg")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(photo)));
        assertThat(CLIENT.send(chunked.build(), ofString()).body()).isEqualTo(sha256(new ByteArrayInputStream(photo)));
    }

    @Test
    void aLargeDownloadArrivesByteForByte() throws Exception {
        byte[] report = photo(10 * MEGABYTE);
        service("workorder").on("/v1/work-orders/1/report", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(report);
            exchange.close();
        });
        HttpResponse<InputStream> response =
                CLIENT.send(request("/v1/work-orders/1/report", token()).build(), ofInputStream());
        assertThat(sha256(response.body())).isEqualTo(sha256(new ByteArrayInputStream(report)));
    }

    @Test
    void anAnswerIsPassedOnWhileItIsStillBeingWritten() throws Exception {
        CountDownLatch firstPartSeen = new CountDownLatch(1);
        service("dispatch").on("/v1/calendar", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("first ".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            boolean inTime = await(firstPartSeen);
            exchange.getResponseBody().write((inTime ? "second" : "too late").getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        HttpResponse<InputStream> response =
                CLIENT.send(request("/v1/calendar", token()).build(), ofInputStream());
        assertThat(new String(response.body().readNBytes(6), StandardCharsets.UTF_8))
                .isEqualTo("first ");
        firstPartSeen.countDown();
        assertThat(new String(response.body().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("second");
    }

    @Test
    void anUploadIsPassedOnWhileItIsStillBeingSent() throws Exception {
        CountDownLatch firstPartSeen = new CountDownLatch(1);
        service("workorder").on("/v1/work-orders/2/photos", exchange -> {
            exchange.getRequestBody().readNBytes(70_000);
            firstPartSeen.countDown();
            exchange.getRequestBody().readAllBytes();
            StandInService.answer(exchange, 201, "text/plain", "stored");
        });
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            out.write(head("POST", "/v1/work-orders/2/photos", "Content-Length: 70005"));
            // More than is held until it is whole
            out.write(new byte[70_000]);
            assertThat(await(firstPartSeen)).isTrue();
            // Longer than the service may take to answer: the time of a slow uplink is not counted against it.
            Thread.sleep(2_500);
            out.write("later".getBytes(StandardCharsets.UTF_8));
            assertThat(firstLine(socket)).isEqualTo("HTTP/1.1 201 Created");
        }
    }

    @Test
    void aClientThatAsksFirstIsToldToContinue() throws Exception {
        try (Socket socket = connect()) {
            socket.getOutputStream()
                    .write(head("POST", "/v1/tickets/5/comments", "Content-Length: 2\r\nExpect: 100-continue"));
            assertThat(firstLine(socket)).isEqualTo("HTTP/1.1 100 Continue");
            assertThat(firstLine(socket)).isEmpty();
            socket.getOutputStream().write("{}".getBytes(StandardCharsets.UTF_8));
            assertThat(firstLine(socket)).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @Test
    void aClientThatLeavesStopsTheServiceFromWritingOn() throws Exception {
        CompletableFuture<String> end = new CompletableFuture<>();
        service("inventory").on("/v1/stock-movements", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 1_000; i++) {
                    out.write(photo(MEGABYTE));
                }
                end.complete("wrote everything");
            } catch (IOException gone) {
                end.complete("stopped");
            }
        });
        try (Socket socket = connect()) {
            socket.getOutputStream().write(head("GET", "/v1/stock-movements", "Accept: */*"));
            assertThat(firstLine(socket)).isEqualTo("HTTP/1.1 200 OK");
        }
        assertThat(end.get(10, TimeUnit.SECONDS)).isEqualTo("stopped");
        assertThat(get("/v1/parts", token()).statusCode()).isEqualTo(200);
    }

    @Test
    void clientsThatLeaveInTheMiddleOfAnUploadUseNothingUp() throws Exception {
        for (int i = 0; i < 20; i++) {
            try (Socket socket = connect()) {
                socket.getOutputStream().write(head("POST", "/v1/stock-receipts", "Content-Length: 1000"));
                socket.getOutputStream().write("half of it".getBytes(StandardCharsets.UTF_8));
                Thread.sleep(20);
            }
        }
        // More than the pool holds have been left behind; were they kept, this would wait for a connection in vain.
        assertThat(get("/v1/parts", token()).statusCode()).isEqualTo(200);
    }

    @Test
    void anAnswerThatBreaksOffIsSeenToBreakOff() throws Exception {
        service("dispatch").on("/v1/crews", exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write("only a part".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            exchange.close();
        });
        assertThatThrownBy(() -> get("/v1/crews", token())).isInstanceOf(IOException.class);
        assertThat(get("/v1/technicians", token()).statusCode()).isEqualTo(200);
    }

    @Test
    void anAnswerThatFallsSilentIsCutOff() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        service("dispatch").on("/v1/territories", exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write("only a part".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            boolean cutOff = await(over);
            assertThat(cutOff).isTrue();
            exchange.close();
        });
        assertThatThrownBy(() -> get("/v1/territories", token())).isInstanceOf(IOException.class);
        over.countDown();
    }

    private byte[] head(String method, String path, String headers) {
        return (method + " " + path + " HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer " + token() + "\r\n"
                        + headers + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String firstLine(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = socket.getInputStream().read();
                c != '\n' && c != -1;
                c = socket.getInputStream().read()) {
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }

    private static byte[] photo(int size) {
        byte[] bytes = new byte[size];
        new Random(42).nextBytes(bytes);
        return bytes;
    }

    private static String sha256(InputStream in) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
