package dev.fieldservice.ticket.assets;

import dev.fieldservice.platform.aggregates.Lifecycle;

/** A machine that is sold or scrapped is retired: no ticket is opened for it any more, and its serial number is free. */
public final class AssetLifecycle {

    /** It is shown by whether it says when it was retired. */
    public enum State {
        IN_USE,
        RETIRED
    }

    public enum Command {
        RETIRE,
        REINSTATE
    }

    public static final Lifecycle<State, Command> TABLE = Lifecycle.of("asset", State.class, Command.class)
            .row(State.IN_USE, Command.RETIRE, State.RETIRED)
            .row(State.RETIRED, Command.REINSTATE, State.IN_USE)
            .build();

    private AssetLifecycle() {}
}
