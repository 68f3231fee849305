package dev.fieldservice.billing.credits;

import dev.fieldservice.platform.aggregates.Lifecycle;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The state machine of a credit note. Once issued or discarded it never changes. */
public final class CreditNoteLifecycle {

    @Schema(name = "CreditNoteState")
    public enum State {
        DRAFT,
        ISSUED,
        /** Nothing is credited by it; it stays to be seen. */
        DISCARDED
    }

    public enum Command {
        ISSUE,
        /** Somebody sees to it. */
        ASSIGN_OWNER,
        DISCARD
    }

    public static final Lifecycle<State, Command> TABLE = Lifecycle.of("credit note", State.class, Command.class)
            .row(State.DRAFT, Command.ISSUE, State.ISSUED)
            .row(State.DRAFT, Command.ASSIGN_OWNER, State.DRAFT)
            .row(State.DRAFT, Command.DISCARD, State.DISCARDED)
            .build();

    private CreditNoteLifecycle() {}
}
