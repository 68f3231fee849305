package dev.fieldservice.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.local.LocalStack;
import dev.fieldservice.local.testing.RunningStack;
import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Client;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.client.SignIn;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What one client does harms no other: it is answered as before, and about as fast. */
@Tag("long")
@ExtendWith(RunningStack.class)
class HostileClientTest {

    /** More than there are connections to a service. */
    private static final int MANY = 140;

    /** Requests a second that the gateway takes of one caller where nothing else is set, asked for in batches. */
    private static final int RATE = 100;

    private static final int BATCH = 10;

    private static final int LOOKS = 300;

    /** Below this a difference between two measurements says nothing on a machine that others use. */
    private static final Duration NOISE = Duration.ofMillis(250);

    private Api api;
    private URI gateway;
    private String hostile;
    private HttpClient http;

    @BeforeEach
    void everybodySignsIn(LocalStack stack) {
        api = new Api(stack.address());
        gateway = stack.address().gateway();
        hostile = new SignIn(stack.address(), new Client()).token(Player.TUDOR.user());
        http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        // Who is measured first would wait for what the services do for the first time.
        var _ = slowestOfMost(() -> true);
        // The first request changes to HTTP/2, so that all others are streams of one connection.
        assertThat(http.sendAsync(read().build(), BodyHandlers.discarding())
                        .join()
                        .statusCode())
                .isLessThan(500);
    }

    @AfterEach
    void theClientIsGone() {
        http.shutdownNow();
    }

    /** As much as one caller may ask for: many at once to begin with, then as many as the gateway lets through in the long run. */
    @Test
    void whoCancelsWhatItAsksForHarmsNobody() throws Exception {
        Duration quiet = slowestOfMost(() -> true);
        try (ScheduledExecutorService attacker = Executors.newSingleThreadScheduledExecutor()) {
            assertThat(askAndCancel(MANY)).isTrue();
            ScheduledFuture<?> attack = attacker.scheduleAtFixedRate(
                    () -> assertThat(askAndCancel(BATCH)).isTrue(), 0, BATCH * 1000L / RATE, TimeUnit.MILLISECONDS);
            Duration attacked = slowestOfMost(() -> !attack.isDone());
            attack.cancel(false);
            requireHarmless("cancelled requests", quiet, attacked);
        }
    }

    private boolean askAndCancel(int times) {
        List<CompletableFuture<?>> asked = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            asked.add(http.sendAsync(read().build(), BodyHandlers.discarding()));
        }
        asked.forEach(request -> request.cancel(true));
        return asked.stream().allMatch(CompletableFuture::isDone);
    }

    @Test
    void whoSendsABodyByteByByteHarmsNobody() throws Exception {
        Duration quiet = slowestOfMost(() -> true);
        List<SubmissionPublisher<ByteBuffer>> bodies = new ArrayList<>();
        List<CompletableFuture<?>> asked = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            SubmissionPublisher<ByteBuffer> body = new SubmissionPublisher<>();
            bodies.add(body);
            asked.add(http.sendAsync(write(BodyPublishers.fromPublisher(body)).build(), BodyHandlers.discarding()));
        }
        Duration attacked = slowestOfMost(() -> {
            bodies.forEach(body -> body.offer(ByteBuffer.wrap(new byte[] {' '}), null));
            return true;
        });
        requireHarmless("bodies byte by byte", quiet, attacked);

        // And not for ever either: all of them are answered or broken off.
        CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
                .exceptionally(brokenOff -> null)
                .get(90, TimeUnit.SECONDS);
        bodies.forEach(SubmissionPublisher::close);
    }

    private static void requireHarmless(String attack, Duration quiet, Duration attacked) {
        System.out.printf(
                "%s: p99 of another caller %d ms, quiet %d ms%n", attack, attacked.toMillis(), quiet.toMillis());
        assertThat(attacked).isLessThan(quiet.multipliedBy(2).plus(NOISE));
    }

    /** The 99th percentile of what another caller waits for, who must get what it asks for each time. */
    private Duration slowestOfMost(BooleanSupplier meanwhile) {
        long[] nanos = new long[LOOKS];
        for (int i = 0; i < LOOKS; i++) {
            assertThat(meanwhile.getAsBoolean()).isTrue();
            long start = System.nanoTime();
            Answer answer = api.get(Player.DANA, "/v1/service-orders?limit=1");
            nanos[i] = System.nanoTime() - start;
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        }
        Arrays.sort(nanos);
        return Duration.ofNanos(nanos[LOOKS * 99 / 100 - 1]);
    }

    private HttpRequest.Builder read() {
        return request("/v1/service-orders?limit=1").GET();
    }

    private HttpRequest.Builder write(BodyPublisher body) {
        return request("/v1/crews").header("Content-Type", "application/json").POST(body);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .header("Authorization", "Bearer " + hostile)
                .timeout(Duration.ofSeconds(80));
    }
}
