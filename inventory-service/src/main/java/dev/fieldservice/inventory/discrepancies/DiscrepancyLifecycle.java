package dev.fieldservice.inventory.discrepancies;

import dev.fieldservice.platform.aggregates.Lifecycle;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A person resolves a discrepancy: that the numbers fit again does not say what was wrong. Only what nothing was wrong with, as an
 * event tells that came late, is resolved by the service.
 */
public final class DiscrepancyLifecycle {

    @Schema(name = "DiscrepancyState")
    public enum State {
        OPEN,
        RESOLVED
    }

    public enum Command {
        RESOLVE,
        /** Follows from an event that was told late. */
        EXPLAIN
    }

    public static final Lifecycle<State, Command> TABLE = Lifecycle.of("discrepancy", State.class, Command.class)
            .row(State.OPEN, Command.RESOLVE, State.RESOLVED)
            .row(State.OPEN, Command.EXPLAIN, State.RESOLVED)
            .build();

    private DiscrepancyLifecycle() {}

    /** What a person may do now, as it stands in the URL. */
    static List<String> words(State state) {
        return TABLE.words(state).stream()
                .filter(word -> !word.equals("explain"))
                .toList();
    }
}
