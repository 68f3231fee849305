package dev.fieldservice.systemtests.faults.workload;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.local.StackAddress;
import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Interrupted;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.client.SignIn;
import dev.fieldservice.players.client.Together;
import dev.fieldservice.players.client.Transport;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/**
 * How people reach the gateway: as from a lift. What gets no answer is sent again under the same key until it is answered,
 * and every answer is written down.
 */
public final class Phone {

    /** Longer than any fault of a run lasts: who waits this long was given up on by the product, not by the network. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final Duration FIRST_LOOK = Duration.ofMillis(40);
    private static final Duration SLOWEST_LOOK = Duration.ofMillis(400);
    private static final Duration BEFORE_REPEATING = Duration.ofMillis(300);

    private final Transport http;
    private final SignIn signIn;
    private final Api gateway;
    private final Calls calls;

    public Phone(Transport http, StackAddress stack, SignIn signIn, Calls calls) {
        this.http = http;
        this.signIn = signIn;
        this.gateway = new Api(http, signIn, stack.gateway());
        this.calls = calls;
    }

    /** Something was not carried out although it should have been, or not answered for minutes. */
    public static final class GaveUp extends RuntimeException {
        public GaveUp(String message) {
            super(message);
        }
    }

    /** A command that must be carried out. */
    @CanIgnoreReturnValue
    public Answer command(Player who, String path, String body) {
        return demand(tryCommand(who, path, body), who, path);
    }

    /** A command that may be refused. */
    @CanIgnoreReturnValue
    public Answer tryCommand(Player who, String path, String body) {
        return tryCommand(who, path, body, UUID.randomUUID().toString());
    }

    private Answer tryCommand(Player who, String path, String body, String key) {
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
    @CanIgnoreReturnValue
    public Answer insist(int times, Player who, String path, String body) {
        String key = UUID.randomUUID().toString();
        List<Answer> replies = Together.all(copies(times, () -> demand(tryCommand(who, path, body, key), who, path)));
        if (replies.stream().map(reply -> reply.text("/id")).distinct().count() != 1) {
            throw new GaveUp("One key got different answers: " + replies);
        }
        return replies.getFirst();
    }

    /** As many commands at once, each under a key of its own, of which one can be carried out. */
    @CanIgnoreReturnValue
    public Answer race(int times, Player who, String path, String body) {
        return winner(Together.all(copies(times, () -> tryCommand(who, path, body))), path);
    }

    /** The reply of the only one that was carried out. */
    public static Answer winner(List<Answer> replies, String what) {
        List<Answer> carriedOut = replies.stream().filter(Answer::isOk).toList();
        if (carriedOut.size() != 1) {
            throw new GaveUp(carriedOut.size() + " of " + replies.size() + " were carried out at once: " + what + ": "
                    + replies);
        }
        return carriedOut.getFirst();
    }

    private static <T> List<Callable<T>> copies(int times, Callable<T> call) {
        return java.util.Collections.nCopies(times, call);
    }

    /** What a person edits: where it has changed meanwhile, or the answer was lost, it is read and edited again. */
    public void edit(Player who, String resource, String path, String body) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String etag = read(who, resource).etag();
            Answer reply = send(who, gateway.change(who, path, etag, body));
            if (reply.isOk()) {
                return;
            }
            if (reply.isRefused() && reply.status() != 412) {
                throw new GaveUp("PUT " + path + " by " + who.user() + " was answered " + reply);
            }
            pauseUnless(System.nanoTime() > end, who, path, reply);
        }
    }

    /** Looks until somebody answers, whatever the answer. */
    public Answer read(Player who, String path) {
        return await(who, path, reply -> true);
    }

    /** Looks until the answer is as wanted. */
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
                throw new GaveUp("After " + PATIENCE.toSeconds() + " s GET " + path + " still answers " + reply);
            }
            Interrupted.pause(pause);
            pause = pause.compareTo(SLOWEST_LOOK) < 0 ? pause.multipliedBy(2) : pause;
        }
    }

    /** Looks until the list has an item; its id. */
    public String awaitFirst(Player who, String list) {
        return await(who, list, found -> !found.text("/items/0/id").isEmpty()).text("/items/0/id");
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

    private static Answer demand(Answer reply, Player who, String path) {
        if (!reply.isOk()) {
            throw new GaveUp("POST " + path + " by " + who.user() + " was answered " + reply);
        }
        return reply;
    }

    private static void pauseUnless(boolean tooLate, Player who, String path, Answer last) {
        if (tooLate) {
            throw new GaveUp(
                    "For " + PATIENCE.toSeconds() + " s " + path + " by " + who.user() + " was answered " + last);
        }
        Interrupted.pause(BEFORE_REPEATING);
    }
}
