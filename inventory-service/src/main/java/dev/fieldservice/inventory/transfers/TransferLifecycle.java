package dev.fieldservice.inventory.transfers;

import dev.fieldservice.platform.aggregates.Lifecycle;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** From the wish to the goods on the other shelf. What has left cannot be called off, it arrives or is missing. */
public final class TransferLifecycle {

    @Schema(name = "StockTransferState")
    public enum State {
        DRAFT,
        REQUESTED,
        /** Off the shelf: the ledger has it in transit. */
        PICKED,
        IN_TRANSIT,
        RECEIVED,
        CANCELLED
    }

    public enum Command {
        REQUEST,
        PICK,
        SEND,
        RECEIVE_PART,
        RECEIVE,
        CANCEL
    }

    public static final Lifecycle<State, Command> TABLE = Lifecycle.of("transfer", State.class, Command.class)
            .row(State.DRAFT, Command.REQUEST, State.REQUESTED)
            .row(State.DRAFT, Command.CANCEL, State.CANCELLED)
            .row(State.REQUESTED, Command.PICK, State.PICKED)
            .row(State.REQUESTED, Command.CANCEL, State.CANCELLED)
            .row(State.PICKED, Command.SEND, State.IN_TRANSIT)
            .row(State.PICKED, Command.CANCEL, State.CANCELLED)
            .row(State.IN_TRANSIT, Command.RECEIVE_PART, State.IN_TRANSIT)
            .row(State.IN_TRANSIT, Command.RECEIVE, State.RECEIVED)
            .build();

    private TransferLifecycle() {}
}
