package dev.fieldservice.billing.einvoices;

import dev.fieldservice.platform.aggregates.Lifecycle;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The state machine of an e-invoice at the tax authority. */
public final class EInvoiceLifecycle {

    @Schema(name = "EInvoiceState")
    public enum State {
        /** The law does not want it there. */
        NOT_REQUIRED,
        /** Its XML is there, and is to be uploaded. */
        READY,
        /** It is on its way; there is no answer yet. */
        UPLOADING,
        /** The authority has it and has given it an index; it is being checked there. */
        INDEXED,
        /** It counts as received by the buyer. */
        VALIDATED,
        /** The authority says what is wrong with it. */
        REFUSED,
        /** Nobody knows whether it arrived: it has to be looked for there before it is uploaded again. */
        UNCERTAIN
    }

    public enum Command {
        UPLOAD,
        /** It arrived; also if it is found there later. */
        INDEX,
        VALIDATE,
        REFUSE,
        /** No answer came. */
        LOSE,
        /** It did certainly not arrive. */
        RELEASE
    }

    public static final Lifecycle<State, Command> TABLE = Lifecycle.of("e-invoice", State.class, Command.class)
            .row(State.READY, Command.UPLOAD, State.UPLOADING)
            .row(State.UPLOADING, Command.INDEX, State.INDEXED)
            .row(State.UPLOADING, Command.REFUSE, State.REFUSED)
            .row(State.UPLOADING, Command.LOSE, State.UNCERTAIN)
            .row(State.UPLOADING, Command.RELEASE, State.READY)
            .row(State.UNCERTAIN, Command.INDEX, State.INDEXED)
            .row(State.UNCERTAIN, Command.RELEASE, State.READY)
            .row(State.INDEXED, Command.VALIDATE, State.VALIDATED)
            .row(State.INDEXED, Command.REFUSE, State.REFUSED)
            .build();

    private EInvoiceLifecycle() {}
}
