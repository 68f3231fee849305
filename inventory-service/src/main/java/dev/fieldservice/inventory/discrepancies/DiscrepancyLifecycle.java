package dev.fieldservice.inventory.discrepancies;

import dev.fieldservice.platform.aggregates.Lifecycle;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Only a person resolves a discrepancy: that the numbers fit again does not say what was wrong. */
public final class DiscrepancyLifecycle {

    @Schema(name = "DiscrepancyState")
    public enum State {
        OPEN,
        RESOLVED
    }

    public enum Command {
        RESOLVE
    }

    public static final Lifecycle<State, Command> TABLE = Lifecycle.of("discrepancy", State.class, Command.class)
            .row(State.OPEN, Command.RESOLVE, State.RESOLVED)
            .build();

    private DiscrepancyLifecycle() {}
}
