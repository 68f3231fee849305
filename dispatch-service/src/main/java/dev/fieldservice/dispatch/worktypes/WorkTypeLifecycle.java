package dev.fieldservice.dispatch.worktypes;

import static dev.fieldservice.dispatch.worktypes.WorkTypeLifecycle.Command.*;
import static dev.fieldservice.dispatch.worktypes.WorkTypeLifecycle.State.*;

import dev.fieldservice.platform.aggregates.Lifecycle;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The state machine of a work type: one that is retired is given to no order any more; those that have it keep it. */
public final class WorkTypeLifecycle {

    @Schema(name = "WorkTypeState")
    public enum State {
        IN_USE,
        RETIRED
    }

    public enum Command {
        RETIRE,
        REINSTATE
    }

    public static final Lifecycle<State, Command> TABLE = Lifecycle.of("work type", State.class, Command.class)
            .row(IN_USE, RETIRE, RETIRED)
            .row(RETIRED, REINSTATE, IN_USE)
            .build();

    private WorkTypeLifecycle() {}
}
