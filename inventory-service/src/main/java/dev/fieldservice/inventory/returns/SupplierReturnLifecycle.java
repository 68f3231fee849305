package dev.fieldservice.inventory.returns;

import dev.fieldservice.platform.aggregates.Lifecycle;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The state machine of a return to a supplier. */
public final class SupplierReturnLifecycle {

    @Schema(name = "SupplierReturnState")
    public enum State {
        DRAFT,
        /** It has left us. */
        SENT,
        /** The supplier takes it off what is to be paid. */
        CREDITED,
        CANCELLED
    }

    public enum Command {
        SEND,
        CREDIT,
        /** What credited it was rejected. */
        TAKE_BACK_CREDIT,
        CANCEL
    }

    public static final Lifecycle<State, Command> TABLE = Lifecycle.of("supplier return", State.class, Command.class)
            .row(State.DRAFT, Command.SEND, State.SENT)
            .row(State.DRAFT, Command.CANCEL, State.CANCELLED)
            .row(State.SENT, Command.CREDIT, State.CREDITED)
            .row(State.SENT, Command.CANCEL, State.CANCELLED)
            .row(State.CREDITED, Command.TAKE_BACK_CREDIT, State.SENT)
            .build();

    private SupplierReturnLifecycle() {}
}
