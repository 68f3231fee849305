package dev.fieldservice.inventory.purchases;

import dev.fieldservice.platform.aggregates.Lifecycle;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The state machine of a purchase order: as much of it as has come decides on its state once it is ordered. */
public final class PurchaseOrderLifecycle {

    @Schema(name = "PurchaseOrderState")
    public enum State {
        DRAFT,
        ORDERED,
        PARTIALLY_RECEIVED,
        RECEIVED,
        CANCELLED
    }

    public enum Command {
        CHANGE,
        ORDER,
        /** By mail, once more. */
        SEND,
        /** It is expected on another day. */
        RESCHEDULE,
        /** Something of it came, and more is to come. */
        RECEIVE,
        /** The last of it came. */
        RECEIVE_REST,
        /** The rest will not come. */
        CLOSE,
        /** A receipt was taken back, and some of it is there. */
        TAKE_BACK,
        /** Nothing of it is there any more. */
        TAKE_BACK_ALL,
        CANCEL
    }

    public static final Lifecycle<State, Command> TABLE = Lifecycle.of("purchase order", State.class, Command.class)
            .row(State.DRAFT, Command.CHANGE, State.DRAFT)
            .row(State.DRAFT, Command.ORDER, State.ORDERED)
            .row(State.DRAFT, Command.CANCEL, State.CANCELLED)
            .row(State.ORDERED, Command.SEND, State.ORDERED)
            .row(State.ORDERED, Command.RESCHEDULE, State.ORDERED)
            .row(State.ORDERED, Command.RECEIVE, State.PARTIALLY_RECEIVED)
            .row(State.ORDERED, Command.RECEIVE_REST, State.RECEIVED)
            .row(State.ORDERED, Command.CANCEL, State.CANCELLED)
            .row(State.PARTIALLY_RECEIVED, Command.SEND, State.PARTIALLY_RECEIVED)
            .row(State.PARTIALLY_RECEIVED, Command.RESCHEDULE, State.PARTIALLY_RECEIVED)
            .row(State.PARTIALLY_RECEIVED, Command.RECEIVE, State.PARTIALLY_RECEIVED)
            .row(State.PARTIALLY_RECEIVED, Command.RECEIVE_REST, State.RECEIVED)
            .row(State.PARTIALLY_RECEIVED, Command.CLOSE, State.RECEIVED)
            .row(State.PARTIALLY_RECEIVED, Command.TAKE_BACK, State.PARTIALLY_RECEIVED)
            .row(State.PARTIALLY_RECEIVED, Command.TAKE_BACK_ALL, State.ORDERED)
            .row(State.RECEIVED, Command.RECEIVE, State.RECEIVED)
            .row(State.RECEIVED, Command.RECEIVE_REST, State.RECEIVED)
            .row(State.RECEIVED, Command.TAKE_BACK, State.PARTIALLY_RECEIVED)
            .row(State.RECEIVED, Command.TAKE_BACK_ALL, State.ORDERED)
            .build();

    private PurchaseOrderLifecycle() {}
}
