package dev.fieldservice.bench.stack;

import dev.fieldservice.bench.measure.Unmeasurable;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** A REST API of ours: the gateway's, or a single service's. */
public final class Api {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final Http http;
    private final URI address;

    Api(Http http, URI address) {
        this.http = http;
        this.address = address;
    }

    public Http.Reply get(Person who, String path) {
        return http.send(HttpMethod.GET, uri(path), headers(who, Map.of()), "");
    }

    /** A command with a key of its own, whatever the answer. */
    public Http.Reply tryPost(Person who, String path, String body) {
        var more = new HashMap<String, String>();
        more.put("Idempotency-Key", UUID.randomUUID().toString());
        if (!body.isEmpty()) {
            more.put("Content-Type", "application/json");
        }
        return http.send(HttpMethod.POST, uri(path), headers(who, more), body);
    }

    /** A command that has to be carried out. */
    public Http.Reply post(Person who, String path, String body) {
        return tryPost(who, path, body).required("POST " + path);
    }

    public String create(Person who, String path, String body) {
        return post(who, path, body).text("/id");
    }

    public Http.Reply put(Person who, String path, String etag, String body) {
        var more = Map.of("If-Match", etag, "Content-Type", "application/json");
        return http.send(HttpMethod.PUT, uri(path), headers(who, more), body).required("PUT " + path);
    }

    public Http.Reply await(Person who, String path, Predicate<Http.Reply> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        var last = get(who, path);
        while (!wanted.test(last)) {
            if (System.nanoTime() > end) {
                throw new Unmeasurable("After %d s GET %s still answers %d %s"
                        .formatted(PATIENCE.toSeconds(), path, last.status(), last.body()));
            }
            pause();
            last = get(who, path);
        }
        return last;
    }

    private URI uri(String path) {
        return URI.create(address + path);
    }

    private static Map<String, String> headers(Person who, Map<String, String> more) {
        var headers = new HashMap<>(more);
        headers.put("Authorization", "Bearer " + who.token());
        return headers;
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unmeasurable("interrupted");
        }
    }
}
