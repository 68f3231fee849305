package dev.fieldservice.inventory.payables;

import dev.fieldservice.platform.aggregates.Lifecycle;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The state machine of a supplier's invoice. */
public final class SupplierInvoiceLifecycle {

    @Schema(name = "SupplierInvoiceState")
    public enum State {
        /** It asks for something else than was ordered and came. */
        IN_QUESTION,
        TO_PAY,
        PAID,
        /** Nothing is paid by it. */
        REJECTED
    }

    public enum Command {
        /** By now it is what was ordered and came. */
        MATCH,
        /** What came was taken back: by now it is not what came any more. */
        QUESTION,
        /** It is paid although it is not. */
        APPROVE,
        REJECT,
        PAY,
        /** The payment did not go through, or was entered by mistake. */
        REOPEN
    }

    public static final Lifecycle<State, Command> TABLE = Lifecycle.of("supplier invoice", State.class, Command.class)
            .row(State.IN_QUESTION, Command.MATCH, State.TO_PAY)
            .row(State.IN_QUESTION, Command.APPROVE, State.TO_PAY)
            .row(State.IN_QUESTION, Command.REJECT, State.REJECTED)
            .row(State.TO_PAY, Command.QUESTION, State.IN_QUESTION)
            .row(State.TO_PAY, Command.REJECT, State.REJECTED)
            .row(State.TO_PAY, Command.PAY, State.PAID)
            .row(State.PAID, Command.REOPEN, State.TO_PAY)
            .build();

    private SupplierInvoiceLifecycle() {}
}
