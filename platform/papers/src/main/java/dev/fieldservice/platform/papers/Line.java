package dev.fieldservice.platform.papers;

import dev.fieldservice.platform.problems.Refusal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** The waiting line before something that serves few at a time, in the order they came; each stands in it once. */
final class Line {

    private final int atOnce;
    private final int most;
    private final Set<UUID> served = new HashSet<>();
    private final Map<UUID, CompletableFuture<Void>> waiting = new LinkedHashMap<>();

    /** @param most who are served or wait */
    Line(int atOnce, int most) {
        this.atOnce = atOnce;
        this.most = most;
    }

    /** Done when it is their turn. Refused with 429 if they stand in it already, with 503 if it is full. Who enters must leave. */
    synchronized CompletableFuture<Void> enter(UUID who) {
        if (served.contains(who) || waiting.containsKey(who)) {
            throw new Refusal.TooMuchInFlight().refused();
        }
        if (served.size() + waiting.size() == most) {
            throw new Refusal.Unavailable("Others have something printed at this moment. Ask again.").refused();
        }
        CompletableFuture<Void> turn = new CompletableFuture<>();
        if (served.size() < atOnce) {
            served.add(who);
            turn.complete(null);
        } else {
            waiting.put(who, turn);
        }
        return turn;
    }

    /** Also for who will not wait any longer. */
    void leave(UUID who) {
        next(who).ifPresent(turn -> turn.complete(null));
    }

    private synchronized Optional<CompletableFuture<Void>> next(UUID who) {
        if (waiting.remove(who) != null || !served.remove(who) || waiting.isEmpty()) {
            return Optional.empty();
        }
        UUID first = waiting.keySet().iterator().next();
        served.add(first);
        return Optional.of(waiting.remove(first));
    }
}
