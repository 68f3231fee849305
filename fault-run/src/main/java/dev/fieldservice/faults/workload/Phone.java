package dev.fieldservice.faults.workload;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.players.client.Addresses;
import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.CallFailed;
import dev.fieldservice.players.client.Driver;
import dev.fieldservice.players.client.Interrupted;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.client.SignIn;
import dev.fieldservice.players.client.Together;
import dev.fieldservice.players.client.Transport;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * How people reach the gateway: as from a lift. What gets no answer is sent again under the same key until it is answered,
 * and every answer is written down.
 */
public class Phone implements Driver {

    /** Longer than any fault of a run lasts: who waits this long was given up on by the product, not by the network. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final Duration FIRST_LOOK = Duration.ofMillis(40);
    private static final Duration SLOWEST_LOOK = Duration.ofMillis(400);
    private static final Duration BEFORE_REPEATING = Duration.ofMillis(300);

    private final Transport http;
    private final SignIn signIn;
    private final Api gateway;
    private final Calls calls;

    public Phone(Transport http, Addresses stack, SignIn signIn, Calls calls) {
        this.http = http;
        this.signIn = signIn;
        this.gateway = new Api(http, signIn, stack.gateway());
        this.calls = calls;
    }

    /** The same phone for somebody who uses it another way. */
    Phone(Phone phone) {
        this.http = phone.http;
        this.signIn = phone.signIn;
        this.gateway = phone.gateway;
        this.calls = phone.calls;
    }

    @Override
    @CanIgnoreReturnValue
    public Answer tryPost(Player who, String path, String body) {
        return tryPost(who, path, body, UUID.randomUUID().toString());
    }

    private Answer tryPost(Player who, String path, String body, String key) {
        Call call = calls.open(who, path, key);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Answer reply = send(who, gateway.command(who, path, key, body));
            if (!reply.isUnknown() && reply.status() != 401) {
                call.answered(reply);
                return reply;
            }
            call.unanswered();
            pauseUnless(System.nanoTime() > end, who, path, reply);
        }
    }

    /** One command sent so many times at once under one key; it must have been carried out, and answered alike. */
    Answer insist(int times, Player who, String path, String body) {
        String key = UUID.randomUUID().toString();
        List<Answer> replies = Together.all(
                Collections.nCopies(times, () -> Driver.required(tryPost(who, path, body, key), "POST " + path, who)));
        if (replies.stream().map(reply -> reply.text("/id")).distinct().count() != 1) {
            throw new CallFailed("One key got different answers: " + replies);
        }
        return replies.getFirst();
    }

    /** As many commands at once, each under a key of its own, of which one can be carried out. */
    Answer race(int times, Player who, String path, String body) {
        List<Answer> replies = Together.all(Collections.nCopies(times, () -> tryPost(who, path, body)));
        return replies.get(Together.winner(replies, path));
    }

    /** What a person edits: where it has changed meanwhile, or the answer was lost, it is read and edited again. */
    @Override
    @CanIgnoreReturnValue
    public Answer edit(Player who, String screen, String path, String body) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String etag = read(who, screen).etag();
            Answer reply = send(who, gateway.change(who, path, etag, body));
            if (reply.isOk() || reply.isRefused() && reply.status() != 412) {
                return Driver.required(reply, "PUT " + path, who);
            }
            pauseUnless(System.nanoTime() > end, who, path, reply);
        }
    }

    /** The same file to the same address until it is answered; whether it is there once is for the address to see to. */
    @Override
    @CanIgnoreReturnValue
    public Answer upload(Player who, String path, String mediaType, byte[] file) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        calls.uploading(path);
        while (true) {
            Answer reply = send(who, gateway.file(who, path, mediaType, file));
            if (!reply.isUnknown() && reply.status() != 401) {
                Driver.required(reply, "PUT " + path, who);
                calls.uploaded(path);
                return reply;
            }
            pauseUnless(System.nanoTime() > end, who, path, reply);
        }
    }

    /** Looks until somebody answers, whatever the answer. */
    @Override
    public Answer get(Player who, String path) {
        return await(who, path, reply -> true);
    }

    @Override
    @CanIgnoreReturnValue
    public Answer await(Player who, String path, Predicate<Answer> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Duration pause = FIRST_LOOK;
        while (true) {
            Answer reply = send(who, gateway.call("GET", who, path));
            if (!reply.isUnknown() && reply.status() != 401 && wanted.test(reply)) {
                return reply;
            }
            if (System.nanoTime() > end) {
                throw new CallFailed("After " + PATIENCE.toSeconds() + " s GET " + path + " still answers " + reply);
            }
            Interrupted.pause(pause);
            pause = pause.compareTo(SLOWEST_LOOK) < 0 ? pause.multipliedBy(2) : pause;
        }
    }

    /** One look, whatever comes and in whatever form; for those who try what they may not. */
    public Answer glance(Player who, URI service, String path) {
        return http.attempt(
                new Api(http, signIn, service).call("GET", who, path).without("Accept"));
    }

    private Answer send(Player who, dev.fieldservice.players.client.Call call) {
        Answer answer = http.attempt(call);
        calls.count(call.toString(), answer);
        if (answer.status() == 401) {
            signIn.forget(who.user());
        }
        return answer;
    }

    private static void pauseUnless(boolean tooLate, Player who, String path, Answer last) {
        if (tooLate) {
            throw new CallFailed(
                    "For " + PATIENCE.toSeconds() + " s " + path + " by " + who.user() + " was answered " + last);
        }
        Interrupted.pause(BEFORE_REPEATING);
    }
}
