package dev.fieldservice.inventory.containers;

import dev.fieldservice.platform.aggregates.Lifecycle;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A container comes and goes as often as it is filled elsewhere; what was withdrawn never comes back. */
public final class ContainerLifecycle {

    @Schema(name = "ContainerState")
    public enum State {
        IN_STOCK,
        /** The supplier has it. */
        RETURNED,
        /** Scrapped, lost, or registered by mistake. */
        WITHDRAWN
    }

    public enum Command {
        MOVE,
        FILL,
        WEIGH,
        RETURN,
        WITHDRAW,
        /** Follows from a receipt. */
        RECEIVE
    }

    public static final Lifecycle<State, Command> TABLE = Lifecycle.of("container", State.class, Command.class)
            .row(State.IN_STOCK, Command.MOVE, State.IN_STOCK)
            .row(State.IN_STOCK, Command.FILL, State.IN_STOCK)
            .row(State.IN_STOCK, Command.WEIGH, State.IN_STOCK)
            .row(State.IN_STOCK, Command.RECEIVE, State.IN_STOCK)
            .row(State.IN_STOCK, Command.RETURN, State.RETURNED)
            .row(State.IN_STOCK, Command.WITHDRAW, State.WITHDRAWN)
            .row(State.RETURNED, Command.RECEIVE, State.IN_STOCK)
            .build();

    private ContainerLifecycle() {}
}
