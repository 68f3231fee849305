package dev.fieldservice.players.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Somebody who may sign in and means no good: over one connection of HTTP/2, as much as the gateway takes of one caller. */
public final class HostileClient implements AutoCloseable {

    /** What it asks for. */
    public static final String PATH = "/v1/service-orders?limit=1";

    /** Longer than the gateway waits for a body. */
    private static final Duration PATIENCE = Duration.ofSeconds(80);

    private final URI gateway;
    private final Supplier<String> token;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
    private final List<SubmissionPublisher<ByteBuffer>> bodies = new ArrayList<>();
    private final List<CompletableFuture<?>> sent = new ArrayList<>();

    /** The first request changes to HTTP/2, so that all others are streams of one connection. */
    public HostileClient(URI gateway, Supplier<String> token) {
        this.gateway = gateway;
        this.token = token;
        int status = ask().join();
        if (status != 200) {
            throw new IllegalStateException("the first request is answered " + status);
        }
    }

    /** The status of the answer. */
    public CompletableFuture<Integer> ask() {
        return http.sendAsync(request(PATH).GET().build(), BodyHandlers.discarding())
                .thenApply(answer -> answer.statusCode());
    }

    /** So many at once, none of which it waits for. */
    public void askAndCancel(int times) {
        HttpRequest read = request(PATH).GET().build();
        List<CompletableFuture<?>> asked = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            asked.add(http.sendAsync(read, BodyHandlers.discarding()));
        }
        asked.forEach(request -> request.cancel(true));
    }

    /** Begins so many bodies, of which nothing comes but by {@link #sendOneByteMore}. */
    public void beginBodies(int many) {
        for (int i = 0; i < many; i++) {
            SubmissionPublisher<ByteBuffer> body = new SubmissionPublisher<>();
            bodies.add(body);
            sent.add(http.sendAsync(
                    request("/v1/crews")
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.fromPublisher(body))
                            .build(),
                    BodyHandlers.discarding()));
        }
    }

    /** Of each body. */
    public void sendOneByteMore() {
        bodies.forEach(body -> body.offer(ByteBuffer.wrap(new byte[] {' '}), null));
    }

    /** Whether all bodies that were begun were answered or broken off within this time. */
    public boolean isRidOfBodies(Duration patience) throws InterruptedException {
        try {
            var _ = CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
                    .exceptionally(brokenOff -> null)
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException defect) {
            throw new IllegalStateException(defect.getCause());
        } catch (TimeoutException held) {
            return false;
        }
        return true;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .header("Authorization", "Bearer " + token.get())
                .timeout(PATIENCE);
    }

    @Override
    public void close() {
        http.shutdownNow();
        bodies.forEach(SubmissionPublisher::close);
    }
}
