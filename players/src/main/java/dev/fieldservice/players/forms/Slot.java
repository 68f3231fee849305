package dev.fieldservice.players.forms;

import java.time.Duration;
import java.time.Instant;

/** When somebody is to be with a customer. */
public record Slot(Instant start, Instant end) {

    private static final Duration MOMENT = Duration.ofMinutes(10);

    public static Slot of(Instant start, Duration length) {
        return new Slot(start, start.plus(length));
    }

    /** Not the same, and yet not possible beside it. */
    public Slot overlapping() {
        return new Slot(start.plus(MOMENT), end.plus(MOMENT));
    }

    String json() {
        return """
                {"start": "%s", "end": "%s"}""".formatted(start, end);
    }
}
