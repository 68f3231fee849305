package dev.fieldservice.faults;

import dev.fieldservice.local.StackAddress;
import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Client;
import dev.fieldservice.players.client.Interrupted;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.client.SignIn;
import dev.fieldservice.players.client.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Writes down one customer after the other, with many hands, each under a key of its own until it is there. */
final class Bookkeeper implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN = Duration.ofMillis(20);
    private static final Duration BEFORE_REPEATING = Duration.ofMillis(200);

    private final Transport http = new Client();
    private final Api api;
    private final String run = "Plecare " + UUID.randomUUID() + " ";
    private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();
    private final List<Thread> hands;
    private volatile boolean isOver;

    /** One command, and all that was answered to it. */
    record Entry(String run, String name, String key, List<Answer> answers) {}

    Bookkeeper(StackAddress stack, int hands) {
        this.api = new Api(http, new SignIn(stack, http), stack.gateway());
        this.hands = Stream.generate(() -> Thread.ofVirtual().start(this::work))
                .limit(hands)
                .toList();
    }

    private void work() {
        while (!isOver) {
            String key = UUID.randomUUID().toString();
            Entry entry = new Entry(run, run + key, key, new ArrayList<>());
            entries.add(entry);
            carryOut(entry);
            Interrupted.pause(BETWEEN);
        }
    }

    private void carryOut(Entry entry) {
        String body = "{\"name\": \"" + entry.name() + "\"}";
        Answer answer = http.attempt(api.command(Player.DANA, "/v1/customers", entry.key(), body));
        entry.answers().add(answer);
        while (!answer.isOk()) {
            Interrupted.pause(BEFORE_REPEATING);
            answer = http.attempt(api.command(Player.DANA, "/v1/customers", entry.key(), body));
            entry.answers().add(answer);
        }
    }

    /** So many have been begun. */
    void awaitEntries(int count) {
        Awaitility.await().atMost(PATIENCE).until(() -> entries.size() >= count);
    }

    /** When all that was begun is there. */
    List<Entry> end() {
        isOver = true;
        for (Thread hand : hands) {
            try {
                if (!hand.join(PATIENCE)) {
                    throw new AssertionError("a command was not carried out in time");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Interrupted();
            }
        }
        return List.copyOf(entries);
    }

    /** How many of each status. */
    static Map<Integer, Long> summary(List<Entry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.answers().stream())
                .collect(Collectors.groupingBy(Answer::status, TreeMap::new, Collectors.counting()));
    }

    @Override
    public void close() {
        isOver = true;
        hands.forEach(Thread::interrupt);
    }
}
