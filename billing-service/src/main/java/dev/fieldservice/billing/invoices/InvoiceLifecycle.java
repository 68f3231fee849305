package dev.fieldservice.billing.invoices;

import dev.fieldservice.platform.aggregates.Lifecycle;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an invoice may go through. Once issued it is never changed. */
public final class InvoiceLifecycle {

    @Schema(name = "InvoiceState")
    public enum State {
        DRAFT,
        ISSUED
    }

    public enum Command {
        REPRICE,
        ISSUE
    }

    public static final Lifecycle<State, Command> TABLE = Lifecycle.of("invoice", State.class, Command.class)
            .row(State.DRAFT, Command.REPRICE, State.DRAFT)
            .row(State.DRAFT, Command.ISSUE, State.ISSUED)
            .build();

    private InvoiceLifecycle() {}
}
