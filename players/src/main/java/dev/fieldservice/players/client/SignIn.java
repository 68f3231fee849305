package dev.fieldservice.players.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gets tokens from the stack's own Keycloak, as its clients would, and renews them early, so that it may be away for
 * minutes without anybody noticing.
 */
public final class SignIn {

    private static final String DEMO = "grant_type=password&client_id=demo-cli&scope=openid&password=demo&username=";
    private static final String GATEWAY =
            "grant_type=client_credentials&client_id=gateway&client_secret=local-gateway-secret";
    private static final String OPERATOR = "grant_type=password&client_id=admin-cli&username=admin&password=admin";

    /** Part of its life after which a token is renewed. */
    private static final double RENEWAL = 0.5;

    /** Longer than anybody takes Keycloak away. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final Addresses stack;
    private final Transport http;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    /** Who signs in many times at once is taken for somebody who tries passwords, and refused. */
    private final Map<String, Object> doors = new ConcurrentHashMap<>();

    public SignIn(Addresses stack, Transport http) {
        this.stack = stack;
        this.http = http;
    }

    private record Token(String text, long renewAt, long expires) {

        static Token none() {
            return new Token("", System.nanoTime(), System.nanoTime());
        }

        static Token of(JsonNode granted) {
            long now = System.nanoTime();
            long life = Duration.ofSeconds(granted.at("/expires_in").asLong()).toNanos();
            return new Token(granted.at("/access_token").asText(), now + (long) (life * RENEWAL), now + life);
        }

        boolean isFresh() {
            return System.nanoTime() - renewAt < 0;
        }

        boolean isAlive() {
            return System.nanoTime() - expires < 0;
        }
    }

    /** The access token of a user of the demo realm. */
    public String token(String user) {
        return token(stack.tokenEndpoint(), DEMO + user);
    }

    /** All that a sign-in yields: access token, refresh token and ID token. */
    public JsonNode tokens(String user) {
        var answer = ask(stack.tokenEndpoint(), DEMO + user);
        if (!answer.isOk()) {
            throw refused(answer);
        }
        return answer.body();
    }

    /** Of somebody who is known and has no role at all. */
    public String tokenWithoutRole() {
        return token(stack.tokenEndpoint(), GATEWAY);
    }

    /** Of Keycloak's own administrator, which is another issuer's token for the services. */
    public String operatorToken() {
        return token(stack.tokenEndpoint().resolve("/realms/master/protocol/openid-connect/token"), OPERATOR);
    }

    /** Somebody did not accept it. */
    public void forget(String user) {
        tokens.remove(DEMO + user);
    }

    /** Everybody signs in anew: for the moment after the keys were changed. */
    public void forgetAll() {
        tokens.clear();
    }

    private String token(URI endpoint, String form) {
        var known = tokens.getOrDefault(form, Token.none());
        if (known.isFresh()) {
            return known.text();
        }
        synchronized (doors.computeIfAbsent(form, first -> new Object())) {
            return renewed(endpoint, form);
        }
    }

    /** Where Keycloak does not answer, the token at hand is used as long as it lives, and then one is waited for. */
    private String renewed(URI endpoint, String form) {
        var known = tokens.getOrDefault(form, Token.none());
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!known.isFresh()) {
            var answer = ask(endpoint, form);
            if (answer.isOk()) {
                known = Token.of(answer.body());
                tokens.put(form, known);
            } else if (known.isAlive()) {
                return known.text();
            } else if (!answer.isUnknown() || System.nanoTime() > end) {
                throw refused(answer);
            } else {
                Interrupted.pause(BETWEEN_TRIES);
            }
        }
        return known.text();
    }

    private Answer ask(URI endpoint, String form) {
        return http.attempt(Call.of("POST", endpoint, "")
                .sending("application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8)));
    }

    private static IllegalStateException refused(Answer answer) {
        return new IllegalStateException("Keycloak signs nobody in: " + answer);
    }
}
