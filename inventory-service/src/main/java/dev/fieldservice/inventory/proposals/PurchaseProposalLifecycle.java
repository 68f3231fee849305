package dev.fieldservice.inventory.proposals;

import dev.fieldservice.platform.aggregates.Lifecycle;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The state machine of a proposal: it is accepted once. */
public final class PurchaseProposalLifecycle {

    @Schema(name = "PurchaseProposalState")
    public enum State {
        PROPOSED,
        ACCEPTED,
        /** Nothing is bought by it. */
        DISCARDED
    }

    public enum Command {
        ACCEPT,
        DISCARD
    }

    public static final Lifecycle<State, Command> TABLE = Lifecycle.of("purchase proposal", State.class, Command.class)
            .row(State.PROPOSED, Command.ACCEPT, State.ACCEPTED)
            .row(State.PROPOSED, Command.DISCARD, State.DISCARDED)
            .build();

    private PurchaseProposalLifecycle() {}
}
