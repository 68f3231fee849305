package dev.fieldservice.inventory.counts;

import dev.fieldservice.platform.aggregates.Lifecycle;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who counts does not see what the ledger has; who approves has not counted. */
public final class CountLifecycle {

    @Schema(name = "StockCountState")
    public enum State {
        OPEN,
        COUNTED,
        APPROVED,
        CANCELLED
    }

    public enum Command {
        ENTER,
        SUBMIT,
        REOPEN,
        APPROVE,
        CANCEL
    }

    public static final Lifecycle<State, Command> TABLE = Lifecycle.of("count", State.class, Command.class)
            .row(State.OPEN, Command.ENTER, State.OPEN)
            .row(State.OPEN, Command.SUBMIT, State.COUNTED)
            .row(State.OPEN, Command.CANCEL, State.CANCELLED)
            .row(State.COUNTED, Command.REOPEN, State.OPEN)
            .row(State.COUNTED, Command.APPROVE, State.APPROVED)
            .row(State.COUNTED, Command.CANCEL, State.CANCELLED)
            .build();

    private CountLifecycle() {}
}
