package dev.fieldservice.faults.workload;

import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Player;
import java.util.concurrent.atomic.AtomicInteger;

/** A command under one key, however often it was sent. */
public final class Call {

    /** What its sender knows of it in the end. */
    public enum Outcome {
        OK,
        REFUSED,
        UNKNOWN
    }

    private final Player by;
    private final String path;
    private final String key;
    private final AtomicInteger unknowns = new AtomicInteger();
    private volatile Answer answer;

    Call(Player by, String path, String key) {
        this.by = by;
        this.path = path;
        this.key = key;
    }

    /** The newest answer counts, except that what was once carried out stays so. */
    synchronized void answered(Answer reply) {
        if (answer == null || !answer.isOk()) {
            answer = reply;
        }
    }

    void unanswered() {
        unknowns.incrementAndGet();
    }

    public Outcome outcome() {
        Answer last = answer;
        if (last == null) {
            return Outcome.UNKNOWN;
        }
        return last.isOk() ? Outcome.OK : Outcome.REFUSED;
    }

    /** How often it was sent without learning what became of it. */
    public int unknowns() {
        return unknowns.get();
    }

    /** The id of what was made or changed; empty if it was not carried out. */
    public String id() {
        return answer == null ? "" : answer.text("/id");
    }

    public Player by() {
        return by;
    }

    public String path() {
        return path;
    }

    public String key() {
        return key;
    }

    @Override
    public String toString() {
        return "POST " + path + " by " + by.user() + " with key " + key + " (" + outcome() + ")";
    }
}
