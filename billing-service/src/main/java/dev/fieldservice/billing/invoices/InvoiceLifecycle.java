package dev.fieldservice.billing.invoices;

import dev.fieldservice.platform.aggregates.Lifecycle;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The state machine of an invoice. Once issued it is never changed; what is voided rests until it is reinstated. */
public final class InvoiceLifecycle {

    @Schema(name = "InvoiceState")
    public enum State {
        DRAFT,
        ISSUED,
        /** Nothing of it is billed; it stays to be seen. */
        VOIDED
    }

    public enum Command {
        REPRICE,
        /** Follows from events. */
        CORRECT,
        /** Follows from prices that are set, corrected or withdrawn. */
        FOLLOW_PRICES,
        /** A line is put right, taken out or put back. */
        CHANGE_LINE,
        ISSUE,
        VOID,
        /** It was voided by mistake. */
        REINSTATE
    }

    public static final Lifecycle<State, Command> TABLE = Lifecycle.of("invoice", State.class, Command.class)
            .row(State.DRAFT, Command.REPRICE, State.DRAFT)
            .row(State.DRAFT, Command.CORRECT, State.DRAFT)
            .row(State.DRAFT, Command.FOLLOW_PRICES, State.DRAFT)
            .row(State.DRAFT, Command.CHANGE_LINE, State.DRAFT)
            .row(State.DRAFT, Command.ISSUE, State.ISSUED)
            .row(State.DRAFT, Command.VOID, State.VOIDED)
            .row(State.VOIDED, Command.REINSTATE, State.DRAFT)
            .build();

    private InvoiceLifecycle() {}

    /** Follow by themselves, or are told of each line. */
    private static final Set<String> NO_WORDS = Set.of("correct", "follow-prices", "change-line");

    /** What a line takes now. */
    static List<String> wordsOfLine(State state, boolean isTakenOut) {
        if (TABLE.target(state, Command.CHANGE_LINE).isEmpty()) {
            return List.of();
        }
        return isTakenOut ? List.of("put-back") : List.of("correct", "take-out");
    }

    /** What a person may do now, as it stands in the URL. */
    static List<String> words(State state) {
        return TABLE.words(state).stream()
                .filter(word -> !NO_WORDS.contains(word))
                .toList();
    }
}
