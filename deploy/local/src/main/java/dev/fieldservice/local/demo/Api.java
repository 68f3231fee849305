package dev.fieldservice.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fieldservice.local.StackAddress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** The gateway's REST API, called as one of the {@link Player}s. */
public final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(25);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final StackAddress stack;
    private final Map<Player, String> tokens = new EnumMap<>(Player.class);

    public Api(StackAddress stack) {
        this.stack = stack;
    }

    /** An answer, whatever its status. */
    public record Reply(int status, JsonNode body, String etag, String retryAfter) {

        public String text(String pointer) {
            return body.at(pointer).asText();
        }

        public boolean isOk() {
            return status / 100 == 2;
        }
    }

    /** A call that did not go as it should, told so that a person can act on it. */
    public static final class CallFailed extends RuntimeException {
        CallFailed(String message) {
            super(message);
        }
    }

    public Reply get(Player player, String path) {
        return send(player, request(player, path).GET(), "GET " + path);
    }

    /** A command with a key of its own; fails unless it is carried out. */
    public Reply post(Player player, String path, Object body) {
        return require(tryPost(player, path, body), "POST " + path, player);
    }

    /** A command that may be refused. */
    public Reply tryPost(Player player, String path, Object body) {
        HttpRequest.Builder request = request(player, path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text(body)));
        return send(player, request, "POST " + path);
    }

    public Reply put(Player player, String path, String etag, Object body) {
        HttpRequest.Builder request = request(player, path)
                .header("If-Match", etag)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(text(body)));
        return require(send(player, request, "PUT " + path), "PUT " + path, player);
    }

    /** Looks until the answer is as wanted; fails with the last answer when patience ends. */
    public Reply await(Player player, String path, Predicate<Reply> wanted, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        Reply last = get(player, path);
        while (!wanted.test(last)) {
            if (System.nanoTime() > end) {
                throw new CallFailed("After %d s GET %s still answers %d %s"
                        .formatted(patience.toSeconds(), path, last.status(), last.body()));
            }
            pause();
            last = get(player, path);
        }
        return last;
    }

    private static Reply require(Reply reply, String call, Player player) {
        if (!reply.isOk()) {
            throw new CallFailed(
                    "%s by %s was answered %d %s".formatted(call, player.user(), reply.status(), reply.body()));
        }
        return reply;
    }

    private HttpRequest.Builder request(Player player, String path) {
        return HttpRequest.newBuilder(URI.create(stack.gateway() + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + tokens.computeIfAbsent(player, this::signIn))
                .header("Accept", "application/json");
    }

    private String signIn(Player player) {
        String form = "grant_type=password&client_id=demo-cli&scope=openid&password=demo&username=" + player.user();
        HttpRequest.Builder request = HttpRequest.newBuilder(stack.tokenEndpoint())
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return require(send(player, request, "signing in"), "signing in", player)
                .text("/access_token");
    }

    private Reply send(Player player, HttpRequest.Builder request, String call) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            String etag = response.headers().firstValue("ETag").orElse("");
            String retryAfter = response.headers().firstValue("Retry-After").orElse("");
            return new Reply(response.statusCode(), read(response.body()), etag, retryAfter);
        } catch (IOException e) {
            throw new CallFailed("%s by %s got no answer: %s".formatted(call, player.user(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallFailed(call + " was interrupted");
        }
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return JSON.getNodeFactory().textNode(body);
        }
    }

    /** Bodies are JSON already or become it. */
    private static String text(Object body) {
        try {
            return body instanceof String json ? json : JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallFailed("interrupted");
        }
    }
}
