package dev.fieldservice.systemtests.faults.workload;

import dev.fieldservice.local.StackAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Signs people in, and renews their tokens early, so that Keycloak may be away for minutes without anybody noticing. */
public final class Tokens {

    /** Part of its life after which a token is renewed. */
    private static final double RENEWAL = 0.5;

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final Http http;
    private final StackAddress stack;
    private final Map<Person, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String text, long renewAt, long expires) {
        boolean isFresh() {
            return System.nanoTime() < renewAt;
        }

        boolean isAlive() {
            return System.nanoTime() < expires;
        }
    }

    public Tokens(Http http, StackAddress stack) {
        this.http = http;
        this.stack = stack;
    }

    /** Where Keycloak does not answer, the token at hand is used as long as it lives, and then one is waited for. */
    public String of(Person person) {
        Token known = tokens.get(person);
        while (known == null || !known.isFresh()) {
            Reply reply = signIn(person);
            if (reply.isOk()) {
                known = token(reply);
                tokens.put(person, known);
            } else if (known != null && known.isAlive()) {
                return known.text();
            } else {
                Interrupted.pause(BETWEEN_TRIES);
            }
        }
        return known.text();
    }

    /** Somebody did not accept it. */
    void discard(Person person) {
        tokens.remove(person);
    }

    /** Everybody signs in anew: for the moment after the keys were changed. */
    public void discardAll() {
        tokens.clear();
    }

    private Reply signIn(Person person) {
        return http.postForm(
                stack.tokenEndpoint(),
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "demo-cli",
                        "scope",
                        "openid",
                        "username",
                        person.user(),
                        "password",
                        Person.PASSWORD));
    }

    private static Token token(Reply reply) {
        long life = Duration.ofSeconds(reply.body().at("/expires_in").asLong()).toNanos();
        long now = System.nanoTime();
        return new Token(reply.text("/access_token"), now + (long) (life * RENEWAL), now + life);
    }
}
