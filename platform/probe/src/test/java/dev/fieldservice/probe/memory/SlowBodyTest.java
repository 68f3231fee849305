package dev.fieldservice.probe.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.testing.Http;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.Tokens;
import dev.fieldservice.probe.ProbeServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Heads and bodies that come slowly, or not to their end, at a service's own port. Here each may take two seconds. */
@QuarkusTest
@WithTestResource(ProbeServers.class)
class SlowBodyTest {

    private static final Logger ANSWERS = Logger.getLogger("dev.fieldservice.platform.problems.ProblemMapper");

    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Handler reader = new Handler() {
        @Override
        public void publish(LogRecord line) {
            faults.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @TestHTTPResource
    URI service;

    @BeforeEach
    void read() {
        ANSWERS.addHandler(reader);
    }

    @AfterEach
    void stopReading() {
        ANSWERS.removeHandler(reader);
    }

    @Test
    void aHeadThatTricklesIsNotWaitedForAndItsConnectionIsClosed() throws Exception {
        try (RawRequest request = new RawRequest(service)) {
            request.send("GET /v1/notes HTTP/1.1\r\nX-Note: ");
            CompletableFuture<Void> trickle = trickle(request);
            assertThat(request.untilTheEnd()).isEmpty();
            trickle.join();
        }
    }

    @Test
    void aConnectionThatIsKeptForTheNextRequestIsNot() throws Exception {
        String ask = RawRequest.get("/v1/notes?limit=1", Tokens.of(Person.DANA));
        try (RawRequest request = new RawRequest(service)) {
            request.send(ask);
            assertThat(request.body(Duration.ZERO)).isNotEmpty();
            Thread.sleep(Duration.ofSeconds(3));
            request.send(ask);
            assertThat(request.status()).isEqualTo(200);
        }
    }

    @Test
    void aBodyThatTricklesIsNotWaitedForAndItsConnectionIsClosed() throws Exception {
        try (RawRequest request = new RawRequest(service)) {
            request.send(RawRequest.post("/v1/notes", Tokens.of(Person.DANA), 5000));
            CompletableFuture<Void> trickle = trickle(request);
            assertThat(request.untilTheEnd()).startsWith("HTTP/1.1 408").contains("\"code\":\"request-timeout\"");
            trickle.join();
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void aBodyThatStallsForAMomentArrives() throws Exception {
        String body = "{\"title\":\"Leaky chiller " + UUID.randomUUID() + "\"}";
        try (RawRequest request = new RawRequest(service)) {
            request.send(RawRequest.post("/v1/notes", Tokens.of(Person.DANA), body.length()) + body.substring(0, 9));
            Thread.sleep(Duration.ofMillis(700));
            request.send(body.substring(9));
            assertThat(request.status()).isEqualTo(201);
        }
    }

    @Test
    void whoLeavesInTheMiddleIsNoFault() throws Exception {
        try (RawRequest request = new RawRequest(service)) {
            request.send(RawRequest.post("/v1/notes", Tokens.of(Person.DANA), 5000) + "{");
            Thread.sleep(Duration.ofMillis(300));
        }
        Thread.sleep(Duration.ofMillis(500));
        Http.post(Person.DANA, "/v1/notes", Map.of("title", "Leaky chiller " + UUID.randomUUID()))
                .then()
                .statusCode(201);
        assertThat(faults).isEmpty();
    }

    @Test
    void anUploadThatTricklesIsNotWaitedForAndItsConnectionIsClosed() throws Exception {
        String note = note();
        try (RawRequest small = new RawRequest(service);
                RawRequest large = new RawRequest(service)) {
            small.send(RawRequest.upload(note, Tokens.of(Person.DANA), 500));
            large.send(RawRequest.upload(note, Tokens.of(Person.DANA), 500_000));
            List<CompletableFuture<Void>> trickles = List.of(trickle(small), trickle(large));
            for (RawRequest request : List.of(small, large)) {
                assertThat(request.untilTheEnd()).startsWith("HTTP/1.1 408").contains("\"code\":\"request-timeout\"");
            }
            trickles.forEach(CompletableFuture::join);
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void anUploadThatComesSlowlyButSteadilyArrives() throws Exception {
        try (RawRequest request = new RawRequest(service)) {
            request.send(RawRequest.upload(note(), Tokens.of(Person.DANA), 10_000));
            for (int i = 0; i < 50; i++) {
                request.send("x".repeat(200));
                Thread.sleep(100);
            }
            assertThat(request.status()).isEqualTo(200);
        }
    }

    @Test
    void whoIsRefusedKeepsNoConnectionByABodyThatTrickles() throws Exception {
        try (RawRequest request = new RawRequest(service)) {
            request.send(RawRequest.post("/v1/notes", "no-token", 5000));
            CompletableFuture<Void> trickle = trickle(request);
            long start = System.nanoTime();
            assertThat(request.untilTheEnd()).startsWith("HTTP/1.1 401");
            assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(8));
            trickle.join();
        }
    }

    private static String note() {
        return Http.post(Person.DANA, "/v1/notes", Map.of("title", "Leaky chiller " + UUID.randomUUID()))
                .then()
                .extract()
                .path("id");
    }

    /** Until the other side has had enough, at most ten seconds. */
    private static CompletableFuture<Void> trickle(RawRequest request) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        for (int i = 0; i < 40; i++) {
                            request.send(" ");
                            Thread.sleep(250);
                        }
                    } catch (IOException closed) {
                        // As it should be
                    } catch (InterruptedException interrupted) {
                        throw new IllegalStateException(interrupted);
                    }
                },
                Thread::startVirtualThread);
    }
}
