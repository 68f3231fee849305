package dev.fieldservice.faults.workload;

import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Player;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** Every command of the run, and how the answers were. */
public final class Calls {

    private static final int MOST_EXAMPLES = 20;

    private final Map<String, Call> byKey = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();
    private final Map<String, Boolean> uploads = new ConcurrentHashMap<>();
    private final Queue<String> forbidden = new ConcurrentLinkedQueue<>();

    /** The same key by the same person is the same command. */
    Call open(Player by, String path, String key) {
        return byKey.computeIfAbsent(by.id() + " " + key, known -> new Call(by, path, key));
    }

    void uploading(String path) {
        uploads.put(path, false);
    }

    void uploaded(String path) {
        uploads.put(path, true);
    }

    /** Where files were sent to, and whether it was answered that they are there. */
    public Map<String, Boolean> uploads() {
        return Map.copyOf(uploads);
    }

    void count(String what, Answer reply) {
        answers.computeIfAbsent(kind(reply), kind -> new LongAdder()).increment();
        if (reply.isForbiddenAnswer() && forbidden.size() < MOST_EXAMPLES) {
            forbidden.add(what + " was answered " + reply);
        }
    }

    private static String kind(Answer reply) {
        return reply.status() == 0 ? "no answer" : String.valueOf(reply.status());
    }

    public Collection<Call> all() {
        return byKey.values();
    }

    public long count(Call.Outcome outcome) {
        return all().stream().filter(call -> call.outcome() == outcome).count();
    }

    /** How often nobody could tell whether a command took effect. */
    public long unknowns() {
        return all().stream().mapToLong(Call::unknowns).sum();
    }

    /** Of all requests, reads too: how often which status came. */
    public Map<String, LongAdder> answers() {
        return answers;
    }

    /** Answers that are promised never to come, such as 500. */
    public List<String> forbidden() {
        return List.copyOf(forbidden);
    }
}
