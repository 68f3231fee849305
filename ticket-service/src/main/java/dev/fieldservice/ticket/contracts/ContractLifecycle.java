package dev.fieldservice.ticket.contracts;

import dev.fieldservice.platform.aggregates.Lifecycle;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The state machine of a contract. RENEW and END follow from the calendar, all others are a person's. */
public final class ContractLifecycle {

    @Schema(name = "ContractState")
    public enum State {
        /** Being written: it covers nothing, and everything can be corrected. */
        DRAFT,
        /** Agreed: requests of its days are under it, and its terms change by versions only. */
        ACTIVE,
        /** Its last day is over. */
        ENDED,
        /** Given up before it was agreed, or before its last day. */
        CANCELLED
    }

    public enum Command {
        CORRECT,
        ACTIVATE,
        CHANGE_TERMS,
        GIVE_NOTICE,
        RENEW,
        END,
        CANCEL
    }

    public static final Lifecycle<State, Command> TABLE = Lifecycle.of("contract", State.class, Command.class)
            .row(State.DRAFT, Command.CORRECT, State.DRAFT)
            .row(State.DRAFT, Command.ACTIVATE, State.ACTIVE)
            .row(State.DRAFT, Command.CANCEL, State.CANCELLED)
            .row(State.ACTIVE, Command.CHANGE_TERMS, State.ACTIVE)
            .row(State.ACTIVE, Command.GIVE_NOTICE, State.ACTIVE)
            .row(State.ACTIVE, Command.RENEW, State.ACTIVE)
            .row(State.ACTIVE, Command.END, State.ENDED)
            .row(State.ACTIVE, Command.CANCEL, State.CANCELLED)
            .build();

    private static final Set<String> NOT_IN_URLS = Set.of("correct", "renew", "end");

    private ContractLifecycle() {}

    /** What a person may do now, as it stands in the URL. */
    static List<String> words(State state) {
        return TABLE.words(state).stream().filter(ContractLifecycle::isInUrls).toList();
    }

    static boolean isInUrls(String word) {
        return !NOT_IN_URLS.contains(word);
    }
}
