package dev.fieldservice.probe.notes;

import dev.fieldservice.platform.aggregates.Lifecycle;

/** The state machine of a note. */
public final class NoteLifecycle {

    public enum State {
        OPEN,
        DONE
    }

    public enum Command {
        FINISH
    }

    public static final Lifecycle<State, Command> TABLE = Lifecycle.of("note", State.class, Command.class)
            .row(State.OPEN, Command.FINISH, State.DONE)
            .build();

    private NoteLifecycle() {}
}
