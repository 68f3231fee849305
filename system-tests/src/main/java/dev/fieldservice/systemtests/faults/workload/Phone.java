package dev.fieldservice.systemtests.faults.workload;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.local.StackAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

    private final Http http;
    private final StackAddress stack;
    private final Tokens tokens;
    private final Calls calls;

    public Phone(Http http, StackAddress stack, Tokens tokens, Calls calls) {
        this.http = http;
        this.stack = stack;
        this.tokens = tokens;
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
    public Reply command(Person who, String path, String body) {
        return demand(tryCommand(who, path, body), who, path);
    }

    /** A command that may be refused. */
    @CanIgnoreReturnValue
    public Reply tryCommand(Person who, String path, String body) {
        return tryCommand(who, path, body, UUID.randomUUID().toString());
    }

    private Reply tryCommand(Person who, String path, String body, String key) {
        Call call = calls.open(who, path, key);
        Map<String, String> headers = Map.of("Idempotency-Key", key);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Reply reply = send(who, "POST", path, headers, body);
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
    public Reply insist(int times, Person who, String path, String body) {
        String key = UUID.randomUUID().toString();
        List<Reply> replies = atOnce(copies(times, () -> demand(tryCommand(who, path, body, key), who, path)));
        if (replies.stream().map(reply -> reply.text("/id")).distinct().count() != 1) {
            throw new GaveUp("One key got different answers: " + replies);
        }
        return replies.getFirst();
    }

    /** As many commands at once, each under a key of its own, of which one can be carried out. */
    @CanIgnoreReturnValue
    public Reply race(int times, Person who, String path, String body) {
        return winner(atOnce(copies(times, () -> tryCommand(who, path, body))), path);
    }

    /** The reply of the only one that was carried out. */
    public static Reply winner(List<Reply> replies, String what) {
        List<Reply> carriedOut = replies.stream().filter(Reply::isOk).toList();
        if (carriedOut.size() != 1) {
            throw new GaveUp(carriedOut.size() + " of " + replies.size() + " were carried out at once: " + what + ": "
                    + replies);
        }
        return carriedOut.getFirst();
    }

    private static <T> List<Callable<T>> copies(int times, Callable<T> call) {
        return java.util.Collections.nCopies(times, call);
    }

    public static <T> List<T> atOnce(List<Callable<T>> calls) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> one : threads.invokeAll(calls)) {
                results.add(one.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        }
    }

    /** What a person edits: where it has changed meanwhile, or the answer was lost, it is read and edited again. */
    public void edit(Person who, String resource, String path, String body) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String etag = read(who, resource).etag();
            Reply reply = send(who, "PUT", path, Map.of("If-Match", etag), body);
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
    public Reply read(Person who, String path) {
        return await(who, path, reply -> true);
    }

    /** Looks until the answer is as wanted. */
    @CanIgnoreReturnValue
    public Reply await(Person who, String path, Predicate<Reply> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Duration pause = FIRST_LOOK;
        while (true) {
            Reply reply = send(who, "GET", path, Map.of(), "");
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

    /** One look, whatever comes; for those who try what they may not. */
    public Reply glance(Person who, URI service, String path) {
        return http.send("GET", service.resolve(path), Map.of("Authorization", "Bearer " + tokens.of(who)), "");
    }

    private Reply send(Person who, String method, String path, Map<String, String> headers, String body) {
        var all = new java.util.HashMap<>(headers);
        all.put("Authorization", "Bearer " + tokens.of(who));
        Reply reply = http.send(method, stack.gateway().resolve(path), all, body);
        calls.count(method + " " + path, reply);
        if (reply.status() == 401) {
            tokens.discard(who);
        }
        return reply;
    }

    private static Reply demand(Reply reply, Person who, String path) {
        if (!reply.isOk()) {
            throw new GaveUp("POST " + path + " by " + who.user() + " was answered " + reply);
        }
        return reply;
    }

    private static void pauseUnless(boolean tooLate, Person who, String path, Reply last) {
        if (tooLate) {
            throw new GaveUp(
                    "For " + PATIENCE.toSeconds() + " s " + path + " by " + who.user() + " was answered " + last);
        }
        Interrupted.pause(BEFORE_REPEATING);
    }
}
