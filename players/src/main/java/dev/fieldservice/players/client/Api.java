package dev.fieldservice.players.client;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Predicate;

/** A REST API of a running stack, the gateway's or a single service's, called as one of the {@link Player}s. */
public final class Api implements Driver {

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

    @Override
    public Answer get(Player who, String path) {
        return http.send(call("GET", who, path));
    }

    @Override
    public Answer tryPost(Player who, String path, String body) {
        return http.send(command(who, path, UUID.randomUUID().toString(), body));
    }

    @Override
    @CanIgnoreReturnValue
    public Answer edit(Player who, String screen, String path, String body) {
        var etag = read(who, screen).etag();
        return Driver.required(http.send(change(who, path, etag, body)), "PUT " + path, who);
    }

    @Override
    @CanIgnoreReturnValue
    public Answer upload(Player who, String path, String mediaType, byte[] file) {
        return Driver.required(http.send(file(who, path, mediaType, file)), "PUT " + path, who);
    }

    /** Makes something of a file, and says its id. */
    public String createOf(Player who, String path, String mediaType, byte[] file) {
        var made = http.send(call("POST", who, path)
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .sending(mediaType, file));
        return Driver.required(made, "POST " + path, who).text("/id");
    }

    /** Fails with the last answer when patience ends. */
    @Override
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

    public Call call(String method, Player who, String path) {
        return Call.of(method, address, path).as(signIn.token(who.user())).with("Accept", "application/json");
    }

    /** @param body JSON, or empty for none */
    public Call command(Player who, String path, String key, String body) {
        var call = call("POST", who, path).with("Idempotency-Key", key);
        return body.isEmpty() ? call : call.json(body);
    }

    public Call file(Player who, String path, String mediaType, byte[] file) {
        return call("PUT", who, path).sending(mediaType, file);
    }

    public Call change(Player who, String path, String etag, String body) {
        return call("PUT", who, path).with("If-Match", etag).json(body);
    }
}
