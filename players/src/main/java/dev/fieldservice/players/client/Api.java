package dev.fieldservice.players.client;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Predicate;

/** A REST API of a running stack, the gateway's or a single service's, called as one of the {@link Player}s. */
public final class Api implements Sender {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final Transport http;
    private final SignIn signIn;
    private final URI address;

    public Api(Transport http, SignIn signIn, URI address) {
        this.http = http;
        this.signIn = signIn;
        this.address = address;
    }

    private Api(Transport http, Addresses stack) {
        this(http, new SignIn(stack, http), stack.gateway());
    }

    /** The gateway's. */
    public Api(Addresses stack) {
        this(new Client(), stack);
    }

    /** A call that did not go as it should, told so that a person can act on it. */
    public static final class CallFailed extends RuntimeException {
        public CallFailed(String message) {
            super(message);
        }
    }

    /** Whatever the answer. */
    public Answer get(Player who, String path) {
        return http.send(call("GET", who, path));
    }

    /** A read that has to be answered with what was asked for. */
    @CanIgnoreReturnValue
    public Answer read(Player who, String path) {
        return required(get(who, path), "GET " + path, who);
    }

    /** A command that may be refused. */
    public Answer tryPost(Player who, String path, String body) {
        return http.send(command(who, path, UUID.randomUUID().toString(), body));
    }

    @Override
    @CanIgnoreReturnValue
    public Answer post(Player who, String path, String body) {
        return required(tryPost(who, path, body), "POST " + path, who);
    }

    /** A conflict will do: what was to be made is there. */
    public Answer postIfMissing(Player who, String path, String body) {
        var answer = tryPost(who, path, body);
        return answer.status() == 409 ? answer : required(answer, "POST " + path, who);
    }

    @CanIgnoreReturnValue
    public Answer put(Player who, String path, String etag, String body) {
        return required(http.send(change(who, path, etag, body)), "PUT " + path, who);
    }

    /** Looks until the answer is as wanted; fails with the last answer when patience ends. */
    @CanIgnoreReturnValue
    public Answer await(Player who, String path, Predicate<Answer> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        var last = get(who, path);
        while (!wanted.test(last)) {
            if (System.nanoTime() > end) {
                throw new CallFailed("After %d s GET %s still answers %s".formatted(PATIENCE.toSeconds(), path, last));
            }
            Interrupted.pause(BETWEEN_LOOKS);
            last = get(who, path);
        }
        return last;
    }

    /** Looks until the list has an item; its id. */
    public String awaitFirst(Player who, String list) {
        return await(who, list, found -> !found.text("/items/0/id").isEmpty()).text("/items/0/id");
    }

    public Call call(String method, Player who, String path) {
        return Call.of(method, address, path).as(signIn.token(who.user())).with("Accept", "application/json");
    }

    /** @param body JSON, or empty for none */
    public Call command(Player who, String path, String key, String body) {
        var call = call("POST", who, path).with("Idempotency-Key", key);
        return body.isEmpty() ? call : call.json(body);
    }

    public Call change(Player who, String path, String etag, String body) {
        return call("PUT", who, path).with("If-Match", etag).json(body);
    }

    private static Answer required(Answer answer, String call, Player who) {
        if (!answer.isOk()) {
            throw new CallFailed("%s by %s was answered %s".formatted(call, who.user(), answer));
        }
        return answer;
    }
}
